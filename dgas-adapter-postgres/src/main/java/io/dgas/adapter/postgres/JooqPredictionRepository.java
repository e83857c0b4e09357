package io.dgas.adapter.postgres;

import static io.dgas.adapter.postgres.jooq.Tables.GENERATED_SIGNALS;
import static io.dgas.adapter.postgres.jooq.Tables.PREDICTION_RUNS;

import io.dgas.adapter.postgres.PredictionRunRows.Head;
import io.dgas.application.explain.Explanation;
import io.dgas.application.port.out.PredictionRepository;
import io.dgas.application.port.out.change.Change;
import io.dgas.application.port.out.notice.Announcing;
import io.dgas.domain.market.Direction;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.Evidence;
import io.dgas.domain.signal.InForce;
import io.dgas.domain.signal.Protection;
import io.dgas.domain.signal.SetUp;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalId;
import io.dgas.domain.signal.SignalType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Insert;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Runs in table {@code prediction_runs}, their signals in {@code generated_signals}. */
final class JooqPredictionRepository implements PredictionRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The last five an exit has not. */
    private static final List<Field<?>> SIGNAL_FIELDS = List.of(
            GENERATED_SIGNALS.RUN_ID,
            GENERATED_SIGNALS.SYMBOL,
            GENERATED_SIGNALS.TRADING_INTERVAL,
            GENERATED_SIGNALS.SIGNAL_TIMESTAMP,
            GENERATED_SIGNALS.SIGNAL_TYPE,
            GENERATED_SIGNALS.SET_UP,
            GENERATED_SIGNALS.ENTRY_PRICE,
            GENERATED_SIGNALS.REASON,
            GENERATED_SIGNALS.EVIDENCE,
            GENERATED_SIGNALS.STOP_LOSS,
            GENERATED_SIGNALS.TARGET_PRICE,
            GENERATED_SIGNALS.RISK_REWARD,
            GENERATED_SIGNALS.CONFIDENCE,
            GENERATED_SIGNALS.SIGNAL_STRENGTH);

    private static final String OPEN_ENTRIES = """
            select entry.* from generated_signals entry
            where entry.trading_interval = ? and entry.symbol = any (?) and entry.signal_type in ('LONG', 'SHORT')
              and entry.signal_timestamp < ?::timestamptz and entry.run_id < ?
              and not exists (
                select from generated_signals ended
                where ended.symbol = entry.symbol and ended.trading_interval = entry.trading_interval
                  and ended.set_up = entry.set_up and ended.signal_type = 'EXIT_' || entry.signal_type
                  and ended.signal_timestamp > entry.signal_timestamp and ended.signal_timestamp <= ?::timestamptz
                  and ended.run_id < ?)
            order by entry.symbol, entry.signal_timestamp, entry.id""";

    private final Database database;

    JooqPredictionRepository(Database database) {
        this.database = database;
    }

    @Override
    public Recorded record(PredictionRun run, Announcing announcing) {
        return database.withJooq("recording the run of " + run.runAt(), jooq -> {
            long begun = System.nanoTime();
            long id = insertRun(jooq, run);
            JooqPredictionRuns.insertBasis(jooq, id, run.basis());
            List<Signal> stored = insertSignals(jooq, id, run.signals());
            int announced = new NoticeRows(jooq, run.runAt()).insert(announcing.of(stored));
            complete(jooq, id, stored.size(), phases(run, Duration.ofNanos(System.nanoTime() - begun)));
            tell(jooq, stored);
            return new Recorded(id, stored.size(), announced);
        });
    }

    private static void tell(DSLContext jooq, List<Signal> stored) {
        ChangeNotes.tell(jooq, Change.Kind.RUN);
        if (!stored.isEmpty()) {
            Set<Instrument> of =
                    stored.stream().map(signal -> signal.id().instrument()).collect(Collectors.toSet());
            ChangeNotes.tell(jooq, new Change(Change.Kind.SIGNAL, of));
        }
    }

    private static Map<String, Duration> phases(PredictionRun run, Duration recording) {
        Map<String, Duration> phases = new TreeMap<>(run.phases());
        phases.put("record", recording);
        return phases;
    }

    /** Recording counts as a phase too, without the commit. */
    private static void complete(DSLContext jooq, long id, int signals, Map<String, Duration> phases) {
        long all =
                phases.values().stream().reduce(Duration.ZERO, Duration::plus).toMillis();
        jooq.update(PREDICTION_RUNS)
                .set(PREDICTION_RUNS.SIGNALS_GENERATED, signals)
                .set(PREDICTION_RUNS.EXECUTION_TIME_MS, all)
                .set(PREDICTION_RUNS.DETAIL, PredictionRunRows.detail(phases))
                .where(PREDICTION_RUNS.ID.eq(id))
                .execute();
    }

    private static long insertRun(DSLContext jooq, PredictionRun run) {
        Head head = new Head(run.runAt(), run.asOf(), run.tick(), run.timeframes(), run.status());
        Record stored = PredictionRunRows.insert(jooq, head)
                .set(PREDICTION_RUNS.SYMBOLS_PROCESSED, run.symbolsProcessed())
                .set(PREDICTION_RUNS.SIGNALS_GENERATED, 0)
                .set(PREDICTION_RUNS.ERROR_COUNT, run.errorCount())
                .set(PREDICTION_RUNS.EXECUTION_TIME_MS, run.executionTime().toMillis())
                .set(PREDICTION_RUNS.ERROR_MESSAGE, run.error().orElse(null))
                .set(PREDICTION_RUNS.ENGINE_VERSION, run.basis().engineVersion())
                .set(PREDICTION_RUNS.CONFIGURATION_HASH, run.basis().configurationHash())
                .set(
                        PREDICTION_RUNS.KNOWN_AT,
                        run.basis().barsKnownAt().map(StoredTime::of).orElse(null))
                .set(PREDICTION_RUNS.ACTIONS_KNOWN, run.basis().actionsKnown())
                .returning(PREDICTION_RUNS.ID)
                .fetchOne();
        return Objects.requireNonNull(stored).get(PREDICTION_RUNS.ID);
    }

    /** One statement sent with the values of all; returns those that were not there yet. */
    private static List<Signal> insertSignals(DSLContext jooq, long run, List<Signal> signals) {
        if (signals.isEmpty()) {
            return List.of();
        }
        Insert<?> insert = jooq.insertInto(GENERATED_SIGNALS)
                .columns(SIGNAL_FIELDS)
                .values(new Object[SIGNAL_FIELDS.size()])
                .onConflictDoNothing();
        BatchBindStep batch = jooq.batch(insert);
        for (Signal signal : signals) {
            batch = batch.bind(values(run, signal));
        }
        int[] inserted = batch.execute();
        return IntStream.range(0, inserted.length)
                .filter(place -> inserted[place] > 0)
                .mapToObj(signals::get)
                .toList();
    }

    /** In the order of {@link #SIGNAL_FIELDS}. */
    private static @Nullable Object[] values(long run, Signal signal) {
        SignalId id = signal.id();
        Optional<Signal.Entry> entry = signal instanceof Signal.Entry opening ? Optional.of(opening) : Optional.empty();
        return new @Nullable Object[] {
            run,
            id.instrument().symbol(),
            id.trading().code(),
            StoredTime.of(id.completedAt()),
            id.type().name(),
            id.setUp().name(),
            signal.price(),
            signal.reason(),
            JSONB.valueOf(JSON.writeValueAsString(Explanation.evidence(signal))),
            entry.map(Signal.Entry::protection).map(Protection::stop).orElse(null),
            entry.map(Signal.Entry::protection).map(Protection::target).orElse(null),
            entry.map(Signal.Entry::protection).map(Protection::riskReward).orElse(null),
            entry.map(Signal.Entry::confidence).map(Evidence::value).orElse(null),
            entry.map(Signal.Entry::strength).map(Evidence::value).orElse(null)
        };
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

    static StoredSignal stored(Record found) {
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
    public List<OpenEntry> openEntries(Set<Instrument> instruments, Timeframe trading, Instant asOf, long before) {
        String[] symbols = instruments.stream().map(Instrument::symbol).toArray(String[]::new);
        Instant time = StoredTime.of(asOf);
        return database.withJooq(
                "entries in force at " + asOf,
                jooq -> jooq.fetch(OPEN_ENTRIES, trading.code(), symbols, time, before, time, before)
                        .into(GENERATED_SIGNALS)
                        .map(JooqPredictionRepository::open));
    }

    private static OpenEntry open(Record found) {
        StoredSignal entry = stored(found);
        SignalId id =
                new SignalId(entry.instrument(), entry.trading(), entry.completedAt(), entry.type(), entry.setUp());
        Protection prices = new Protection(
                entry.type() == SignalType.LONG ? Direction.UP : Direction.DOWN,
                entry.price(),
                entry.stop().orElseThrow(),
                entry.target().orElseThrow(),
                "as issued");
        return new OpenEntry(new InForce(id, prices), found.get(GENERATED_SIGNALS.IS_ANNOUNCED));
    }

    @Override
    public List<IssuedSignal> issued(List<Long> ids) {
        Map<Long, IssuedSignal> found = database.withJooq(
                ids.size() + " signals by their ids",
                jooq -> jooq.select()
                        .from(GENERATED_SIGNALS)
                        .join(PREDICTION_RUNS)
                        .on(PREDICTION_RUNS.ID.eq(GENERATED_SIGNALS.RUN_ID))
                        .where(GENERATED_SIGNALS.ID.in(ids))
                        .fetchMap(GENERATED_SIGNALS.ID, JooqPredictionRepository::issued));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    private static IssuedSignal issued(Record found) {
        return new IssuedSignal(
                found.get(GENERATED_SIGNALS.ID),
                stored(found),
                PredictionRunRows.timeframes(found).higher(),
                found.get(PREDICTION_RUNS.AS_OF));
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
