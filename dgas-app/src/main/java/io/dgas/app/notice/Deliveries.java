package io.dgas.app.notice;

import io.dgas.adapter.discord.chart.SignalChartPainter;
import io.dgas.app.notice.ToldChannels.Telling;
import io.dgas.app.notice.ToldChannels.Told;
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

    private final List<Telling> tellings;
    private final List<Delivery> deliveries;

    private Deliveries(Installation installation, InstantSource clock, List<Told> channels) {
        this.tellings =
                channels.stream().map(channel -> channel.opening().apply(clock)).toList();
        this.deliveries = tellings.stream()
                .map(telling -> new Delivery(
                        installation.repositories().outbox(), telling.notifier(), writing(installation), clock))
                .toList();
    }

    /**
     * To the channels that the settings have enabled; where they have none, to the Discord channel.
     *
     * @throws io.dgas.app.exit.ConfigurationProblem when what one of them needs is not set
     */
    public static Deliveries of(Installation installation, InstantSource clock) {
        return new Deliveries(installation, clock, ToldChannels.orDiscord(installation));
    }

    /** To the channels that the settings have enabled; none when they have none. */
    public static Deliveries enabled(Installation installation, InstantSource clock) {
        return new Deliveries(installation, clock, ToldChannels.enabled(installation));
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
        tellings.forEach(Telling::close);
    }
}
