package io.dgas.adapter.postgres;

import io.dgas.application.port.out.BarRepository.StoreReport;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.bar.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Replaces stored bars. One with other values is replaced, and kept as a revision, when its source is outranked, or is a
 * peer and did not become known later. One with the same values takes over the higher standing and stays known since it
 * was.
 */
record BarMerge(BarBatches batch, BarSource source) {

    private static final String STAGE = """
            create temporary table stored_bars (
              symbol_id integer, interval_type text collate "C", "timestamp" timestamptz, open double precision,
              high double precision, low double precision, close double precision, volume double precision
            ) on commit drop""";

    private static final String SAME_KEY = "m.symbol_id = s.symbol_id and m.interval_type = s.interval_type "
            + "and m.\"timestamp\" = s.\"timestamp\"";

    private static final String DIFFERS =
            "(m.open, m.high, m.low, m.close, m.volume) is distinct from (s.open, s.high, s.low, s.close, s.volume)";

    /** Parameters: outranked sources, peers, the time of the new ones. */
    private static final String YIELDS = "(m.source = any (?) or (m.source = any (?) and m.recorded_at <= ?))";

    private static final String COUNT = """
            select count(*) filter (where %2$s and %3$s), count(*) filter (where not %2$s), count(*)
            from stored_bars s join market_data m on %1$s""".formatted(SAME_KEY, DIFFERS, YIELDS);

    private static final String KEEP = """
            insert into market_data_revisions (symbol_id, interval_type, "timestamp", open, high, low, close, volume,
              source, standing, recorded_at, superseded_at, superseded_by)
            select m.symbol_id, m.interval_type, m."timestamp", m.open, m.high, m.low, m.close, m.volume,
              m.source, m.standing, m.recorded_at, greatest(m.recorded_at, ?), ?
            from stored_bars s join market_data m on %s
            where %s and %s""".formatted(SAME_KEY, DIFFERS, YIELDS);

    private static final String COMPARED = """
            provisional_source = case when m.standing = 'PROVISIONAL' and ? = 'FINAL' then m.source
                  else m.provisional_source end""";

    private static final String MERGE = """
            merge into market_data m using stored_bars s on %s
            when matched and %s and %s then
              update set open = s.open, high = s.high, low = s.low, close = s.close, volume = s.volume,
                source = ?, standing = ?, recorded_at = ?, %s
            when matched and not %s and m.source = any (?) then
              update set source = ?, standing = ?, %s""".formatted(SAME_KEY, DIFFERS, YIELDS, COMPARED, DIFFERS, COMPARED);

    /** Each of the bars must be in the table, with other values or from an outranked source. */
    StoreReport merge(BarCopy copy, List<BarSelection> bars) throws SQLException {
        if (bars.isEmpty()) {
            return new StoreReport(0, 0, 0, 0);
        }
        execute(STAGE);
        copy.toStage("stored_bars", bars);
        execute("analyze stored_bars");
        StoreReport judged = judge();
        if (judged.revised() > 0) {
            update(KEEP, stored(), source.code(), outranked(), peers(), time());
        }
        String code = source.code();
        String standing = source.standing().name();
        update(
                MERGE,
                outranked(),
                peers(),
                time(),
                code,
                standing,
                stored(),
                standing,
                outranked(),
                code,
                standing,
                standing);
        return judged;
    }

    /** What is to happen. */
    private StoreReport judge() throws SQLException {
        try (PreparedStatement query = prepare(COUNT, outranked(), peers(), time());
                ResultSet found = query.executeQuery()) {
            found.next();
            long revised = found.getLong(1);
            long unchanged = found.getLong(2);
            return new StoreReport(0, revised, unchanged, found.getLong(3) - revised - unchanged);
        }
    }

    /** Codes of the sources from which it takes over bars, also unchanged ones. */
    String[] outranked() {
        return codes(other -> other.standing() == Standing.PROVISIONAL
                && (source.standing() == Standing.FINAL || other.grade() < source.grade()));
    }

    private String[] peers() {
        return codes(other -> other.standing() == source.standing()
                && (source.standing() == Standing.FINAL || other.grade() == source.grade()));
    }

    private static String[] codes(Predicate<BarSource> which) {
        return Arrays.stream(BarSource.values())
                .filter(which)
                .map(BarSource::code)
                .toArray(String[]::new);
    }

    private OffsetDateTime time() {
        return batch.yieldingBy().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime stored() {
        return batch.stamp().atOffset(ZoneOffset.UTC);
    }

    private Connection connection() {
        return batch.connection();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection().prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof String[] texts) {
                statement.setArray(i + 1, connection().createArrayOf("text", texts));
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
        return statement;
    }
}
