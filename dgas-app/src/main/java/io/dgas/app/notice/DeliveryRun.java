package io.dgas.app.notice;

import io.dgas.app.wiring.Installation;
import io.dgas.application.delivery.Delivery;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Parcel.State;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceHold;
import io.dgas.application.port.out.service.ServiceRegistry.Taking;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Delivers what is in the outbox until nothing is left to be told, or for so long. */
public final class DeliveryRun {

    private static final Duration STEP = Duration.ofMillis(200);
    private static final Set<State> OPEN = Set.of(State.WAITING, State.UNCERTAIN);

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
                Deliveries deliveries = Deliveries.of(installation, installation.clock())) {
            List<Delivery> all = deliveries.all();
            long end = System.nanoTime() + longest.toNanos();
            while (System.nanoTime() < end && isAnyLeftFor(all)) {
                if (all.stream().mapToInt(Delivery::round).sum() == 0) {
                    Thread.sleep(STEP);
                }
            }
            return outcome(halt(all)
                    .map(Delivery.Halt::why)
                    .orElse(isAnyLeftFor(all) ? "there was no time for all" : "their channels are not enabled"));
        }
    }

    /** Whether anything waits for a channel that takes something. */
    private boolean isAnyLeftFor(List<Delivery> deliveries) {
        Set<Channel> taking = deliveries.stream()
                .filter(delivery -> !isStopped(delivery))
                .map(Delivery::channel)
                .collect(Collectors.toSet());
        return !taking.isEmpty()
                && outbox.list(OPEN, Integer.MAX_VALUE).stream().anyMatch(parcel -> taking.contains(parcel.channel()));
    }

    private static boolean isStopped(Delivery delivery) {
        return delivery.halt().filter(Delivery.Halt::isOurFault).isPresent();
    }

    private static Optional<Delivery.Halt> halt(List<Delivery> deliveries) {
        return deliveries.stream().flatMap(delivery -> delivery.halt().stream()).findFirst();
    }

    private Outcome outcome(String why) {
        int open = open();
        return new Outcome(open, open == 0 ? Optional.empty() : Optional.of(why));
    }

    private int open() {
        Map<State, Integer> counts = outbox.counts(installation.clock().instant());
        return counts.getOrDefault(State.WAITING, 0) + counts.getOrDefault(State.UNCERTAIN, 0);
    }
}
