package io.dgas.adapter.postgres;

import static io.dgas.adapter.postgres.jooq.Tables.MARKET_DATA;
import static io.dgas.adapter.postgres.jooq.Tables.MARKET_SYMBOLS;

import io.dgas.application.port.out.BarRepository;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Record5;
import org.jooq.impl.DSL;

/** Bars in table {@code market_data}; what was replaced in {@code market_data_revisions}. */
final class PostgresBarRepository implements BarRepository {

    private final Database database;
    private final TradingCalendar calendar;

    PostgresBarRepository(Database database, TradingCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    @Override
    public Map<Instrument, BarSeries> load(Set<Instrument> instruments, Timeframe timeframe, Instant asOf, int most) {
        if (instruments.isEmpty() || most <= 0) {
            return Map.of();
        }
        BarLoad load = BarLoad.of(List.copyOf(instruments), timeframe, asOf, most);
        return database.inTransaction(
                timeframe + " bars of " + instruments.size() + " symbols by " + asOf,
                connection -> load.run(connection, calendar));
    }

    @Override
    public StoreReport store(BarBatch batch) {
        BarStore store = new BarStore(batch, calendar);
        if (store.isEmpty()) {
            return new StoreReport(0, 0, 0, 0);
        }
        return database.inTransaction("storing " + store, store::run);
    }

    @Override
    public List<StoredSeries> list() {
        return database
                .withJooq(
                        "what bars are stored",
                        jooq -> jooq.select(
                                        MARKET_SYMBOLS.SYMBOL,
                                        MARKET_DATA.INTERVAL_TYPE,
                                        DSL.count(),
                                        DSL.min(MARKET_DATA.TIMESTAMP),
                                        DSL.max(MARKET_DATA.TIMESTAMP))
                                .from(MARKET_DATA)
                                .join(MARKET_SYMBOLS)
                                .on(MARKET_SYMBOLS.ID.eq(MARKET_DATA.SYMBOL_ID))
                                .groupBy(MARKET_SYMBOLS.SYMBOL, MARKET_DATA.INTERVAL_TYPE)
                                .fetch(PostgresBarRepository::series))
                .stream()
                .sorted(Comparator.comparing(StoredSeries::instrument).thenComparing(StoredSeries::timeframe))
                .toList();
    }

    private static StoredSeries series(Record5<String, String, Integer, Instant, Instant> found) {
        return new StoredSeries(
                new Instrument(found.value1()),
                Timeframe.ofCode(found.value2()),
                found.value3(),
                found.value4(),
                found.value5());
    }
}
