package io.dgas.adapter.postgres;

import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.collection.SymbolSession;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Record;
import org.jooq.RecordMapper;

/** Reads the tables of the ledger. */
final class PostgresCoverageView implements CoverageView {

    /** Parameters: timeframe, first and last date, whether of some symbols only, these. */
    private static final String IN_SCOPE = """
            interval_type = ? and session_date between ? and ? and (not ? or symbol = any (?))""";

    private static final String LINES = """
            select symbol, interval_type, session_date, standing, expected, present, final_present, explained, attempts,
              last_attempt_at, next_attempt_at, note
            from coverage join market_symbols on id = symbol_id
            where\s""" + IN_SCOPE;

    private static final String BY_SYMBOL = " order by symbol, session_date";

    private static final String DUE = """
             and standing = 'OPEN' and (next_attempt_at is null or next_attempt_at <= ?::timestamptz)
            order by session_date desc, symbol""";

    private static final String ABSENT = """
            with lines as materialized (
              select symbol, symbol_id, interval_type, session_date
              from coverage join market_symbols on id = symbol_id
              where present < expected and %s)
            select symbol, interval_type, session_date, slot, reason
            from lines
            join expected_sessions using (interval_type, session_date)
            cross join lateral unnest(opens) as slot
            left join (select symbol_id, interval_type, "timestamp" as slot, reason from coverage_absences) as a
              using (symbol_id, interval_type, slot)
            where not exists (select from market_data m
              where m.symbol_id = lines.symbol_id and m.interval_type = lines.interval_type and m."timestamp" = slot)
            order by symbol, slot""".formatted(IN_SCOPE);

    /** Symbol by symbol, and with loops within loops off, for the reasons told at {@link LedgerCount}. */
    private static final String STRAYS = """
            with lines as materialized (
              select symbol, symbol_id, interval_type, session_date
              from coverage join market_symbols on id = symbol_id
              where %s),
            slots as materialized (
              select slot from (select distinct interval_type, session_date from lines) as sessions
              join expected_sessions using (interval_type, session_date) cross join lateral unnest(opens) as slot),
            spans as materialized (
              select symbol_id, interval_type, min(session_date) as first, max(session_date) as last
              from lines group by symbol_id, interval_type),
            bars as materialized (
              select symbol_id, "timestamp", ("timestamp" at time zone 'UTC')::date as session_date
              from spans cross join lateral (
                select "timestamp" from market_data m
                where m.symbol_id = spans.symbol_id and m.interval_type = spans.interval_type
                  and m."timestamp" >= first::timestamp at time zone 'UTC'
                  and m."timestamp" < (last + 1)::timestamp at time zone 'UTC'
                offset 0) as bar)
            select symbol, "timestamp" from bars join lines using (symbol_id, session_date)
            where not exists (select from slots where slot = "timestamp")
            order by symbol, "timestamp\"""".formatted(IN_SCOPE);

    private static final String TOTALS = """
            select session_date, standing, count(*)::integer as lines, sum(expected) as expected, sum(present) as present,
              sum(final_present) as final_present, sum(explained) as explained
            from coverage join market_symbols on id = symbol_id
            where %s
            group by session_date, standing
            order by session_date""".formatted(IN_SCOPE);

    private static final String REASONS = """
            select session_date, reason, count(*)::integer as bars
            from coverage_absences join market_symbols on id = symbol_id
            where %s
            group by session_date, reason""".formatted(IN_SCOPE);

    private final Database database;

    PostgresCoverageView(Database database) {
        this.database = database;
    }

    @Override
    public List<Line> lines(LedgerScope scope) {
        return rows("lines of the ledger", LINES + BY_SYMBOL, parameters(scope), PostgresCoverageView::line);
    }

    @Override
    public List<Line> due(LedgerScope scope, Instant now) {
        List<Object> parameters = parameters(scope);
        parameters.add(StoredTime.of(now));
        return rows("lines of the ledger due by " + now, LINES + DUE, parameters, PostgresCoverageView::line);
    }

    @Override
    public List<AbsentBar> absent(LedgerScope scope) {
        return rows(
                "absent " + scope.timeframe() + " bars",
                ABSENT,
                parameters(scope),
                found -> new AbsentBar(
                        symbolSession(found),
                        found.get("slot", Instant.class),
                        Optional.ofNullable(found.get("reason", String.class)).map(AbsenceReason::valueOf)));
    }

    @Override
    public List<StrayBar> strays(LedgerScope scope) {
        return database.withJooq("stray " + scope.timeframe() + " bars", jooq -> {
            jooq.execute("set local enable_nestloop = off");
            return jooq.fetch(STRAYS, parameters(scope).toArray())
                    .map(found -> new StrayBar(instrument(found), found.get("timestamp", Instant.class)));
        });
    }

    @Override
    public List<SessionTotal> totals(LedgerScope scope) {
        return database.withJooq("sums of the ledger", jooq -> {
            SessionTotals totals = new SessionTotals();
            Object[] parameters = parameters(scope).toArray();
            jooq.fetch(TOTALS, parameters).forEach(totals::addLines);
            jooq.fetch(REASONS, parameters).forEach(totals::addReason);
            return totals.inOrder();
        });
    }

    private <T> List<T> rows(String asked, String query, List<Object> parameters, RecordMapper<Record, T> mapper) {
        return database.withJooq(
                asked, jooq -> jooq.fetch(query, parameters.toArray()).map(mapper));
    }

    private static List<Object> parameters(LedgerScope scope) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(scope.timeframe().code());
        parameters.add(scope.dates().first());
        parameters.add(scope.dates().last());
        parameters.add(scope.only().isPresent());
        parameters.add(scope.only().stream()
                .flatMap(Set::stream)
                .map(Instrument::symbol)
                .toArray(String[]::new));
        return parameters;
    }

    private static Line line(Record found) {
        return new Line(
                symbolSession(found),
                LineStanding.valueOf(found.get("standing", String.class)),
                count(found),
                found.get("attempts", Integer.class),
                Optional.ofNullable(found.get("last_attempt_at", Instant.class)),
                Optional.ofNullable(found.get("next_attempt_at", Instant.class)),
                Optional.ofNullable(found.get("note", String.class)));
    }

    private static SymbolSession symbolSession(Record found) {
        return new SymbolSession(
                instrument(found),
                Timeframe.ofCode(found.get("interval_type", String.class)),
                found.get("session_date", LocalDate.class));
    }

    private static Instrument instrument(Record found) {
        return new Instrument(found.get("symbol", String.class));
    }

    static Count count(Record found) {
        return new Count(
                found.get("expected", Long.class),
                found.get("present", Long.class),
                found.get("final_present", Long.class),
                found.get("explained", Long.class));
    }
}
