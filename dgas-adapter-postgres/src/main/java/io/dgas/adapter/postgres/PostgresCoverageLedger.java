package io.dgas.adapter.postgres;

import io.dgas.application.port.out.collection.CoverageLedger;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.collection.SymbolSession;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;

/** The ledger in tables {@code expected_sessions}, {@code coverage} and {@code coverage_absences}. */
final class PostgresCoverageLedger implements CoverageLedger {

    private static final String ENTER = """
            insert into expected_sessions (interval_type, session_date, opens)
            select ?, session_date, array_agg(slot order by slot)
            from unnest(?::date[], ?::timestamptz[]) as given (session_date, slot)
            group by session_date
            on conflict (interval_type, session_date) do update set opens = excluded.opens
              where expected_sessions.opens is distinct from excluded.opens
            returning session_date""";

    /** Of sessions whose bars are others now. */
    private static final String FORGET = """
            delete from coverage_absences a using expected_sessions s
            where a.interval_type = ? and a.session_date = any (?)
              and s.interval_type = a.interval_type and s.session_date = a.session_date
              and a."timestamp" <> all (s.opens)""";

    private static final String EXPECT = """
            insert into coverage (symbol_id, interval_type, session_date, expected)
            select id, interval_type, session_date, cardinality(opens)
            from unnest(?::integer[]) as id, expected_sessions
            where interval_type = ? and session_date = any (?)
            on conflict do nothing""";

    /** Parameters: tickers, timeframes, sessions, times and reasons, then when they were recorded. */
    private static final String EXPLAIN = """
            insert into coverage_absences (symbol_id, interval_type, "timestamp", session_date, reason, recorded_at)
            select distinct on (c.symbol_id, c.interval_type, given.slot)
              c.symbol_id, c.interval_type, given.slot, c.session_date, given.reason, ?::timestamptz
            from unnest(?::text[], ?::text[], ?::date[], ?::timestamptz[], ?::text[]) with ordinality
              as given (symbol, code, session_date, slot, reason, number)
            join market_symbols on market_symbols.symbol = given.symbol
            join coverage c on c.symbol_id = market_symbols.id and c.interval_type = given.code
              and c.session_date = given.session_date
            join expected_sessions s on s.interval_type = c.interval_type and s.session_date = c.session_date
              and given.slot = any (s.opens)
            where not exists (select from market_data m
              where m.symbol_id = c.symbol_id and m.interval_type = c.interval_type and m."timestamp" = given.slot)
            order by c.symbol_id, c.interval_type, given.slot, given.number desc
            on conflict (symbol_id, interval_type, "timestamp")
              do update set reason = excluded.reason, recorded_at = excluded.recorded_at""";

    private static final String ATTEMPTED = """
            update coverage c
            set attempts = c.attempts + 1, last_attempt_at = ?::timestamptz, next_attempt_at = given.next_at, note = given.note
            from unnest(?::text[], ?::text[], ?::date[], ?::timestamptz[], ?::text[])
              as given (symbol, code, session_date, next_at, note)
            join market_symbols on market_symbols.symbol = given.symbol
            where c.symbol_id = market_symbols.id and c.interval_type = given.code
              and c.session_date = given.session_date""";

    private static final String CLOSE_LINE = """
            insert into coverage_absences (symbol_id, interval_type, "timestamp", session_date, reason, recorded_at)
            select c.symbol_id, c.interval_type, slot, c.session_date, given.reason, ?::timestamptz
            from unnest(?::text[], ?::text[], ?::date[], ?::text[]) as given (symbol, code, session_date, reason)
            join market_symbols on market_symbols.symbol = given.symbol
            join coverage c on c.symbol_id = market_symbols.id and c.interval_type = given.code
              and c.session_date = given.session_date
            join expected_sessions s on s.interval_type = c.interval_type and s.session_date = c.session_date
            cross join lateral unnest(s.opens) as slot
            where not exists (select from market_data m
              where m.symbol_id = c.symbol_id and m.interval_type = c.interval_type and m."timestamp" = slot)
            on conflict do nothing""";

    private static final String MARK_GIVEN_UP = """
            update coverage c set standing = 'GIVEN_UP', note = given.note, next_attempt_at = null
            from unnest(?::text[], ?::text[], ?::date[], ?::text[]) as given (symbol, code, session_date, note)
            join market_symbols on market_symbols.symbol = given.symbol
            where c.symbol_id = market_symbols.id and c.interval_type = given.code
              and c.session_date = given.session_date""";

    private final Database database;

    PostgresCoverageLedger(Database database) {
        this.database = database;
    }

    @Override
    public int expect(Timeframe timeframe, List<ExpectedSession> sessions, Set<Instrument> instruments) {
        if (sessions.isEmpty()) {
            return 0;
        }
        return inLedger(
                "entering " + sessions.size() + " " + timeframe + " sessions of " + instruments.size() + " symbols",
                connection -> expect(connection, timeframe, sessions, instruments));
    }

