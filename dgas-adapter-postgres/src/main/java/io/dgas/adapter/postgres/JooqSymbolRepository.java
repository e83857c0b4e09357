package io.dgas.adapter.postgres;

import static io.dgas.adapter.postgres.jooq.Tables.MARKET_SYMBOLS;

import io.dgas.application.port.out.SymbolRepository;
import io.dgas.domain.market.Instrument;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The universe in table {@code market_symbols}. */
final class JooqSymbolRepository implements SymbolRepository {

    private final Database database;

    JooqSymbolRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<ListedSymbol> all() {
        return database.withJooq(
                "all symbols",
                jooq -> jooq.select(MARKET_SYMBOLS.SYMBOL, MARKET_SYMBOLS.IS_ACTIVE)
                        .from(MARKET_SYMBOLS)
                        .orderBy(MARKET_SYMBOLS.SYMBOL)
                        .fetch(found -> new ListedSymbol(new Instrument(found.value1()), found.value2())));
    }

    @Override
    public int activate(Set<Instrument> instruments) {
        return database.withJooq(
                "activating " + instruments.size() + " symbols",
                jooq -> jooq.insertInto(MARKET_SYMBOLS, MARKET_SYMBOLS.SYMBOL)
                        .select(jooq.select(DSL.field("s", String.class))
                                .from(DSL.unnest(symbols(instruments)).as("given", "s")))
                        .onConflict(MARKET_SYMBOLS.SYMBOL)
                        .doUpdate()
                        .set(MARKET_SYMBOLS.IS_ACTIVE, true)
                        .where(MARKET_SYMBOLS.IS_ACTIVE.isFalse())
                        .execute());
    }

    @Override
    public Set<Instrument> deactivate(Set<Instrument> instruments) {
        return database.withJooq(
                "deactivating " + instruments.size() + " symbols", jooq -> deactivate(jooq, instruments));
    }

    private static Set<Instrument> deactivate(DSLContext jooq, Set<Instrument> instruments) {
        Set<Instrument> unknown = new TreeSet<>(instruments);
        jooq.update(MARKET_SYMBOLS)
                .set(MARKET_SYMBOLS.IS_ACTIVE, false)
                .where(MARKET_SYMBOLS.SYMBOL.eq(DSL.any(symbols(instruments))))
                .returning(MARKET_SYMBOLS.SYMBOL)
                .fetch(MARKET_SYMBOLS.SYMBOL)
                .forEach(symbol -> unknown.remove(new Instrument(symbol)));
        return unknown;
    }

    private static String[] symbols(Set<Instrument> instruments) {
        return instruments.stream().map(Instrument::symbol).sorted().toArray(String[]::new);
    }
}
