package io.dgas.adapter.postgres;

import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;

/** Counts lines of the ledger in the stored bars, in the transaction and under the lock of its caller. */
record LedgerCount(DSLContext jooq) {

    /**
     * Symbol by symbol, so that each costs one walk along the key whatever the planner knows of the tables. One statement
     * sees one state of all tables: a bar that is stored meanwhile is counted or explained, never both. A reason for a bar
     * that came is void. The planner takes what is counted for a handful of rows, and would compare each with each: loops
     * within loops are off but for the walks, which cannot be done otherwise.
     */
    private static final String COUNT = """
            with given (ids, code, first, last) as (select ?::integer[], ?::text, ?::date, ?::date),
            slots as materialized (
              select session_date, slot from given, expected_sessions cross join lateral unnest(opens) as slot
              where interval_type = code and session_date between first and last),
            span as materialized (select min(slot) as earliest, max(slot) as latest from slots),
            bars as materialized (
              select id, session_date as day, count(*) as present, count(*) filter (where standing = 'FINAL') as finals
              from given, unnest(ids) as id, span cross join lateral (
                select "timestamp", standing from market_data
                where symbol_id = id and interval_type = code and "timestamp" between earliest and latest
                offset 0) as bar
              join slots on slot = "timestamp"
              group by id, session_date),
            void as (
              delete from coverage_absences a using given, market_data m
              where a.symbol_id = any (ids) and a.interval_type = code and a.session_date between first and last
                and m.symbol_id = a.symbol_id and m.interval_type = code and m."timestamp" = a."timestamp"),
            reasons as materialized (
              select symbol_id as id, session_date as day, count(*) as explained,
                count(*) filter (where reason in ('VENDOR_GAP', 'OUR_GAP')) as gaps
              from given, coverage_absences a
              where symbol_id = any (ids) and interval_type = code and session_date between first and last
                and not exists (select from market_data m
                  where m.symbol_id = a.symbol_id and m.interval_type = code and m."timestamp" = a."timestamp")
              group by symbol_id, session_date),
            counted as materialized (
              select symbol_id, session_date, cardinality(opens) as expected,
                coalesce(bars.present, 0) as present, coalesce(finals, 0) as finals,
                coalesce(reasons.explained, 0) as explained, coalesce(gaps, 0) as gaps
              from given, coverage
              join expected_sessions using (interval_type, session_date)
              left join bars on bars.id = symbol_id and bars.day = session_date
              left join reasons on reasons.id = symbol_id and reasons.day = session_date
              where symbol_id = any (ids) and interval_type = code and session_date between first and last)
            """;

    private static final String STANDING = """
            case when n.present + n.explained < n.expected then 'OPEN'
              when n.present = n.finals and n.gaps = 0 then 'COMPLETE'
              when c.standing = 'GIVEN_UP' then 'GIVEN_UP'
              else 'OPEN' end""";

    private static final String UPDATE = """
            update coverage c
            set expected = n.expected, present = n.present, final_present = n.finals, explained = n.explained, standing = %1$s
            from counted n, given
            where c.symbol_id = any (ids) and c.interval_type = code and c.session_date between first and last
              and c.symbol_id = n.symbol_id and c.session_date = n.session_date
              and (c.expected, c.present, c.final_present, c.explained, c.standing)
                is distinct from (n.expected, n.present, n.finals, n.explained, %1$s)""".formatted(STANDING);

    private static final String SYMBOLS = """
            select distinct c.symbol_id from coverage c
            where c.interval_type = ? and c.session_date between ? and ?""";

    /** Returns how many lines changed. */
    int recount(LedgerScope scope) {
        Integer[] ids = scope.only().isPresent() ? ids(scope.only().get()) : all(scope);
        String code = scope.timeframe().code();
        LocalDate first = scope.dates().first();
        LocalDate last = scope.dates().last();
        jooq.execute("set local enable_nestloop = off");
        int changed = jooq.execute(COUNT + UPDATE, ids, code, first, last);
        jooq.execute("set local enable_nestloop = on");
        return changed;
    }

    void recountAll(List<LedgerScope> scopes) {
        scopes.forEach(this::recount);
    }

    private Integer[] all(LedgerScope scope) {
        return jooq.fetch(
                        SYMBOLS,
                        scope.timeframe().code(),
                        scope.dates().first(),
                        scope.dates().last())
                .getValues(0, Integer.class)
                .toArray(Integer[]::new);
    }

    private Integer[] ids(Collection<Instrument> instruments) {
        String[] symbols = instruments.stream().map(Instrument::symbol).toArray(String[]::new);
        return jooq.fetch("select id from market_symbols where symbol = any (?)", (Object) symbols)
                .getValues(0, Integer.class)
                .toArray(Integer[]::new);
    }
}
