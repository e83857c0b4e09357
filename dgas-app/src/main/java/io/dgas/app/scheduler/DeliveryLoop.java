package io.dgas.app.scheduler;

import io.dgas.app.logging.RunId;
import io.dgas.app.notice.Deliveries;
import io.dgas.app.service.Problems;
import io.dgas.app.service.StopSignal;
import io.dgas.application.delivery.Delivery;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceHold;
import io.dgas.application.port.out.service.ServiceHold.Answer;
import io.dgas.application.port.out.service.ServiceHold.Beat;
import io.dgas.application.port.out.service.ServiceRegistry;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceState;
import io.dgas.application.port.out.service.ServiceRegistry.Taking;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers what is in the outbox at the pace of its channels, until it is told to stop. Nothing in analysis waits for it. */
final class DeliveryLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);

    private static final String DELIVERY = "delivery";
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(3);

    private final Deliveries deliveries;
    private final ServiceRegistry services;
    private final InstantSource clock;
    private final Problems problems;
    private final StopSignal stop;
    private long nextBeat;

    /** Who delivers, and by which clock. */
    record Means(Deliveries deliveries, ServiceRegistry services, InstantSource clock) {}

    DeliveryLoop(Means means, Problems problems, StopSignal stop) {
        this.deliveries = means.deliveries();
        this.services = means.services();
        this.clock = means.clock();
        this.problems = problems;
        this.stop = stop;
    }

    @Override
    public void run() {
        try (deliveries) {
            while (!stop.isGiven() && !deliveries.all().isEmpty()) {
                attempt();
            }
            while (!stop.isGiven()) {
                stop.await(AFTER_FAILURE);
            }
        }
    }

    private void attempt() {
        try {
            switch (services.take(
                    Service.DELIVERY, ManagementFactory.getRuntimeMXBean().getName(), clock.instant())) {
                case Taking.Taken taken -> keep(taken.hold());
                case Taking.Held held -> stop.await(AFTER_FAILURE);
            }
        } catch (StorageException away) {
            tell(away);
            stop.await(AFTER_FAILURE);
        }
    }

    private void keep(ServiceHold hold) {
        try (hold) {
            while (!stop.isGiven() && isOurs(hold)) {
                int steps = 0;
                for (Delivery delivery : deliveries.all()) {
                    steps += round(delivery);
                }
                if (steps == 0) {
                    stop.await(STEP);
                }
            }
        }
    }

    private int round(Delivery delivery) {
        return RunId.of(DELIVERY, clock.instant()).marked(() -> attempt(delivery));
    }

    private int attempt(Delivery delivery) {
        try {
            int steps = delivery.round();
            if (steps > 0) {
                LOG.info("{}: {} notices taken a step further", part(delivery), steps);
            }
            tell(delivery);
            return steps;
        } catch (StorageException away) {
            tell(away);
            throw away;
        }
    }

    private void tell(StorageException away) {
        problems.begin(DELIVERY, String.valueOf(away.getMessage()), clock.instant());
    }

    private boolean isOurs(ServiceHold hold) {
        if (System.nanoTime() < nextBeat) {
            return true;
        }
        nextBeat = System.nanoTime() + BETWEEN_BEATS.toNanos();
        Instant now = clock.instant();
        return hold.beat(new Beat(ServiceState.RUNNING, Optional.of(now), Map.of(), now)) instanceof Answer.Kept;
    }

    private void tell(Delivery delivery) {
        String part = part(delivery);
        delivery.halt()
                .ifPresentOrElse(halt -> problems.begin(part, halt.why(), clock.instant()), () -> problems.end(part));
        problems.end(DELIVERY);
    }

    private static String part(Delivery delivery) {
        return DELIVERY + " to " + delivery.channel().kind();
    }

    /** What stands in the way of delivery now; empty when nothing does. */
    Optional<String> problem() {
        List<String> found = problems.current().entrySet().stream()
                .filter(problem -> problem.getKey().startsWith(DELIVERY))
                .map(problem -> problem.getKey() + ": " + problem.getValue())
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
    }
}