    private static int expect(
            Connection connection, Timeframe timeframe, List<ExpectedSession> sessions, Set<Instrument> instruments)
            throws SQLException {
        Integer[] ids = SymbolIds.ofKnown(connection, instruments).values().toArray(Integer[]::new);
        DSLContext jooq = Database.jooq(connection);
        LocalDate[] dates = sessions.stream().map(ExpectedSession::date).toArray(LocalDate[]::new);
        LocalDate[] entered = enter(jooq, timeframe, sessions);
        LedgerCount count = new LedgerCount(jooq);
        if (entered.length > 0) {
            jooq.execute(FORGET, timeframe.code(), entered);
            count.recount(LedgerScope.of(timeframe, span(entered)));
        }
        int added = jooq.execute(EXPECT, ids, timeframe.code(), dates);
        if (added > 0) {
            count.recount(LedgerScope.of(timeframe, span(dates), instruments));
        }
        return added;
    }

    /** Returns the dates of those that were not there with these bars. */
    private static LocalDate[] enter(DSLContext jooq, Timeframe timeframe, List<ExpectedSession> sessions) {
        List<LocalDate> dates = new ArrayList<>();
        List<Instant> opens = new ArrayList<>();
        for (ExpectedSession session : sessions) {
            session.opens().forEach(open -> {
                dates.add(session.date());
                opens.add(StoredTime.of(open));
            });
        }
        return jooq.fetch(ENTER, timeframe.code(), dates.toArray(LocalDate[]::new), opens.toArray(Instant[]::new))
                .getValues(0, LocalDate.class)
                .toArray(LocalDate[]::new);
    }

    private static DateRange span(LocalDate[] dates) {
        LocalDate first = dates[0];
        LocalDate last = dates[0];
        for (LocalDate date : dates) {
            first = date.isBefore(first) ? date : first;
            last = date.isAfter(last) ? date : last;
        }
        return new DateRange(first, last);
    }

    @Override
    public int recount(LedgerScope scope) {
        return inLedger(
                "counting " + scope.timeframe() + " bars of the ledger",
                connection -> new LedgerCount(Database.jooq(connection)).recount(scope));
    }

    @Override
    public int explain(List<Absence> absences, Instant at) {
        return change("explaining " + absences.size() + " absent bars", absences, Absence::line, jooq -> {
            LedgerLines lines = LedgerLines.of(absences, Absence::line);
            return jooq.execute(
                    EXPLAIN,
                    StoredTime.of(at),
                    lines.symbols(),
                    lines.codes(),
                    lines.dates(),
                    times(absences, Absence::openTime),
                    texts(absences, absence -> absence.reason().name()));
        });
    }

    @Override
    public void attempted(List<Attempt> attempts, Instant at) {
        LedgerLines lines = LedgerLines.of(attempts, Attempt::line);
        inLedger(
                "recording " + attempts.size() + " attempts",
                connection -> Database.jooq(connection)
                        .execute(
                                ATTEMPTED,
                                StoredTime.of(at),
                                lines.symbols(),
                                lines.codes(),
                                lines.dates(),
                                times(attempts, Attempt::nextAt),
                                texts(attempts, Attempt::note)));
    }

    @Override
    public void giveUp(List<GivenUp> given, Instant at) {
        change("giving up " + given.size() + " lines", given, GivenUp::line, jooq -> {
            LedgerLines lines = LedgerLines.of(given, GivenUp::line);
            jooq.execute(
                    CLOSE_LINE,
                    StoredTime.of(at),
                    lines.symbols(),
                    lines.codes(),
                    lines.dates(),
                    texts(given, line -> line.reason().name()));
            new LedgerCount(jooq).recountAll(LedgerLines.scopes(given, GivenUp::line));
            return jooq.execute(
                    MARK_GIVEN_UP, lines.symbols(), lines.codes(), lines.dates(), texts(given, GivenUp::note));
        });
    }

    /** Changes reasons of these lines, and counts them. */
    private <T> int change(
            String asked, List<T> rows, Function<T, SymbolSession> line, Database.JooqWork<Integer> work) {
        return inLedger(asked, connection -> {
            DSLContext jooq = Database.jooq(connection);
            int changed = work.on(jooq);
            new LedgerCount(jooq).recountAll(LedgerLines.scopes(rows, line));
            return changed;
        });
    }

    private int inLedger(String asked, Database.Work<Integer> work) {
        return database.inTransaction(asked, connection -> {
            Locks.COVERAGE.take(connection);
            return work.on(connection);
        });
    }

    private static <T> Instant[] times(List<T> rows, Function<T, Instant> time) {
        return rows.stream().map(row -> StoredTime.of(time.apply(row))).toArray(Instant[]::new);
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}
