package io.dgas.adapter.postgres;

import static io.dgas.adapter.postgres.jooq.Tables.GENERATED_SIGNALS;
import static io.dgas.adapter.postgres.jooq.Tables.PREDICTION_RUNS;

import io.dgas.application.port.out.InstrumentRecords;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads of one symbol, each by a key of its table. */
final class PostgresInstrumentRecords implements InstrumentRecords {

    /** Parameters: all timeframes, symbol, recorded by. One probe for each timeframe, which ends at the first bar. */
    private static final String TIMEFRAMES = """
            select code from unnest(?::text[]) with ordinality as known (code, place)
            where exists (
              select from market_data_history h
              where h.symbol_id = (select id from market_symbols where symbol = ?) and h.interval_type = code
                and h.recorded_at <= ?::timestamptz)
            order by place""";

    /** Parameter: symbol. */
    private static final String FIRST_RECORDED = """
            select min(recorded_at) as first from market_data_history
            where symbol_id = (select id from market_symbols where symbol = ?)""";

    /** Parameters: symbol, timeframe, completed by, recorded by, most. */
    private static final String SIGNALS = """
            select signal.* from generated_signals signal join prediction_runs run on run.id = signal.run_id
            where signal.symbol = ? and signal.trading_interval = ? and signal.signal_timestamp <= ?::timestamptz
              and run.run_timestamp <= ?::timestamptz
            order by signal.signal_timestamp desc, signal.id desc
            limit ?""";

    /** Parameters: completed by, recorded by, among, symbol, timeframe. */
    private static final String NEWEST_RUN = """
            select run.* from (
              select * from prediction_runs
              where as_of <= ?::timestamptz and run_timestamp <= ?::timestamptz
              order by as_of desc, id desc
              limit ?) as run
            join prediction_run_inputs input on input.run_id = run.id
            where ? = any (input.symbols)
            order by run.trading_interval = ? desc, run.as_of desc, run.id desc
            limit 1""";

    /** Parameters: symbol, timeframe, first, last, recorded by. */
    private static final String ABSENCES = """
            select "timestamp", reason from coverage_absences
            where symbol_id = (select id from market_symbols where symbol = ?) and interval_type = ?
              and "timestamp" between ?::timestamptz and ?::timestamptz and recorded_at <= ?::timestamptz""";

    private final Database database;

    PostgresInstrumentRecords(Database database) {
        this.database = database;
    }

    @Override
    public List<Timeframe> timeframes(Instrument instrument, Instant recordedBy) {
        String[] codes = Arrays.stream(Timeframe.values()).map(Timeframe::code).toArray(String[]::new);
        return database.withJooq(
                "timeframes of " + instrument,
                jooq -> jooq.fetch(TIMEFRAMES, codes, instrument.symbol(), StoredTime.of(recordedBy))
                        .map(found -> Timeframe.ofCode(found.get("code", String.class))));
    }

    @Override
    public Optional<Instant> firstRecorded(Instrument instrument) {
        return database.withJooq(
                "when " + instrument + " was first recorded",
                jooq -> jooq.fetchOptional(FIRST_RECORDED, instrument.symbol())
                        .map(found -> found.get("first", Instant.class)));
    }

    @Override
    public List<StoredSignal> signals(BarKey series, By by, int most) {
        return database.withJooq(
                "signals of " + series,
                jooq -> jooq.fetch(
                                SIGNALS,
                                series.instrument().symbol(),
                                series.timeframe().code(),
                                StoredTime.of(by.completed()),
                                StoredTime.of(by.recorded()),
                                most)
                        .into(GENERATED_SIGNALS)
                        .map(JooqPredictionRepository::stored)
                        .reversed());
    }

    @Override
    public Optional<RecordedRun> newestRun(BarKey series, By by, int among) {
        return database.withJooq(
                "the newest run of " + series.instrument(),
                jooq -> jooq
                        .fetch(
                                NEWEST_RUN,
                                StoredTime.of(by.completed()),
                                StoredTime.of(by.recorded()),
                                among,
                                series.instrument().symbol(),
                                series.timeframe().code())
                        .into(PREDICTION_RUNS)
                        .map(PredictionRunRows::read)
                        .stream()
                        .findFirst());
    }

    @Override
    public Map<Instant, AbsenceReason> absences(BarKey series, Instant first, Instant last, Instant recordedBy) {
        Map<Instant, AbsenceReason> reasons = new HashMap<>();
        database.withJooq(
                        "absent bars of " + series,
                        jooq -> jooq.fetch(
                                ABSENCES,
                                series.instrument().symbol(),
                                series.timeframe().code(),
                                StoredTime.of(first),
                                StoredTime.of(last),
                                StoredTime.of(recordedBy)))
                .forEach(found -> reasons.put(
                        found.get("timestamp", Instant.class),
                        AbsenceReason.valueOf(found.get("reason", String.class))));
        return reasons;
    }
}
