package io.dgas.app.notice;

import io.dgas.app.settings.PredictionSettings;
import io.dgas.app.settings.Settings;
import io.dgas.app.wiring.DiscordAccess;
import io.dgas.app.wiring.Installation;
import io.dgas.application.delivery.SignalAnnouncing;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.prediction.Announcers;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.TradingCalendar;
import java.util.Set;

/** Has signals announced in the channel of the settings, by their thresholds. */
public final class ChannelAnnouncers {

    private ChannelAnnouncers() {}

    /** The channels that the settings have enabled are told; nobody when they have none. */
    public static Announcers enabled(Installation installation) {
        return installation.settings().notifications().discord().enabled() ? of(installation) : Announcers.NOBODY;
    }

    /**
     * The Discord channel is told.
     *
     * @throws io.dgas.app.exit.ConfigurationProblem when its bot or channel is not set
     */
    public static Announcers of(Installation installation) {
        Settings settings = installation.settings();
        PredictionSettings prediction = settings.prediction();
        Set<Channel> channels =
                Set.of(new Channel("discord", DiscordAccess.of(installation).channelId()));
        Grid grid = Grid.of(TradingCalendar.nyse(), Grid.Anchor.SESSION);
        return (asOf, announced) -> new SignalAnnouncing(
                new SignalAnnouncing.Thresholds(prediction.minConfidence(), prediction.minSignalStrength()),
                channels,
                settings.notifications().digestAbove(),
                grid,
                asOf,
                announced);
    }
}
