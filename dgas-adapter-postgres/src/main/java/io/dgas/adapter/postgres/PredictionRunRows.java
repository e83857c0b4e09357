package io.dgas.adapter.postgres;

import static io.dgas.adapter.postgres.jooq.Tables.PREDICTION_RUNS;

import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.timeframe.Timeframes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.JSONB;
import org.jooq.Record;

/** Rows of table {@code prediction_runs}. */
final class PredictionRunRows {

    /** Names within the detail of a run. */
    private static final String PHASES = "phases";

    private static final String MISSED = "missed";

    private PredictionRunRows() {}

    /** What a run is known by, whether it decided anything or not. */
    record Head(Instant runAt, Instant asOf, Optional<Instant> tick, Timeframes timeframes, RunStatus status) {}

    /** What it came to is yet to be set. */
    static InsertSetMoreStep<Record> insert(DSLContext jooq, Head head) {
        return jooq.insertInto(PREDICTION_RUNS)
                .set(PREDICTION_RUNS.RUN_TIMESTAMP, StoredTime.of(head.runAt()))
                .set(PREDICTION_RUNS.AS_OF, StoredTime.of(head.asOf()))
                .set(PREDICTION_RUNS.TICK_AT, head.tick().map(StoredTime::of).orElse(null))
                .set(
                        PREDICTION_RUNS.TRADING_INTERVAL,
                        head.timeframes().trading().code())
                .set(
                        PREDICTION_RUNS.HIGHER_INTERVALS,
                        head.timeframes().higher().stream().map(Timeframe::code).toArray(String[]::new))
                .set(PREDICTION_RUNS.STATUS, head.status().name());
    }

    static JSONB missed() {
        return JsonDetail.written(Map.of(MISSED, true));
    }

    static JSONB detail(Map<String, Duration> phases) {
        Map<String, Object> millis = new TreeMap<>();
        phases.forEach((name, time) -> millis.put(name, time.toMillis()));
        return JsonDetail.written(Map.of(PHASES, millis));
    }

    static RecordedRun read(Record found) {
        Map<String, Object> detail = JsonDetail.read(found.get(PREDICTION_RUNS.DETAIL));
        return new RecordedRun(
                found.get(PREDICTION_RUNS.ID),
                found.get(PREDICTION_RUNS.RUN_TIMESTAMP),
                found.get(PREDICTION_RUNS.AS_OF),
                Optional.ofNullable(found.get(PREDICTION_RUNS.TICK_AT)),
                timeframes(found),
                RunStatus.valueOf(found.get(PREDICTION_RUNS.STATUS)),
                detail.containsKey(MISSED),
                found.get(PREDICTION_RUNS.SYMBOLS_PROCESSED),
                found.get(PREDICTION_RUNS.SIGNALS_GENERATED),
                found.get(PREDICTION_RUNS.ERROR_COUNT),
                Duration.ofMillis(found.get(PREDICTION_RUNS.EXECUTION_TIME_MS)),
                phases(detail),
                Optional.ofNullable(found.get(PREDICTION_RUNS.ERROR_MESSAGE)));
    }

    static Timeframes timeframes(Record found) {
        return new Timeframes(
                Timeframe.ofCode(found.get(PREDICTION_RUNS.TRADING_INTERVAL)),
                Arrays.stream(found.get(PREDICTION_RUNS.HIGHER_INTERVALS))
                        .map(Timeframe::ofCode)
                        .toList());
    }

    private static Map<String, Duration> phases(Map<String, Object> detail) {
        Map<String, Duration> phases = new TreeMap<>();
        if (detail.get(PHASES) instanceof Map<?, ?> millis) {
            millis.forEach((name, value) -> {
                if (value instanceof Number number) {
                    phases.put(String.valueOf(name), Duration.ofMillis(number.longValue()));
                }
            });
        }
        return phases;
    }
}
