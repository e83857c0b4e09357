package io.dgas.app.notice;

import io.dgas.adapter.discord.DiscordNotifier;
import io.dgas.adapter.discord.chart.SignalChartPainter;
import io.dgas.app.wiring.DiscordAccess;
import io.dgas.app.wiring.Installation;
import io.dgas.application.delivery.Delivery;
import io.dgas.application.delivery.NoticeWriting;
import io.dgas.domain.market.TradingCalendar;
import java.time.InstantSource;
import java.util.List;

/** What delivers the notices of each channel; closing ends the connections. */
public final class Deliveries implements AutoCloseable {

    /** Enough for every warm-up and for the bars of a chart. */
    private static final int HISTORY = 400;

    private final List<DiscordNotifier> notifiers;
    private final List<Delivery> deliveries;

    private Deliveries(Installation installation, InstantSource clock, List<DiscordNotifier> notifiers) {
        this.notifiers = notifiers;
        this.deliveries = notifiers.stream()
                .map(notifier ->
                        new Delivery(installation.repositories().outbox(), notifier, writing(installation), clock))
                .toList();
    }

    /**
     * To the Discord channel.
     *
     * @throws io.dgas.app.exit.ConfigurationProblem when its bot or channel is not set
     */
    public static Deliveries of(Installation installation, InstantSource clock) {
        return new Deliveries(installation, clock, List.of(new DiscordNotifier(DiscordAccess.of(installation), clock)));
    }

    /** To the channels that the settings have enabled; none when they have none. */
    public static Deliveries enabled(Installation installation, InstantSource clock) {
        return installation.settings().notifications().discord().enabled()
                ? of(installation, clock)
                : new Deliveries(installation, clock, List.of());
    }

    /** One for each channel. */
    public List<Delivery> all() {
        return deliveries;
    }

    private static NoticeWriting writing(Installation installation) {
        return new NoticeWriting(
                installation.repositories().predictions(),
                installation.adjustedBars(),
                new SignalChartPainter(),
                TradingCalendar.nyse(),
                HISTORY);
    }

    @Override
    public void close() {
        notifiers.forEach(DiscordNotifier::close);
    }
}
