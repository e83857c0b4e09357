package io.dgas.adapter.postgres;

import io.dgas.application.port.out.collection.BarFigures;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Record;

/** Figures of tables {@code market_data} and {@code market_data_revisions}. */
final class PostgresBarFigures implements BarFigures {

    private static final String NEWEST = """
            select symbol, "timestamp", source, recorded_at
            from market_symbols cross join lateral (
              select "timestamp", source, recorded_at from market_data
              where symbol_id = id and interval_type = ? order by "timestamp" desc limit 1) as bar
            where is_active""";

    /** Parameters of both: timeframe, from, to (exclusive). */
    private static final String BARS = """
            with m as (
              select * from market_data
              where interval_type = ? and "timestamp" >= ?::timestamptz and "timestamp" < ?::timestamptz)
            """;

    private static final String ORIGINS = BARS + """
            select symbol, source, count(*) as bars, count(*) filter (where exists (
              select from market_data_revisions r where r.symbol_id = m.symbol_id
                and r.interval_type = m.interval_type and r."timestamp" = m."timestamp")) as revised
            from m join market_symbols on id = symbol_id
            group by symbol, source
            order by symbol, source""";

    /** A provisional bar that was not replaced by a final one was confirmed by it. */
    private static final String ACCURACY = BARS + """
            select symbol, provisional_source, count(*) as compared,
              count(*) filter (where (p.open, p.high, p.low, p.close) is distinct from (m.open, m.high, m.low, m.close))
                as differing,
              coalesce(max(greatest(
                abs(p.open - m.open) / nullif(m.open, 0), abs(p.high - m.high) / nullif(m.high, 0),
                abs(p.low - m.low) / nullif(m.low, 0), abs(p.close - m.close) / nullif(m.close, 0))), 0) as largest,
              coalesce(sum(p.volume) / nullif(sum(m.volume), 0), 1) as volume_share
            from m join market_symbols on id = symbol_id
            left join lateral (
              select open, high, low, close, volume from market_data_revisions r
              where r.symbol_id = m.symbol_id and r.interval_type = m.interval_type and r."timestamp" = m."timestamp"
                and r.standing = 'PROVISIONAL' and r.superseded_by = any ('{intraday,eod,import}')
              order by superseded_at desc limit 1) as r on true
            cross join lateral (
              select coalesce(r.open, m.open) as open, coalesce(r.high, m.high) as high, coalesce(r.low, m.low) as low,
                coalesce(r.close, m.close) as close, coalesce(r.volume, m.volume) as volume) as p
            where provisional_source is not null
            group by symbol, provisional_source
            order by symbol, provisional_source""";

    private final Database database;

    PostgresBarFigures(Database database) {
        this.database = database;
    }

    @Override
    public Map<Instrument, NewestBar> newest(Timeframe timeframe) {
        return database.withJooq("the newest " + timeframe + " bars", jooq -> {
            Map<Instrument, NewestBar> newest = new TreeMap<>();
            jooq.fetch(NEWEST, timeframe.code())
                    .forEach(row -> newest.put(
                            instrument(row),
                            new NewestBar(
                                    row.get("timestamp", Instant.class),
                                    source(row, "source"),
                                    row.get("recorded_at", Instant.class))));
            return newest;
        });
    }

    @Override
    public List<Origin> origins(Timeframe timeframe, DateRange dates) {
        return database.withJooq(
                "where " + timeframe + " bars came from",
                jooq -> jooq.fetch(ORIGINS, parameters(timeframe, dates))
                        .map(row -> new Origin(
                                instrument(row),
                                source(row, "source"),
                                row.get("bars", Long.class),
                                row.get("revised", Long.class))));
    }

    @Override
    public List<Accuracy> accuracy(Timeframe timeframe, DateRange dates) {
        return database.withJooq(
                "how good provisional " + timeframe + " bars were",
                jooq -> jooq.fetch(ACCURACY, parameters(timeframe, dates))
                        .map(row -> new Accuracy(
                                instrument(row),
                                source(row, "provisional_source"),
                                row.get("compared", Long.class),
                                row.get("differing", Long.class),
                                row.get("largest", Double.class),
                                row.get("volume_share", Double.class))));
    }

    /** Regular trading never crosses midnight UTC. */
    private static Object[] parameters(Timeframe timeframe, DateRange dates) {
        return new Object[] {
            timeframe.code(), midnight(dates.first()), midnight(dates.last().plusDays(1))
        };
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instrument instrument(Record found) {
        return new Instrument(found.get("symbol", String.class));
    }

    private static BarSource source(Record found, String column) {
        String code = found.get(column, String.class);
        return Arrays.stream(BarSource.values())
                .filter(source -> source.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no source of bars is called " + code));
    }
}
