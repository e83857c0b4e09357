package io.dgas.app.collection;

import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.DatabaseUrl;
import io.dgas.app.environment.Environment;
import io.dgas.app.output.Output;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.app.wiring.VendorAccess;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.postgres.server.ServerAddress;
import io.dgas.postgres.server.ThrowawayPostgres;
import io.dgas.simulator.EodhdSimulator;
import io.dgas.simulator.account.Plan;
import io.dgas.simulator.market.GeneratedMarket;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A vendor on a virtual clock that stands still between steps, a database of its own, and the parts of the collection made
 * by the settings as the commands make them.
 */
public final class SimulatedSession implements AutoCloseable {

    private static final ThrowawayPostgres SERVER = ThrowawayPostgres.shared();

    public final Session session;
    public final EodhdSimulator vendor;
    final StringWriter notes = new StringWriter();
    private final Environment environment;
    private final Installation installation;
    private final VendorAccess access;

    /** A market of so many symbols, of which as many as the cap can be had on live trades. */
    public SimulatedSession(Path folder, LocalDate date, int symbols, int cap, Map<String, String> settings) {
        session = TradingCalendar.nyse().sessionOn(date).orElseThrow();
        vendor = simulator(date, symbols, cap);
        Map<String, String> variables = new HashMap<>(Map.of(
                "HOME", folder.toString(),
                "DGAS_DATABASE_URL", database(),
                "EODHD_API_TOKEN", EodhdSimulator.TOKEN,
                "DGAS_EODHD_BASE_URL", vendor.baseUrl().toString(),
                "DGAS_EODHD_WEBSOCKET_URL", vendor.websocketUrl().toString(),
                "DGAS_EODHD_WEBSOCKET_SYMBOLS", Integer.toString(cap),
                "DGAS_DATA_COLLECTION_ENABLED", "true",
                "DGAS_DATA_COLLECTION_REQUESTS_PER_MINUTE", "1000",
                "DGAS_DATA_COLLECTION_HISTORY_DAYS", "5"));
        variables.putAll(settings);
        environment = new Environment(variables, folder);
        installation = new Installation(environment, new Output(notes, notes, false), vendor.clock());
        installation.repositories().symbols().activate(instruments());
        access = new VendorAccess(installation, time());
    }

    private static EodhdSimulator simulator(LocalDate date, int symbols, int cap) {
        GeneratedMarket market =
                GeneratedMarket.of(7, symbols, new GeneratedMarket.Dates(date.minusDays(10), date.plusDays(3)));
        Session session = TradingCalendar.nyse().sessionOn(date).orElseThrow();
        try {
            return EodhdSimulator.start(
                    EodhdSimulator.Settings.of(market, session.open().minusSeconds(600))
                            .withPlans(Plan.paid(EodhdSimulator.TOKEN).withWebSocketSymbols(cap)));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** The address of a new database with the schema in it. */
    static String database() {
        String database = SERVER.createDatabase();
        try (Database opened = Database.open(DatabaseUrl.of(SERVER.address(), database))) {
            opened.schema().migrate();
        }
        ServerAddress address = SERVER.address();
        return "postgresql://" + address.user() + ":" + address.password() + "@" + address.host() + ":" + address.port()
                + "/" + database;
    }

    Set<Instrument> instruments() {
        return vendor.truth().tickers().stream()
                .map(ticker -> new Instrument(ticker.replace(".US", "")))
                .collect(Collectors.toSet());
    }

    /** Waiting lets the vendor's time pass. */
    ServiceTime time() {
        return new ServiceTime(vendor.clock(), vendor.clock()::advance);
    }

    /** Waiting lets no time pass, for what must not move the vendor's clock. */
    ServiceTime standingTime() {
        return new ServiceTime(vendor.clock(), duration -> {});
    }

    Installation installation() {
        return installation;
    }

    /** What a process of this installation finds around itself. */
    public Environment environment() {
        return environment;
    }

    CollectionParts parts() {
        return new CollectionParts(installation, time(), access);
    }

    VendorAccess access() {
        return access;
    }

    @Override
    public void close() {
        access.close();
        installation.close();
        vendor.close();
    }
}
