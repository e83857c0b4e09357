package io.dgas.application.port.out;

import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.timeframe.Timeframes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record of prediction runs: which ticks were served, how, and on what. Throws {@link StorageException}. */
public interface PredictionRuns {

    /** The newest tick that is recorded, run or missed; empty before the first. */
    Optional<Instant> lastTick();

    /**
     * Records ticks that no run will serve, each as a failed run of its own; a tick that is recorded already stays as it is.
     *
     * @param why for people
     * @return how many were recorded
     */
    int recordMissed(List<Instant> ticks, Timeframes timeframes, String why, Instant now);

    /** Runs begun at {@code from} or later, newest first. */
    List<RecordedRun> since(Instant from, int most);

    /** One run. */
    Optional<RecordedRun> find(long run);

    /** The newest run that decided this instrument for a time not after {@code asOf}. */
    Optional<RecordedRun> newestOf(Instrument instrument, Instant asOf);

    /** What a run decided on; empty when that was not kept. */
    Optional<RunBasis> basis(long run);

    /**
     * A run as it was recorded.
     *
     * @param tick that it was for; empty for a run by hand
     * @param isMissed whether nothing was decided, because the tick could not be served
     * @param symbolsProcessed instruments with a decision other than no data
     * @param signals that were new
     * @param errorCount instruments without data
     * @param phases how long each took, by name
     * @param error what made it fail, for people
     */
    record RecordedRun(
            long id,
            Instant runAt,
            Instant asOf,
            Optional<Instant> tick,
            Timeframes timeframes,
            RunStatus status,
            boolean isMissed,
            int symbolsProcessed,
            int signals,
            int errorCount,
            Duration executionTime,
            Map<String, Duration> phases,
            Optional<String> error) {}
}
