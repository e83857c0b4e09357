package io.dgas.adapter.postgres;

import static io.dgas.adapter.postgres.jooq.Tables.GENERATED_SIGNALS;
import static io.dgas.adapter.postgres.jooq.Tables.PREDICTION_RUNS;

import io.dgas.application.explain.Explanation;
import io.dgas.application.port.out.PredictionRepository;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.SetUp;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalId;
import io.dgas.domain.signal.SignalType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import tools.jackson.databind.json.JsonMapper;

/** Runs in table {@code prediction_runs}, their signals in {@code generated_signals}. */
final class JooqPredictionRepository implements PredictionRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;

    JooqPredictionRepository(Database database) {
        this.database = database;
    }

    @Override
    public int record(PredictionRun run) {
        return database.withJooq("recording the run of " + run.runAt(), jooq -> {
            long id = insertRun(jooq, run);
            int stored = run.signals().stream()
                    .mapToInt(signal -> insert(jooq, id, signal))
                    .sum();
            jooq.update(PREDICTION_RUNS)
                    .set(PREDICTION_RUNS.SIGNALS_GENERATED, stored)
                    .where(PREDICTION_RUNS.ID.eq(id))
                    .execute();
            return stored;
        });
    }

    private static long insertRun(DSLContext jooq, PredictionRun run) {
        Record stored = jooq.insertInto(PREDICTION_RUNS)
                .set(PREDICTION_RUNS.RUN_TIMESTAMP, StoredTime.of(run.runAt()))
                .set(PREDICTION_RUNS.AS_OF, StoredTime.of(run.asOf()))
                .set(PREDICTION_RUNS.TRADING_INTERVAL, run.trading().code())
                .set(
                        PREDICTION_RUNS.HIGHER_INTERVALS,
                        run.higher().stream().map(Timeframe::code).toArray(String[]::new))
                .set(PREDICTION_RUNS.STATUS, run.status().name())
                .set(PREDICTION_RUNS.SYMBOLS_PROCESSED, run.symbolsProcessed())
                .set(PREDICTION_RUNS.SIGNALS_GENERATED, 0)
                .set(PREDICTION_RUNS.ERROR_COUNT, run.errorCount())
                .set(PREDICTION_RUNS.EXECUTION_TIME_MS, run.executionTime().toMillis())
                .set(PREDICTION_RUNS.ENGINE_VERSION, run.engineVersion())
                .set(PREDICTION_RUNS.CONFIGURATION_HASH, run.configurationHash())
                .returning(PREDICTION_RUNS.ID)
                .fetchOne();
        return Objects.requireNonNull(stored).get(PREDICTION_RUNS.ID);
    }

    private static int insert(DSLContext jooq, long run, Signal signal) {
        SignalId id = signal.id();
        InsertSetMoreStep<?> insert = jooq.insertInto(GENERATED_SIGNALS)
                .set(GENERATED_SIGNALS.RUN_ID, run)
                .set(GENERATED_SIGNALS.SYMBOL, id.instrument().symbol())
                .set(GENERATED_SIGNALS.TRADING_INTERVAL, id.trading().code())
                .set(GENERATED_SIGNALS.SIGNAL_TIMESTAMP, StoredTime.of(id.completedAt()))
                .set(GENERATED_SIGNALS.SIGNAL_TYPE, id.type().name())
                .set(GENERATED_SIGNALS.SET_UP, id.setUp().name())
                .set(GENERATED_SIGNALS.ENTRY_PRICE, signal.price())
                .set(GENERATED_SIGNALS.REASON, signal.reason())
                .set(GENERATED_SIGNALS.EVIDENCE, JSONB.valueOf(JSON.writeValueAsString(Explanation.evidence(signal))));
        return (signal instanceof Signal.Entry entry ? withScore(insert, entry) : insert)
                .onConflictDoNothing()
                .execute();
    }

    /** What an exit has not. */
    private static InsertSetMoreStep<?> withScore(InsertSetMoreStep<?> insert, Signal.Entry entry) {
        return insert.set(GENERATED_SIGNALS.STOP_LOSS, entry.protection().stop())
                .set(GENERATED_SIGNALS.TARGET_PRICE, entry.protection().target())
                .set(GENERATED_SIGNALS.RISK_REWARD, entry.protection().riskReward())
                .set(GENERATED_SIGNALS.CONFIDENCE, entry.confidence().value())
                .set(GENERATED_SIGNALS.SIGNAL_STRENGTH, entry.strength().value());
    }

    @Override
    public List<StoredSignal> signalsCompleted(Instant after, Instant until) {
        return database.withJooq(
                "signals completed after " + after + " until " + until,
                jooq -> jooq.selectFrom(GENERATED_SIGNALS)
                        .where(GENERATED_SIGNALS.SIGNAL_TIMESTAMP.gt(StoredTime.of(after)))
                        .and(GENERATED_SIGNALS.SIGNAL_TIMESTAMP.le(StoredTime.of(until)))
                        .orderBy(
                                GENERATED_SIGNALS.SIGNAL_TIMESTAMP.desc(),
                                GENERATED_SIGNALS.SYMBOL,
                                GENERATED_SIGNALS.ID)
                        .fetch(JooqPredictionRepository::stored));
    }

    private static StoredSignal stored(Record found) {
        return new StoredSignal(
                new Instrument(found.get(GENERATED_SIGNALS.SYMBOL)),
                SignalType.valueOf(found.get(GENERATED_SIGNALS.SIGNAL_TYPE)),
                SetUp.valueOf(found.get(GENERATED_SIGNALS.SET_UP)),
                Timeframe.ofCode(found.get(GENERATED_SIGNALS.TRADING_INTERVAL)),
                found.get(GENERATED_SIGNALS.SIGNAL_TIMESTAMP),
                found.get(GENERATED_SIGNALS.ENTRY_PRICE),
                Optional.ofNullable(found.get(GENERATED_SIGNALS.STOP_LOSS)),
                Optional.ofNullable(found.get(GENERATED_SIGNALS.TARGET_PRICE)),
                Optional.ofNullable(found.get(GENERATED_SIGNALS.CONFIDENCE)),
                Optional.ofNullable(found.get(GENERATED_SIGNALS.SIGNAL_STRENGTH)),
                Optional.ofNullable(found.get(GENERATED_SIGNALS.RISK_REWARD)),
                found.get(GENERATED_SIGNALS.REASON),
                Optional.ofNullable(found.get(GENERATED_SIGNALS.NOTIFICATION_SENT_AT)));
    }

    @Override
    public Optional<Instant> newestSignal() {
        return database.withJooq(
                "the newest signal",
                jooq -> jooq.select(DSL.max(GENERATED_SIGNALS.SIGNAL_TIMESTAMP))
                        .from(GENERATED_SIGNALS)
                        .fetchOptional(DSL.max(GENERATED_SIGNALS.SIGNAL_TIMESTAMP)));
    }
}
