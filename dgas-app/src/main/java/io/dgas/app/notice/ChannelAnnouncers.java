package io.dgas.app.notice;

import io.dgas.app.notice.ToldChannels.Told;
import io.dgas.app.settings.PredictionSettings;
import io.dgas.app.settings.Settings;
import io.dgas.app.wiring.Installation;
import io.dgas.application.delivery.SignalAnnouncing;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.prediction.Announcers;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.TradingCalendar;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Has signals announced in the channels of the settings, by their thresholds. */
public final class ChannelAnnouncers {

    private ChannelAnnouncers() {}

    /** The channels that the settings have enabled are told; nobody when they have none. */
    public static Announcers enabled(Installation installation) {
        return installation.settings().notifications().isAnyEnabled() ? of(installation) : Announcers.NOBODY;
    }

    /**
     * The channels that the settings have enabled are told; where they have none, the Discord channel.
     *
     * @throws io.dgas.app.exit.ConfigurationProblem when what one of them needs is not set
     */
    public static Announcers of(Installation installation) {
        Settings settings = installation.settings();
        PredictionSettings prediction = settings.prediction();
        Set<Channel> channels = ToldChannels.orDiscord(installation).stream()
                .map(Told::channel)
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
