package io.dgas.application.port.out;

import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.SetUp;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Recorded prediction runs and the signals they issued. Throws {@link StorageException}. */
public interface PredictionRepository {

    /**
     * Records a run and those of its signals that are not stored yet, in one transaction, all or none. A signal is the
     * same when its {@link io.dgas.domain.signal.SignalId} is; the first one stored stays as it is.
     *
     * @return how many signals were new
     */
    int record(PredictionRun run);

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
     * @param higher higher timeframes, nearest first
     * @param symbolsProcessed instruments with a decision other than no data
     * @param errorCount instruments without data
     * @param configurationHash of everything that shaped the decisions, for repeating them
     */
    record PredictionRun(
            Instant runAt,
            Instant asOf,
            Timeframe trading,
            List<Timeframe> higher,
            RunStatus status,
            int symbolsProcessed,
            int errorCount,
            Duration executionTime,
            String engineVersion,
            String configurationHash,
            List<Signal> signals) {
        public PredictionRun {
            higher = List.copyOf(higher);
            signals = List.copyOf(signals);
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
