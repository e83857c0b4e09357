package io.dgas.app.notice;

import io.dgas.adapter.discord.DiscordNotifier;
import io.dgas.adapter.discord.chart.SignalChartPainter;
import io.dgas.app.wiring.DiscordAccess;
import io.dgas.app.wiring.Installation;
import io.dgas.application.delivery.Delivery;
import io.dgas.application.delivery.NoticeWriting;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Parcel.State;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceHold;
import io.dgas.application.port.out.service.ServiceRegistry.Taking;
import io.dgas.domain.market.TradingCalendar;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;

/** Delivers what is in the outbox until nothing is left to be told, or for so long. */
public final class DeliveryRun {

    /** Enough for every warm-up and for the bars of a chart. */
    private static final int HISTORY = 400;

    private static final Duration STEP = Duration.ofMillis(200);

    private final Installation installation;
    private final Outbox outbox;

    public DeliveryRun(Installation installation) {
        this.installation = installation;
        this.outbox = installation.repositories().outbox();
    }

    /**
     * What came of it.
     *
     * @param open notices that are not settled
     * @param problem why; empty when nothing is open
     */
    public record Outcome(int open, Optional<String> problem) {}

    /** One process delivers at a time; where another does, this one leaves it to that. */
    public Outcome run(Duration longest) throws InterruptedException {
        String holder = ManagementFactory.getRuntimeMXBean().getName();
        return switch (installation
                .repositories()
                .collection()
                .services()
                .take(Service.DELIVERY, holder, installation.clock().instant())) {
            case Taking.Taken taken -> deliver(taken.hold(), longest);
            case Taking.Held held -> outcome("left to " + held.by().holder() + ", which delivers");
        };
    }

    private Outcome deliver(ServiceHold hold, Duration longest) throws InterruptedException {
        try (hold;
                DiscordNotifier discord = new DiscordNotifier(DiscordAccess.of(installation), installation.clock())) {
            Delivery delivery = new Delivery(outbox, discord, writing(), installation.clock());
            long end = System.nanoTime() + longest.toNanos();
            while (open() > 0 && System.nanoTime() < end && !isStopped(delivery)) {
                if (delivery.round() == 0) {
                    Thread.sleep(STEP);
                }
            }
            return outcome(delivery.halt().map(Delivery.Halt::why).orElse("there was no time for all"));
        }
    }

    private static boolean isStopped(Delivery delivery) {
        return delivery.halt().filter(Delivery.Halt::isOurFault).isPresent();
    }

    private Outcome outcome(String why) {
        int open = open();
        return new Outcome(open, open == 0 ? Optional.empty() : Optional.of(why));
    }

    private int open() {
        return outbox.list(EnumSet.of(State.WAITING, State.UNCERTAIN), 1_000).size();
    }

    private NoticeWriting writing() {
        return new NoticeWriting(
                installation.repositories().predictions(),
                installation.adjustedBars(),
                new SignalChartPainter(),
                TradingCalendar.nyse(),
                HISTORY);
    }
}
