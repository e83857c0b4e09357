package io.dgas.adapter.postgres;

import static io.dgas.adapter.postgres.jooq.Tables.CORPORATE_ACTIONS;
import static io.dgas.adapter.postgres.jooq.Tables.MARKET_SYMBOLS;

import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.Instrument;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** Splits and dividends in table {@code corporate_actions}, which keeps every version of each. */
final class JooqCorporateActionRepository implements CorporateActionRepository {

    private static final String SPLIT = "SPLIT";
    private static final String CASH_DIVIDEND = "CASH_DIVIDEND";

    private final Database database;

    JooqCorporateActionRepository(Database database) {
        this.database = database;
    }

    /** What makes an action the same action with, perhaps, another value. */
    private record Key(Instrument instrument, LocalDate exDate, String kind) {}

    @Override
    public Map<Instrument, List<CorporateAction>> knownBy(Instant asOf, Set<Instrument> instruments, long mark) {
        return database.withJooq(
                "actions of " + instruments.size() + " symbols known by " + asOf,
                jooq -> newestVersions(jooq, asOf, instruments, mark).map(found -> action(found)).stream()
                        .collect(Collectors.groupingBy(CorporateAction::instrument)));
    }

    /** Those who store take turns, so that numbers rise from commit to commit. */
    @Override
    public long mark() {
        return database.withJooq(
                "the newest action",
                jooq -> jooq.select(DSL.coalesce(DSL.max(CORPORATE_ACTIONS.ID), 0L))
                        .from(CORPORATE_ACTIONS)
                        .fetchSingle()
                        .value1());
    }

    private static Result<Record5<String, LocalDate, String, Double, Instant>> newestVersions(
            DSLContext jooq, Instant asOf, Set<Instrument> instruments, long mark) {
        String[] symbols = instruments.stream().map(Instrument::symbol).toArray(String[]::new);
        return jooq.select(
                        MARKET_SYMBOLS.SYMBOL,
                        CORPORATE_ACTIONS.EX_DATE,
                        CORPORATE_ACTIONS.KIND,
                        CORPORATE_ACTIONS.VALUE,
                        CORPORATE_ACTIONS.KNOWN_AT)
                .distinctOn(MARKET_SYMBOLS.SYMBOL, CORPORATE_ACTIONS.EX_DATE, CORPORATE_ACTIONS.KIND)
                .from(CORPORATE_ACTIONS)
                .join(MARKET_SYMBOLS)
                .on(MARKET_SYMBOLS.ID.eq(CORPORATE_ACTIONS.SYMBOL_ID))
                .where(MARKET_SYMBOLS.SYMBOL.eq(DSL.any(symbols)))
                .and(CORPORATE_ACTIONS.KNOWN_AT.le(StoredTime.of(asOf)))
                .and(CORPORATE_ACTIONS.ID.le(mark))
                .orderBy(
                        MARKET_SYMBOLS.SYMBOL,
                        CORPORATE_ACTIONS.EX_DATE,
                        CORPORATE_ACTIONS.KIND,
                        CORPORATE_ACTIONS.ID.desc())
                .fetch();
    }

    private static CorporateAction action(Record5<String, LocalDate, String, Double, Instant> found) {
        Instrument instrument = new Instrument(found.value1());
        return SPLIT.equals(found.value3())
                ? new Split(instrument, found.value2(), found.value5(), found.value4())
                : new CashDividend(instrument, found.value2(), found.value5(), found.value4());
    }

    @Override
    public int store(List<CorporateAction> actions) {
        if (actions.isEmpty()) {
            return 0;
        }
        return database.inTransaction("storing " + actions.size() + " actions", connection -> {
            Locks.CORPORATE_ACTIONS.take(connection);
            return store(connection, actions);
        });
    }

    private static int store(Connection connection, List<CorporateAction> actions) throws SQLException {
        Set<Instrument> instruments =
                actions.stream().map(CorporateAction::instrument).collect(Collectors.toSet());
        Map<Instrument, Integer> ids = SymbolIds.ofActions(connection, instruments);
        Map<Key, Double> current = new HashMap<>();
        newestVersions(Database.jooq(connection), Instant.MAX, instruments, Long.MAX_VALUE)
                .forEach(found -> current.put(key(action(found)), found.value4()));
        List<CorporateAction> changes = new ArrayList<>();
        for (CorporateAction action : actions) {
            Double before = current.put(key(action), value(action));
            if (before == null || before != value(action)) {
                changes.add(action);
            }
        }
        insert(connection, ids, changes);
        return changes.size();
    }

    private static void insert(Connection connection, Map<Instrument, Integer> ids, List<CorporateAction> actions)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into corporate_actions (symbol_id, ex_date, kind, value, known_at) values (?, ?, ?, ?, ?)""")) {
            for (CorporateAction action : actions) {
                insert.setInt(1, ids.getOrDefault(action.instrument(), 0));
                insert.setObject(2, action.exDate());
                insert.setString(3, kind(action));
                insert.setDouble(4, value(action));
                insert.setObject(5, StoredTime.of(action.knownAt()).atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Key key(CorporateAction action) {
        return new Key(action.instrument(), action.exDate(), kind(action));
    }

    private static String kind(CorporateAction action) {
        return switch (action) {
            case Split split -> SPLIT;
            case CashDividend dividend -> CASH_DIVIDEND;
        };
    }

    private static double value(CorporateAction action) {
        return switch (action) {
            case Split split -> split.ratio();
            case CashDividend dividend -> dividend.amount();
        };
    }
}
