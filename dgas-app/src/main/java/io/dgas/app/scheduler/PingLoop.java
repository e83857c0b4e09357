package io.dgas.app.scheduler;

import io.dgas.app.service.Problems;
import io.dgas.app.service.StopSignal;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.in.status.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pings now and then, by the clock on the wall, while nothing is failing: whoever misses a ping raises the alarm. */
final class PingLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PingLoop.class);

    private static final String PING = "ping";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Supplier<SystemStatus> status;
    private final Ping ping;
    private final Duration every;
    private final Problems problems;
    private final StopSignal stop;
    private Optional<String> withheld = Optional.empty();

    /** What is pinged, how often, and while what stands well. */
    record Means(Supplier<SystemStatus> status, Ping ping, Duration every) {}

    PingLoop(Means means, Problems problems, StopSignal stop) {
        this.status = means.status();
        this.ping = means.ping();
        this.every = means.every();
        this.problems = problems;
        this.stop = stop;
    }

    @Override
    public void run() {
        try (ping) {
            boolean isOver = false;
            while (!isOver) {
                boolean isSent = isSent();
                isOver = stop.await(isSent || every.compareTo(SOON) < 0 ? every : SOON);
            }
        }
    }

    private boolean isSent() {
        try {
            SystemStatus found = status.get();
            Optional<String> why = why(found);
            if (why.isPresent()) {
                withhold(why);
                return false;
            }
            withhold(Optional.empty());
            Optional<String> problem = ping.send();
            problem.ifPresentOrElse(text -> problems.begin(PING, text, found.at()), () -> problems.end(PING));
            return problem.isEmpty();
        } catch (RuntimeException unjudged) {
            withhold(Optional.of(String.valueOf(unjudged.getMessage())));
            return false;
        }
    }

    private static Optional<String> why(SystemStatus status) {
        return status.verdict() == Verdict.FAILING
                ? Optional.of(status.components().stream()
                        .filter(component -> component.verdict() == Verdict.FAILING)
                        .map(ComponentStatus::component)
                        .collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    /** Told once for each reason. */
    private void withhold(Optional<String> why) {
        if (!why.equals(withheld)) {
            LOG.warn(
                    "{}",
                    why.map(what -> "no ping while something is failing: " + what)
                            .orElse("nothing is failing any more; pinging again"));
        }
        withheld = why;
    }
}
