package io.dgas.adapter.postgres;

import static java.util.Objects.requireNonNull;

import io.dgas.application.port.out.collection.TradeCountRepository;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.jooq.DSLContext;

/** Tables {@code trade_counts} and {@code trade_silences}. */
final class PostgresTradeCountRepository implements TradeCountRepository {

    private static final String SAVE_COUNTS = """
            insert into trade_counts (symbol_id, half_hour, trades, minutes, recorded_at)
            select symbol_id, half_hour, trades, minutes, ?::timestamptz
            from unnest(?::integer[], ?::smallint[], ?::double precision[], ?::double precision[])
              as given (symbol_id, half_hour, trades, minutes)
            on conflict (symbol_id, half_hour)
              do update set trades = excluded.trades, minutes = excluded.minutes, recorded_at = excluded.recorded_at""";

    private static final String SAVE_SILENCES = """
            insert into trade_silences (symbol_id, silences, seconds, recorded_at)
            select symbol_id, silences, seconds, ?::timestamptz
            from unnest(?::integer[], ?::double precision[], ?::double precision[]) as given (symbol_id, silences, seconds)
            on conflict (symbol_id)
              do update set silences = excluded.silences, seconds = excluded.seconds, recorded_at = excluded.recorded_at""";

    private static final String COUNTS = """
            select symbol, half_hour, trades, minutes from trade_counts join market_symbols on id = symbol_id
            where is_active order by symbol, half_hour""";

    private static final String SILENCES = """
            select symbol, silences, seconds from trade_silences join market_symbols on id = symbol_id
            where is_active order by symbol""";

    private final Database database;

    PostgresTradeCountRepository(Database database) {
        this.database = database;
    }

    @Override
    public void save(CountedTrades counted, Instant at) {
        database.inTransaction("keeping how often symbols trade", connection -> {
            Map<Instrument, Integer> ids = SymbolIds.ofKnown(connection, instruments(counted));
            DSLContext jooq = Database.jooq(connection);
            List<HalfHour> halfHours = counted.halfHours();
            jooq.execute(
                    SAVE_COUNTS,
                    StoredTime.of(at),
                    array(halfHours, each -> requireNonNull(ids.get(each.instrument())), Integer[]::new),
                    array(halfHours, each -> (short) each.halfHour(), Short[]::new),
                    numbers(halfHours, HalfHour::trades),
                    numbers(halfHours, HalfHour::minutes));
            List<Silences> silences = counted.silences();
            jooq.execute(
                    SAVE_SILENCES,
                    StoredTime.of(at),
                    array(silences, each -> requireNonNull(ids.get(each.instrument())), Integer[]::new),
                    numbers(silences, Silences::count),
                    numbers(silences, Silences::seconds));
            return counted;
        });
    }

    private static Set<Instrument> instruments(CountedTrades counted) {
        Set<Instrument> instruments = new TreeSet<>();
        counted.halfHours().forEach(each -> instruments.add(each.instrument()));
        counted.silences().forEach(each -> instruments.add(each.instrument()));
        return instruments;
    }

    private static <T, V> V[] array(List<T> rows, Function<T, V> value, IntFunction<V[]> making) {
        return rows.stream().map(value).toArray(making);
    }

    private static <T> Double[] numbers(List<T> rows, ToDoubleFunction<T> value) {
        return rows.stream().map(value::applyAsDouble).toArray(Double[]::new);
    }

    @Override
    public CountedTrades load() {
        return database.withJooq(
                "how often symbols trade",
                jooq -> new CountedTrades(
                        jooq.fetch(COUNTS)
                                .map(row -> new HalfHour(
                                        new Instrument(row.get("symbol", String.class)),
                                        row.get("half_hour", Integer.class),
                                        row.get("trades", Double.class),
                                        row.get("minutes", Double.class))),
                        jooq.fetch(SILENCES)
                                .map(row -> new Silences(
                                        new Instrument(row.get("symbol", String.class)),
                                        row.get("silences", Double.class),
                                        row.get("seconds", Double.class)))));
    }
}
