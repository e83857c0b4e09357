package io.dgas.adapter.postgres;

import static io.dgas.adapter.postgres.jooq.Tables.DATA_COLLECTION_RUNS;

import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.change.Change;
import io.dgas.application.port.out.collection.CollectionRunRepository;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** Runs in table {@code data_collection_runs}. */
final class JooqCollectionRunRepository implements CollectionRunRepository {

    private static final String TOTALS = """
            select status, count(*)::integer as runs, sum(symbols_updated)::bigint as updated,
              sum(symbols_failed)::bigint as failed, sum(bars_fetched)::bigint as fetched,
              sum(bars_stored)::bigint as stored, sum(calls_used)::bigint as calls, sum(execution_time_ms)::bigint as millis
            from data_collection_runs where run_timestamp >= ?::timestamptz
            group by status""";

    private final Database database;

    JooqCollectionRunRepository(Database database) {
        this.database = database;
    }

    @Override
    public void record(CollectionRun run) {
        database.withJooq("recording the run of " + run.startedAt(), jooq -> {
            ChangeNotes.tell(jooq, Change.Kind.BARS);
            return insert(jooq, run);
        });
    }

    private static int insert(DSLContext jooq, CollectionRun run) {
        return jooq.insertInto(DATA_COLLECTION_RUNS)
                .set(DATA_COLLECTION_RUNS.RUN_TIMESTAMP, StoredTime.of(run.startedAt()))
                .set(DATA_COLLECTION_RUNS.KIND, run.kind().name())
                .set(DATA_COLLECTION_RUNS.INTERVAL_TYPE, run.timeframe().code())
                .set(DATA_COLLECTION_RUNS.STATUS, run.status().name())
                .set(DATA_COLLECTION_RUNS.SYMBOLS_REQUESTED, run.symbols().requested())
                .set(DATA_COLLECTION_RUNS.SYMBOLS_UPDATED, run.symbols().updated())
                .set(DATA_COLLECTION_RUNS.SYMBOLS_FAILED, run.symbols().failed())
                .set(DATA_COLLECTION_RUNS.BARS_FETCHED, run.barsFetched())
                .set(DATA_COLLECTION_RUNS.BARS_STORED, run.barsStored())
                .set(DATA_COLLECTION_RUNS.CALLS_USED, run.callsUsed())
                .set(DATA_COLLECTION_RUNS.EXECUTION_TIME_MS, run.executionTime().toMillis())
                .set(DATA_COLLECTION_RUNS.ERROR_MESSAGE, run.error().orElse(null))
                .set(DATA_COLLECTION_RUNS.DETAIL, JsonDetail.written(run.detail()))
                .execute();
    }

    @Override
    public Optional<CollectionRun> newest(List<RunKind> kinds) {
        return database.withJooq(
                "the newest run",
                jooq -> jooq.selectFrom(DATA_COLLECTION_RUNS)
                        .where(DATA_COLLECTION_RUNS.KIND.in(
                                kinds.stream().map(RunKind::name).toList()))
                        .orderBy(DATA_COLLECTION_RUNS.RUN_TIMESTAMP.desc(), DATA_COLLECTION_RUNS.ID.desc())
                        .limit(1)
                        .fetchOptional(JooqCollectionRunRepository::run));
    }

    @Override
    public List<CollectionRun> since(Instant from, int most) {
        return database.withJooq(
                "runs since " + from,
                jooq -> jooq.selectFrom(DATA_COLLECTION_RUNS)
                        .where(DATA_COLLECTION_RUNS.RUN_TIMESTAMP.ge(StoredTime.of(from)))
                        .orderBy(DATA_COLLECTION_RUNS.RUN_TIMESTAMP.desc(), DATA_COLLECTION_RUNS.ID.desc())
                        .limit(most)
                        .fetch(JooqCollectionRunRepository::run));
    }

    @Override
    public List<CollectionRun> live(Timeframe timeframe, Instant from) {
        return database.withJooq(
                "live runs since " + from,
                jooq -> jooq.selectFrom(DATA_COLLECTION_RUNS)
                        .where(DATA_COLLECTION_RUNS.RUN_TIMESTAMP.ge(StoredTime.of(from)))
                        .and(DATA_COLLECTION_RUNS.KIND.eq(RunKind.LIVE.name()))
                        .and(DATA_COLLECTION_RUNS.INTERVAL_TYPE.eq(timeframe.code()))
                        .orderBy(DATA_COLLECTION_RUNS.RUN_TIMESTAMP.desc(), DATA_COLLECTION_RUNS.ID.desc())
                        .fetch(JooqCollectionRunRepository::run));
    }

    private static CollectionRun run(Record found) {
        return new CollectionRun(
                found.get(DATA_COLLECTION_RUNS.RUN_TIMESTAMP),
                RunKind.valueOf(found.get(DATA_COLLECTION_RUNS.KIND)),
                Timeframe.ofCode(found.get(DATA_COLLECTION_RUNS.INTERVAL_TYPE)),
                RunStatus.valueOf(found.get(DATA_COLLECTION_RUNS.STATUS)),
                new Symbols(
                        found.get(DATA_COLLECTION_RUNS.SYMBOLS_REQUESTED),
                        found.get(DATA_COLLECTION_RUNS.SYMBOLS_UPDATED),
                        found.get(DATA_COLLECTION_RUNS.SYMBOLS_FAILED)),
                found.get(DATA_COLLECTION_RUNS.BARS_FETCHED),
                found.get(DATA_COLLECTION_RUNS.BARS_STORED),
                found.get(DATA_COLLECTION_RUNS.CALLS_USED),
                Duration.ofMillis(found.get(DATA_COLLECTION_RUNS.EXECUTION_TIME_MS)),
                Optional.ofNullable(found.get(DATA_COLLECTION_RUNS.ERROR_MESSAGE)),
                JsonDetail.read(found.get(DATA_COLLECTION_RUNS.DETAIL)));
    }

    @Override
    public Totals totals(Instant from) {
        return database.withJooq("sums of the runs since " + from, jooq -> {
            Result<Record> found = jooq.fetch(TOTALS, StoredTime.of(from));
            Map<RunStatus, Integer> runs = new EnumMap<>(RunStatus.class);
            found.forEach(row ->
                    runs.put(RunStatus.valueOf(row.get("status", String.class)), row.get("runs", Integer.class)));
            return new Totals(
                    runs,
                    sum(found, "updated"),
                    sum(found, "failed"),
                    sum(found, "fetched"),
                    sum(found, "stored"),
                    sum(found, "calls"),
                    Duration.ofMillis(sum(found, "millis")));
        });
    }

    private static long sum(Result<Record> found, String column) {
        return found.getValues(DSL.field(DSL.name(column), Long.class)).stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
