package io.dgas.adapter.postgres;

import static io.dgas.adapter.postgres.jooq.Tables.PREDICTION_RUNS;
import static io.dgas.adapter.postgres.jooq.Tables.PREDICTION_RUN_INPUTS;

import io.dgas.adapter.postgres.PredictionRunRows.Head;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.PredictionRuns;
import io.dgas.application.port.out.RunBasis;
import io.dgas.application.port.out.change.Change;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.timeframe.Timeframes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Runs in table {@code prediction_runs}; what they decided on in {@code prediction_run_inputs}. */
final class JooqPredictionRuns implements PredictionRuns {

    private final Database database;

    JooqPredictionRuns(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Instant> lastTick() {
        return database.withJooq(
                "the newest tick",
                jooq -> jooq.select(DSL.max(PREDICTION_RUNS.TICK_AT))
                        .from(PREDICTION_RUNS)
                        .fetchOptional(DSL.max(PREDICTION_RUNS.TICK_AT)));
    }

    @Override
    public int recordMissed(List<Instant> ticks, Timeframes timeframes, String why, Instant now) {
        if (ticks.isEmpty()) {
            return 0;
        }
        return database.withJooq("recording " + ticks.size() + " missed ticks", jooq -> {
            int recorded = 0;
            for (Instant tick : ticks) {
                recorded += insertMissed(jooq, tick, timeframes, why, now);
            }
            ChangeNotes.tell(jooq, Change.Kind.RUN);
            return recorded;
        });
    }

    private static int insertMissed(DSLContext jooq, Instant tick, Timeframes timeframes, String why, Instant now) {
        Head head = new Head(now, tick, Optional.of(tick), timeframes, RunStatus.FAILED);
        return PredictionRunRows.insert(jooq, head)
                .set(PREDICTION_RUNS.SYMBOLS_PROCESSED, 0)
                .set(PREDICTION_RUNS.SIGNALS_GENERATED, 0)
                .set(PREDICTION_RUNS.ERROR_COUNT, 0)
                .set(PREDICTION_RUNS.EXECUTION_TIME_MS, 0L)
                .set(PREDICTION_RUNS.ENGINE_VERSION, "")
                .set(PREDICTION_RUNS.CONFIGURATION_HASH, "")
                .set(PREDICTION_RUNS.ERROR_MESSAGE, why)
                .set(PREDICTION_RUNS.DETAIL, PredictionRunRows.missed())
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public List<RecordedRun> since(Instant from, int most) {
        return select("runs since " + from, PREDICTION_RUNS.RUN_TIMESTAMP.ge(StoredTime.of(from)), most);
    }

    @Override
    public Optional<RecordedRun> find(long run) {
        return select("run " + run, PREDICTION_RUNS.ID.eq(run), 1).stream().findFirst();
    }

    @Override
    public Optional<RecordedRun> newestOf(Instrument instrument, Instant asOf) {
        Condition isOf = PREDICTION_RUNS
                .AS_OF
                .le(StoredTime.of(asOf))
                .and(DSL.exists(DSL.selectOne()
                        .from(PREDICTION_RUN_INPUTS)
                        .where(PREDICTION_RUN_INPUTS.RUN_ID.eq(PREDICTION_RUNS.ID))
                        .and(DSL.val(instrument.symbol()).eq(DSL.any(PREDICTION_RUN_INPUTS.SYMBOLS)))));
        return database.withJooq(
                "the newest run of " + instrument,
                jooq -> jooq.selectFrom(PREDICTION_RUNS)
                        .where(isOf)
                        .orderBy(PREDICTION_RUNS.AS_OF.desc(), PREDICTION_RUNS.ID.desc())
                        .limit(1)
                        .fetchOptional(PredictionRunRows::read));
    }

    private List<RecordedRun> select(String asked, Condition which, int most) {
        return database.withJooq(
                asked,
                jooq -> jooq.selectFrom(PREDICTION_RUNS)
                        .where(which)
                        .orderBy(PREDICTION_RUNS.RUN_TIMESTAMP.desc(), PREDICTION_RUNS.ID.desc())
                        .limit(most)
                        .fetch(PredictionRunRows::read));
    }

    @Override
    public Optional<RunBasis> basis(long run) {
        return database.withJooq(
                "what run " + run + " decided on",
                jooq -> jooq.select()
                        .from(PREDICTION_RUNS)
                        .join(PREDICTION_RUN_INPUTS)
                        .on(PREDICTION_RUN_INPUTS.RUN_ID.eq(PREDICTION_RUNS.ID))
                        .where(PREDICTION_RUNS.ID.eq(run))
                        .fetchOptional(JooqPredictionRuns::basis));
    }

    private static RunBasis basis(Record found) {
        String[] symbols = found.get(PREDICTION_RUN_INPUTS.SYMBOLS);
        Long[] inputs = found.get(PREDICTION_RUN_INPUTS.INPUT_HASHES);
        Long[] decisions = found.get(PREDICTION_RUN_INPUTS.DECISION_HASHES);
        return new RunBasis(
                found.get(PREDICTION_RUNS.ENGINE_VERSION),
                found.get(PREDICTION_RUNS.CONFIGURATION_HASH),
                Optional.ofNullable(found.get(PREDICTION_RUNS.KNOWN_AT)),
                Optional.ofNullable(found.get(PREDICTION_RUNS.ACTIONS_KNOWN)).orElse(Long.MAX_VALUE),
                stale(JsonDetail.read(found.get(PREDICTION_RUN_INPUTS.STALE))),
                IntStream.range(0, symbols.length)
                        .mapToObj(i -> new RunBasis.Series(new Instrument(symbols[i]), inputs[i], decisions[i]))
                        .toList());
    }

    private static SortedMap<Instrument, String> stale(Map<String, Object> stored) {
        SortedMap<Instrument, String> stale = new TreeMap<>();
        stored.forEach((symbol, why) -> stale.put(new Instrument(symbol), String.valueOf(why)));
        return stale;
    }

    /** In the transaction of whoever records the run. */
    static void insertBasis(DSLContext jooq, long run, RunBasis basis) {
        Map<String, Object> stale = new TreeMap<>();
        basis.stale().forEach((instrument, why) -> stale.put(instrument.symbol(), why));
        List<RunBasis.Series> series = basis.series();
        jooq.insertInto(PREDICTION_RUN_INPUTS)
                .set(PREDICTION_RUN_INPUTS.RUN_ID, run)
                .set(
                        PREDICTION_RUN_INPUTS.SYMBOLS,
                        series.stream().map(one -> one.instrument().symbol()).toArray(String[]::new))
                .set(
                        PREDICTION_RUN_INPUTS.INPUT_HASHES,
                        series.stream().map(RunBasis.Series::inputHash).toArray(Long[]::new))
                .set(
                        PREDICTION_RUN_INPUTS.DECISION_HASHES,
                        series.stream().map(RunBasis.Series::decisionHash).toArray(Long[]::new))
                .set(PREDICTION_RUN_INPUTS.STALE, JsonDetail.written(stale))
                .execute();
    }
}
