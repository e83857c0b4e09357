package io.dgas.application.port.out;

import io.dgas.application.port.out.notice.Announcing;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.InForce;
import io.dgas.domain.signal.SetUp;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalType;
import io.dgas.domain.timeframe.Timeframes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recorded prediction runs and the signals they issued. Throws {@link StorageException}. */
public interface PredictionRepository {

    /**
     * Records a run and those of its signals that are not stored yet, in one transaction, all or none. A signal is the
     * same when its {@link io.dgas.domain.signal.SignalId} is; the first one stored stays as it is.
     *
     * @return how many signals were new
     */
    default int record(PredictionRun run) {
        return record(run, Announcing.NOTHING).newSignals();
    }

    /**
     * Like {@link #record(PredictionRun)}, and in the same transaction stores what people are to be told of the signals that
     * are new. What was announced on a channel before is not announced again.
     */
    Recorded record(PredictionRun run, Announcing announcing);

    /**
     * Entries of these instruments and this trading timeframe, completed before a time, that no exit completed by then has
     * ended; by instrument and completion. Their prices are those of their day.
     */
    default List<OpenEntry> openEntries(Set<Instrument> instruments, Timeframe trading, Instant asOf) {
        return openEntries(instruments, trading, asOf, Long.MAX_VALUE);
    }

    /**
     * The same by what had been stored before a run.
     *
     * @param before the id of the run
     */
    List<OpenEntry> openEntries(Set<Instrument> instruments, Timeframe trading, Instant asOf, long before);

    /** Stored signals by their ids, in the order of these; ids that are not there are left out. */
    List<IssuedSignal> issued(List<Long> ids);

    /** Stored signals completed in ({@code after}, {@code until}], newest first, then by symbol. */
    List<StoredSignal> signalsCompleted(Instant after, Instant until);

    /** When the newest stored signal was completed. */
    Optional<Instant> newestSignal();

    /** How a run ended. */
    enum RunStatus {
        SUCCESS,
        PARTIAL,
        FAILED
    }

    /**
     * One run over a universe.
     *
     * @param runAt when it was started, by the clock
     * @param asOf the time it decided for
     * @param tick that it is for; a tick is recorded once. Empty for a run by hand
     * @param timeframes that it decided on
     * @param symbolsProcessed instruments with a decision other than no data
     * @param errorCount instruments without data
     * @param error what somebody should know of it; empty when all is well
     * @param phases how long each took so far, by name
     * @param basis for repeating it
     */
    record PredictionRun(
            Instant runAt,
            Instant asOf,
            Optional<Instant> tick,
            Timeframes timeframes,
            RunStatus status,
            int symbolsProcessed,
            int errorCount,
            Optional<String> error,
            Map<String, Duration> phases,
            RunBasis basis,
            List<Signal> signals) {
        public PredictionRun {
            signals = List.copyOf(signals);
        }

        /** All phases together. */
        public Duration executionTime() {
            return phases.values().stream().reduce(Duration.ZERO, Duration::plus);
        }
    }

    /**
     * What was recorded.
     *
     * @param run its id
     * @param newSignals that were not stored before
     * @param announced notices that were not announced before
     */
    record Recorded(long run, int newSignals, int announced) {}

    /**
     * An entry in force by what is stored.
     *
     * @param isAnnounced whether somebody was to be told of it
     */
    record OpenEntry(InForce entry, boolean isAnnounced) {}

    /**
     * A stored signal with what its run decided on.
     *
     * @param higher higher timeframes, nearest first
     * @param asOf the time that the run decided for
     */
    record IssuedSignal(long id, StoredSignal signal, List<Timeframe> higher, Instant asOf) {
        public IssuedSignal {
            higher = List.copyOf(higher);
        }
    }

    /**
     * A signal as stored.
     *
     * @param setUp the one that opens the position, also in its exit
     * @param confidence empty for an exit, as are strength, stop, target and risk/reward
     * @param notifiedAt when it was told to somebody; empty while it was not
     */
    record StoredSignal(
            Instrument instrument,
            SignalType type,
            SetUp setUp,
            Timeframe trading,
            Instant completedAt,
            BigDecimal price,
            Optional<BigDecimal> stop,
            Optional<BigDecimal> target,
            Optional<Double> confidence,
            Optional<Double> strength,
            Optional<Double> riskReward,
            String reason,
            Optional<Instant> notifiedAt) {}
}
