package io.dgas.app.collection;

import io.dgas.app.output.Words;
import io.dgas.app.service.Problems;
import io.dgas.application.collection.health.Alert;
import io.dgas.application.collection.health.AlertCheck;
import io.dgas.application.collection.health.AlertCheck.Subject;
import io.dgas.application.collection.health.SymbolFreshness.Level;
import io.dgas.application.port.out.vendor.ClockSkew;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks now and then whether too much fails and how fresh the bars are, for the status. Used by one thread at a time. */
final class HealthWatch {

    private static final String CLOCK = "clock";

    private final CollectionParts parts;
    private final Problems problems;
    private final AlertCheck alerts;
    private Instant next = Instant.MIN;
    private SortedMap<Subject, Alert> inForce = new TreeMap<>();
    private volatile Map<Level, Integer> freshness = Map.of();

    HealthWatch(CollectionParts parts, Problems problems) {
        this.parts = parts;
        this.problems = problems;
        this.alerts = parts.alerts();
    }

    /** Looks when it is time to. Throws {@link io.dgas.application.port.out.StorageException}. */
    void look(Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(Duration.ofSeconds(parts.settings().healthCheckInterval()));
        tell(alerts.at(now), now);
        parts.vendor().clock().lastSkew().ifPresent(skew -> tell(skew, now));
        if (parts.settings().trackFreshness()) {
            freshness = parts.freshness().at(now).counts();
        }
    }

    private void tell(SortedMap<Subject, Alert> found, Instant now) {
        inForce.keySet().stream()
                .filter(subject -> !found.containsKey(subject))
                .forEach(subject -> problems.end(named(subject)));
        found.forEach((subject, alert) ->
                problems.begin(named(subject), "too much fails since " + alert.since() + ": " + alert.reason(), now));
        inForce = found;
    }

    private void tell(ClockSkew skew, Instant now) {
        skew.problem().ifPresentOrElse(problem -> problems.begin(CLOCK, problem, now), () -> problems.end(CLOCK));
    }

    private static String named(Subject subject) {
        return "alert: " + subject.source() + " " + subject.timeframe();
    }

    /** How many symbols are of each freshness as of the last look; empty when that is not tracked. */
    Map<String, Object> freshness() {
        Map<String, Object> counts = new LinkedHashMap<>();
        freshness.forEach((level, count) -> counts.put(Words.of(level), count));
        return counts;
    }

    /** Symbols of a freshness as of the last look. Safe for threads. */
    int count(Level level) {
        return freshness.getOrDefault(level, 0);
    }
}
