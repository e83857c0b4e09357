package io.dgas.adapter.postgres;

import io.dgas.application.port.out.universe.ListingRepository;
import io.dgas.domain.market.Instrument;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Record;

/** Listings in tables {@code market_symbols} and {@code former_symbols}. */
final class JooqListingRepository implements ListingRepository {

    private static final String ALL = """
            select symbol, is_active, registered_at, name, exchange, listed_on, delisted_on, former, until
            from market_symbols
            left join lateral (
              select array_agg(f.symbol order by renamed_on desc, recorded_at desc) as former,
                array_agg(renamed_on order by renamed_on desc, recorded_at desc) as until
              from former_symbols f where symbol_id = id) as f on true
            order by symbol""";

    private static final String DESCRIBE = """
            insert into market_symbols as s (symbol, is_active, name, exchange, listed_on)
            select distinct on (symbol) symbol, false, name, exchange, listed_on
            from unnest(?::text[], ?::text[], ?::text[], ?::date[]) with ordinality
              as given (symbol, name, exchange, listed_on, number)
            order by symbol, number desc
            on conflict (symbol) do update
            set name = coalesce(excluded.name, s.name), exchange = coalesce(excluded.exchange, s.exchange),
              listed_on = coalesce(excluded.listed_on, s.listed_on)
            where (s.name, s.exchange, s.listed_on) is distinct from (coalesce(excluded.name, s.name),
              coalesce(excluded.exchange, s.exchange), coalesce(excluded.listed_on, s.listed_on))""";

    private static final String DELIST = """
            update market_symbols s set delisted_on = given.last_date, is_active = false
            from unnest(?::integer[], ?::date[]) as given (id, last_date)
            where s.id = given.id and (s.delisted_on, s.is_active) is distinct from (given.last_date, false)""";

    private final Database database;

    JooqListingRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<Listing> all() {
        return database.withJooq("all listings", jooq -> jooq.fetch(ALL).map(JooqListingRepository::listing));
    }

    private static Listing listing(Record found) {
        return new Listing(
                new Description(
                        new Instrument(found.get("symbol", String.class)),
                        Optional.ofNullable(found.get("name", String.class)),
                        Optional.ofNullable(found.get("exchange", String.class)),
                        Optional.ofNullable(found.get("listed_on", LocalDate.class))),
                found.get("is_active", Boolean.class),
                found.get("registered_at", Instant.class),
                Optional.ofNullable(found.get("delisted_on", LocalDate.class)),
                formerNames(found));
    }

    private static List<FormerName> formerNames(Record found) {
        String[] names = found.get("former", String[].class);
        LocalDate[] until = found.get("until", LocalDate[].class);
        List<FormerName> former = new ArrayList<>();
        for (int number = 0; names != null && number < names.length; number++) {
            former.add(new FormerName(new Instrument(names[number]), until[number]));
        }
        return former;
    }

    @Override
    public int describe(List<Description> descriptions) {
        return database.withJooq(
                "describing " + descriptions.size() + " symbols",
                jooq -> jooq.execute(
                        DESCRIBE,
                        texts(descriptions, one -> Optional.of(one.instrument().symbol())),
                        texts(descriptions, Description::name),
                        texts(descriptions, Description::exchange),
                        descriptions.stream()
                                .map(one -> one.listedOn().orElse(null))
                                .toArray(LocalDate[]::new)));
    }

    private static String[] texts(List<Description> rows, Function<Description, Optional<String>> text) {
        return rows.stream().map(row -> text.apply(row).orElse(null)).toArray(String[]::new);
    }

    @Override
    public void rename(Renaming renaming, Instant at) {
        database.inTransaction("renaming " + renaming.from() + " to " + renaming.to(), connection -> {
            Locks.MARKET_DATA.take(connection);
            Locks.CORPORATE_ACTIONS.take(connection);
            Locks.COVERAGE.take(connection);
            Locks.UNIVERSE.take(connection);
            return new SymbolRenaming(connection, renaming, StoredTime.of(at)).run();
        });
    }

    @Override
    public int delist(Map<Instrument, LocalDate> lastDates) {
        return database.inTransaction(
                "delisting " + lastDates.size() + " symbols", connection -> delist(connection, lastDates));
    }

    private static int delist(Connection connection, Map<Instrument, LocalDate> lastDates) throws SQLException {
        Map<Instrument, Integer> ids = SymbolIds.ofKnown(connection, lastDates.keySet());
        List<Instrument> order = List.copyOf(ids.keySet());
        return Database.jooq(connection)
                .execute(
                        DELIST,
                        order.stream().map(ids::get).toArray(Integer[]::new),
                        order.stream().map(lastDates::get).toArray(LocalDate[]::new));
    }
}
