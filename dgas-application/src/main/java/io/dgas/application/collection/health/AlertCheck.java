package io.dgas.application.collection.health;

import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.port.out.collection.CollectionRunRepository;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which alerts are in force, by what was recorded of the runs of the last day.
 *
 * @param errorThresholdPct share of the active symbols that may fail, in percent
 */
public record AlertCheck(CollectionRunRepository runs, SymbolRepository symbols, double errorThresholdPct) {

    private static final Duration LOOKED_BACK = Duration.ofDays(1);

    /** Runs that are looked at, the newest. */
    private static final int MOST_RUNS = 2_000;

    /**
     * What an alert is about: bars of one length from one source, whoever asked for them.
     *
     * @param source its code
     */
    public record Subject(String source, Timeframe timeframe) implements Comparable<Subject> {

        private static final Comparator<Subject> ORDER =
                Comparator.comparing(Subject::source).thenComparing(Subject::timeframe);

        static Subject of(CollectionRun run) {
            return new Subject(run.source().orElse("history"), run.timeframe());
        }

        @Override
        public int compareTo(Subject other) {
            return ORDER.compare(this, other);
        }
    }

    /** As of now. Throws {@link io.dgas.application.port.out.StorageException}. */
    public SortedMap<Subject, Alert> at(Instant now) {
        SortedMap<Subject, List<CollectionRun>> bySubject = new TreeMap<>();
        runs.since(now.minus(LOOKED_BACK), MOST_RUNS)
                .reversed()
                .forEach(run -> bySubject
                        .computeIfAbsent(Subject.of(run), subject -> new ArrayList<>())
                        .add(run));
        AlertRule rule = new AlertRule(errorThresholdPct, symbols.active().size());
        SortedMap<Subject, Alert> alerts = new TreeMap<>();
        bySubject.forEach((subject, cycles) -> rule.after(cycles).ifPresent(alert -> alerts.put(subject, alert)));
        return alerts;
    }
}
