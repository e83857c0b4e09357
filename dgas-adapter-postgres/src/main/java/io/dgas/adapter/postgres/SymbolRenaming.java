package io.dgas.adapter.postgres;

import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.universe.ListingRepository.Renaming;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * Gives a symbol another name, in the transaction and under the locks of its caller. Rows name symbols by number, so all of
 * its history comes along; only where the new name has a number of its own the rows of the old one must move.
 */
record SymbolRenaming(Connection connection, Renaming renaming, Instant at) {

    private static final String COLUMNS = """
            interval_type, "timestamp", open, high, low, close, volume, source, standing, recorded_at""";

    /** Where both have a bar and they differ. Parameters: now, old number, new number. */
    private static final String KEEP = """
            insert into market_data_revisions (symbol_id, %1$s, superseded_at)
            select new.symbol_id, old.*, greatest(old.recorded_at, ?::timestamptz)
            from market_data new
            join (select %1$s from market_data where symbol_id = ?) old using (interval_type, "timestamp")
            where new.symbol_id = ? and (new.open, new.high, new.low, new.close, new.volume)
              is distinct from (old.open, old.high, old.low, old.close, old.volume)""".formatted(COLUMNS);

    /** What would meet a row of the new number with the same key; the key's other columns. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "market_data", List.of("interval_type", "\"timestamp\""),
            "coverage", List.of("interval_type", "session_date"),
            "coverage_absences", List.of("interval_type", "\"timestamp\""),
            "quarantines", List.of("jump_open"),
            "former_symbols", List.of("symbol", "renamed_on"));

    private static final List<String> WITHOUT_KEY = List.of("market_data_revisions", "corporate_actions");

    /** Spans of both that touch or overlap become one. Parameters: new number, old, new. */
    private static final String MEMBERS = """
            with gone as (delete from index_members where symbol_id in (?, ?) returning *)
            insert into index_members (index_name, symbol_id, member_from, member_to, source, recorded_at)
            select index_name, ?, lower(span), upper(span),
              (select source from gone g where g.index_name = spans.index_name order by member_from desc limit 1),
              (select max(recorded_at) from gone g where g.index_name = spans.index_name)
            from (
              select index_name, unnest(range_agg(daterange(member_from, member_to))) as span
              from gone group by index_name) as spans""";

    private static final String DESCRIPTION = """
            update market_symbols new
            set is_active = new.is_active or old.is_active, name = coalesce(new.name, old.name),
              exchange = coalesce(new.exchange, old.exchange), listed_on = least(new.listed_on, old.listed_on),
              registered_at = least(new.registered_at, old.registered_at)
            from market_symbols old
            where new.id = ? and old.id = ?""";

    private static final String REMEMBER = """
            insert into former_symbols (symbol_id, symbol, renamed_on, recorded_at) values (?, ?, ?, ?::timestamptz)
            on conflict do nothing""";

    private static final String LINES = """
            select interval_type, min(session_date) as first, max(session_date) as last from coverage
            where symbol_id = ? group by interval_type""";

    int run() throws SQLException {
        DSLContext jooq = Database.jooq(connection);
        int old = number(renaming.from());
        Integer present = jooq.fetchOptional(
                        "select id from market_symbols where symbol = ?",
                        renaming.to().symbol())
                .map(row -> row.get(0, Integer.class))
                .orElse(null);
        if (present == null) {
            jooq.execute(
                    "update market_symbols set symbol = ? where id = ?",
                    renaming.to().symbol(),
                    old);
        } else {
            merge(jooq, old, present);
        }
        int id = present == null ? old : present;
        return jooq.execute(REMEMBER, id, renaming.from().symbol(), renaming.on(), at);
    }

    private int number(Instrument instrument) throws SQLException {
        return SymbolIds.ofKnown(connection, Set.of(instrument)).getOrDefault(instrument, 0);
    }

    private void merge(DSLContext jooq, int old, int present) throws SQLException {
        noteChange(jooq, old);
        jooq.execute(KEEP, at, old, present);
        KEYS.forEach((table, key) -> {
            jooq.execute(deleteMeeting(table, key), old, present);
            move(jooq, table, old, present);
        });
        WITHOUT_KEY.forEach(table -> move(jooq, table, old, present));
        jooq.execute(MEMBERS, present, old, present);
        jooq.execute(DESCRIPTION, present, old);
        jooq.execute("delete from market_symbols where id = ?", old);
        recount(jooq, present);
    }

    /** All bars of the new name may be others from now on. */
    private void noteChange(DSLContext jooq, int old) throws SQLException {
        Map<Timeframe, Instant> oldest = new EnumMap<>(Timeframe.class);
        jooq.fetch(
                        "select interval_type, min(\"timestamp\") as oldest from market_data where symbol_id = ? group by 1",
                        old)
                .forEach(row -> oldest.put(
                        Timeframe.ofCode(row.get("interval_type", String.class)), row.get("oldest", Instant.class)));
        BarBatches.begin(connection, at).note(oldest);
    }

    private static String deleteMeeting(String table, List<String> key) {
        StringBuilder same = new StringBuilder();
        key.forEach(column ->
                same.append(" and old.").append(column).append(" = new.").append(column));
        return "delete from " + table + " old using " + table + " new where old.symbol_id = ? and new.symbol_id = ?"
                + same;
    }

    private static void move(DSLContext jooq, String table, int old, int present) {
        jooq.execute("update " + table + " set symbol_id = ? where symbol_id = ?", present, old);
    }

    private void recount(DSLContext jooq, int present) {
        LedgerCount count = new LedgerCount(jooq);
        jooq.fetch(LINES, present).forEach(row -> {
            Timeframe timeframe = Timeframe.ofCode(row.get("interval_type", String.class));
            DateRange dates = new DateRange(row.get("first", LocalDate.class), row.get("last", LocalDate.class));
            count.recount(LedgerScope.of(timeframe, dates, Set.of(renaming.to())));
        });
    }
}
