package io.dgas.application.port.out.collection;

import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recorded collection runs, failed ones too. Throws {@link io.dgas.application.port.out.StorageException}. */
public interface CollectionRunRepository {

    /** Records a run that has ended. */
    void record(CollectionRun run);

    /** The run that began last, of these kinds, whatever its status. */
    Optional<CollectionRun> newest(List<RunKind> kinds);

    /**
     * Runs that began at {@code from} or later, newest first.
     *
     * @param most how many at most
     */
    List<CollectionRun> since(Instant from, int most);

    /** Runs of live collection in a timeframe that began at {@code from} or later, newest first. */
    List<CollectionRun> live(Timeframe timeframe, Instant from);

    /** Sums over the runs that began at {@code from} or later. */
    Totals totals(Instant from);

    /** What a run was for. */
    enum RunKind {
        /** A step of collecting in market hours. */
        LIVE,
        /** Getting the final bars after the close. */
        SWEEP,
        /** Filling what is missing. */
        BACKFILL,
        /** On command. */
        RUN_ONCE
    }

    /**
     * One run over a universe.
     *
     * @param startedAt by the clock
     * @param barsFetched that the source gave
     * @param barsStored that were new or changed what was stored
     * @param callsUsed of the vendor's day
     * @param error what made it fail, or what somebody should know of it, for people; never holds a credential
     * @param detail more about it, for people and pages: values are text, numbers, booleans, lists and maps of such
     */
    record CollectionRun(
            Instant startedAt,
            RunKind kind,
            Timeframe timeframe,
            RunStatus status,
            Symbols symbols,
            long barsFetched,
            long barsStored,
            long callsUsed,
            Duration executionTime,
            Optional<String> error,
            Map<String, Object> detail) {
        public CollectionRun {
            detail = Map.copyOf(detail);
        }

        /** The name within the detail for the code of the source that the run asked. */
        public static final String SOURCE = "source";

        /** The code of the source that the run asked, where it says so. */
        public Optional<String> source() {
            return Optional.ofNullable(detail.get(SOURCE)).map(String::valueOf);
        }

        /** The same run, telling one thing more. */
        public CollectionRun noting(String what) {
            return new CollectionRun(
                    startedAt,
                    kind,
                    timeframe,
                    status,
                    symbols,
                    barsFetched,
                    barsStored,
                    callsUsed,
                    executionTime,
                    Optional.of(error.map(known -> known + "; " + what).orElse(what)),
                    detail);
        }
    }

    /**
     * How many symbols a run was for.
     *
     * @param updated that got what was wanted
     * @param failed that did not
     */
    record Symbols(int requested, int updated, int failed) {}

    /**
     * Sums over runs.
     *
     * @param runs by status; a status without runs is absent
     * @param executionTime of all together
     */
    record Totals(
            Map<RunStatus, Integer> runs,
            long symbolsUpdated,
            long symbolsFailed,
            long barsFetched,
            long barsStored,
            long callsUsed,
            Duration executionTime) {
        public Totals {
            runs = Map.copyOf(runs);
        }
    }
}
