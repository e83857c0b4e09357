package io.dgas.adapter.postgres;

import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.BarFigures;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Record;

/** Figures of tables {@code market_data}, {@code market_data_revisions} and {@code coverage_absences}. */
final class PostgresBarFigures implements BarFigures {

    private static final String NEWEST = """
            select symbol, "timestamp", source, recorded_at
            from market_symbols cross join lateral (
              select "timestamp", source, recorded_at from market_data
              where symbol_id = id and interval_type = ? order by "timestamp" desc limit 1) as bar
            where symbol = any (?)""";

    /**
     * Parameters: whether of some symbols only, these, timeframe, from, to (exclusive). Symbol by symbol, so that each is
     * one walk along the key, whatever the planner thinks of the tables.
     */
    private static final String BARS = """
            with given (is_limited, symbols, code, first, past) as (
              select ?::boolean, ?::text[], ?::text, ?::timestamptz, ?::timestamptz),
            m as (
              select symbol, bar.* from given cross join market_symbols cross join lateral (
                select * from market_data
                where symbol_id = id and interval_type = code and "timestamp" >= first and "timestamp" < past
                offset 0) as bar
              where not is_limited or symbol = any (symbols))
            """;

    private static final String REVISIONS = """
            market_data_revisions r
              where r.symbol_id = m.symbol_id and r.interval_type = m.interval_type and r."timestamp" = m."timestamp\"""";

    private static final String ORIGINS = BARS + """
            select symbol, source, count(*) as bars, count(*) filter (where times > 0) as revised,
              count(*) filter (where finals > 0) as final_revised
            from m cross join lateral (
              select count(*) as times, count(*) filter (where standing = 'FINAL') as finals from %s) as r
            group by symbol, source
            order by symbol, source""".formatted(REVISIONS);

    /**
     * The provisional bar is the one that a final bar replaced. One that was confirmed was never replaced, so its values
     * are those of the first final bar.
     */
    private static final String ACCURACY = BARS + """
            select symbol, provisional_source, count(*) as compared,
              count(*) filter (where (p.open, p.high, p.low, p.close) is distinct from (m.open, m.high, m.low, m.close))
                as differing,
              coalesce(max(greatest(
                abs(p.open - m.open) / nullif(m.open, 0), abs(p.high - m.high) / nullif(m.high, 0),
                abs(p.low - m.low) / nullif(m.low, 0), abs(p.close - m.close) / nullif(m.close, 0))), 0) as largest,
              sum(p.volume) as volume, sum(m.volume) as final_volume
            from m left join lateral (
              select open, high, low, close, volume from %s
                and r.superseded_by = any ('{intraday,eod,import}')
              order by r.standing = 'FINAL', r.superseded_at limit 1) as r on true
            cross join lateral (
              select coalesce(r.open, m.open) as open, coalesce(r.high, m.high) as high, coalesce(r.low, m.low) as low,
                coalesce(r.close, m.close) as close, coalesce(r.volume, m.volume) as volume) as p
            where provisional_source is not null
            group by symbol, provisional_source
            order by symbol, provisional_source""".formatted(REVISIONS);

    private static final String ABSENCES = """
            select symbol, reason, count(*) as bars
            from coverage_absences join market_symbols on id = symbol_id
            where (not ? or symbol = any (?)) and interval_type = ? and session_date between ? and ?
            group by symbol, reason""";

    private final Database database;

    PostgresBarFigures(Database database) {
        this.database = database;
    }

    @Override
    public Map<Instrument, NewestBar> newest(Set<Instrument> instruments, Timeframe timeframe) {
        String[] symbols = instruments.stream().map(Instrument::symbol).toArray(String[]::new);
        return database.withJooq("the newest " + timeframe + " bars", jooq -> {
            Map<Instrument, NewestBar> newest = new TreeMap<>();
            jooq.fetch(NEWEST, timeframe.code(), symbols)
                    .forEach(row -> newest.put(
                            instrument(row),
                            new NewestBar(
                                    row.get("timestamp", Instant.class),
                                    BarSource.ofCode(row.get("source", String.class)),
                                    row.get("recorded_at", Instant.class))));
            return newest;
        });
    }

    @Override
    public List<Origin> origins(LedgerScope scope) {
        return database.withJooq(
                "where " + scope.timeframe() + " bars came from",
                jooq -> jooq.fetch(ORIGINS, parameters(scope))
                        .map(row -> new Origin(
                                instrument(row),
                                BarSource.ofCode(row.get("source", String.class)),
                                row.get("bars", Long.class),
                                row.get("revised", Long.class),
                                row.get("final_revised", Long.class))));
    }

    @Override
    public List<Accuracy> accuracy(LedgerScope scope) {
        return database.withJooq(
                "how good provisional " + scope.timeframe() + " bars were",
                jooq -> jooq.fetch(ACCURACY, parameters(scope))
                        .map(row -> new Accuracy(
                                instrument(row),
                                BarSource.ofCode(row.get("provisional_source", String.class)),
                                row.get("compared", Long.class),
                                row.get("differing", Long.class),
                                row.get("largest", Double.class),
                                row.get("volume", Double.class),
                                row.get("final_volume", Double.class))));
    }

    @Override
    public Map<Instrument, Map<AbsenceReason, Long>> absences(LedgerScope scope) {
        DateRange dates = scope.dates();
        return database.withJooq("reasons of absent " + scope.timeframe() + " bars", jooq -> {
            Map<Instrument, Map<AbsenceReason, Long>> absences = new TreeMap<>();
            jooq.fetch(
                            ABSENCES,
                            scope.only().isPresent(),
                            symbols(scope),
                            scope.timeframe().code(),
                            dates.first(),
                            dates.last())
                    .forEach(row -> absences.computeIfAbsent(instrument(row), any -> new EnumMap<>(AbsenceReason.class))
                            .put(AbsenceReason.valueOf(row.get("reason", String.class)), row.get("bars", Long.class)));
            return absences;
        });
    }

    /** Regular trading never crosses midnight UTC. */
    private static Object[] parameters(LedgerScope scope) {
        return new Object[] {
            scope.only().isPresent(),
            symbols(scope),
            scope.timeframe().code(),
            midnight(scope.dates().first()),
            midnight(scope.dates().last().plusDays(1))
        };
    }

    private static String[] symbols(LedgerScope scope) {
        return scope.only().stream()
                .flatMap(Set::stream)
                .map(Instrument::symbol)
                .toArray(String[]::new);
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instrument instrument(Record found) {
        return new Instrument(found.get("symbol", String.class));
    }
}
