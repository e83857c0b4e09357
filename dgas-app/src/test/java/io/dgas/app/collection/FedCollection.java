package io.dgas.app.collection;

import io.dgas.adapter.eodhd.ApiToken;
import io.dgas.adapter.eodhd.stream.EodhdTradeStream;
import io.dgas.adapter.eodhd.stream.StreamRules;
import io.dgas.adapter.eodhd.stream.StreamSettings;
import io.dgas.app.environment.Environment;
import io.dgas.app.output.Output;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.app.wiring.VendorAccess;
import io.dgas.application.collection.live.StreamCollection;
import io.dgas.application.port.out.vendor.StreamStatus;
import io.dgas.application.port.out.vendor.TradeListener;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.simulator.EodhdSimulator;
import io.dgas.testkit.trades.HandFedSocket;
import io.dgas.testkit.trades.MadeUpTrades;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The live collection as the service makes it, with a database of its own, on a clock and a socket that are moved by hand:
 * a day takes as long as its work.
 */
final class FedCollection implements AutoCloseable {

    private static final String AUTHORISED = "{\"status_code\":200,\"message\":\"Authorized\"}";
    private static final Duration BEFORE_OPEN = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int CONNECTION_LOST = 1006;
    private static final long SEED = 11;

    private final List<Instrument> instruments;
    private final MadeUpTrades trades;
    private final int tradesOfStep;
    private final Installation installation;
    private final VendorAccess access;
    private final CollectionParts parts;
    private HandFedSocket socket = new HandFedSocket();
    private Instant now = Instant.EPOCH;

    /** @param tradesASession on the socket, of all symbols together */
    FedCollection(Path folder, int symbols, int tradesASession) {
        List<String> codes = MadeUpTrades.symbols(symbols);
        instruments = codes.stream()
                .map(code -> new Instrument(code.replace('-', '.')))
                .toList();
        trades = new MadeUpTrades(codes, SEED);
        tradesOfStep = (int)
                (tradesASession * STEP.toSeconds() / Duration.ofMinutes(390).toSeconds());
        Map<String, String> variables = Map.of(
                "HOME", folder.toString(),
                "DGAS_DATABASE_URL", SimulatedSession.database(),
                "EODHD_API_TOKEN", EodhdSimulator.TOKEN,
                "DGAS_EODHD_WEBSOCKET_SYMBOLS", Integer.toString(symbols),
                "DGAS_DATA_COLLECTION_ENABLED", "true");
        StringWriter notes = new StringWriter();
        ServiceTime time = new ServiceTime(() -> now, waited -> {});
        installation =
                new Installation(new Environment(variables, folder), new Output(notes, notes, false), time.clock());
        installation.repositories().symbols().activate(Set.copyOf(instruments));
        access = new VendorAccess(installation, time);
        parts = new CollectionParts(installation, time, access);
    }

    /** What happens while a session is collected; told at its noon and when its last bar is stored. */
    interface Watcher {
        void look(StreamCollection collection);
    }

    /** Collects a session, whose connection is lost once, two hours after the open. */
    void collect(Session session, Watcher noon, Watcher close) {
        socket = new HandFedSocket();
        try (StreamCollection collection = parts.stream(instruments, session, this::connect)) {
            now = session.open().minus(BEFORE_OPEN);
            advance(collection, session.open(), SECOND, 0);
            advance(collection, session.open().plus(Duration.ofHours(2)), STEP, tradesOfStep);
            socket.end(CONNECTION_LOST);
            advance(collection, middle(session), STEP, tradesOfStep);
            noon.look(collection);
            advance(collection, session.close(), STEP, tradesOfStep);
            advance(collection, session.close().plus(Duration.ofMinutes(1)), SECOND, 0);
            close.look(collection);
        }
    }

    private EodhdTradeStream connect(TradeListener listener) {
        StreamSettings settings = StreamSettings.of(
                URI.create("ws://127.0.0.1/ws"),
                ApiToken.parse(EodhdSimulator.TOKEN),
                StreamRules.of(instruments.size()));
        return new EodhdTradeStream(socket, settings, RandomGenerator.getDefault(), listener);
    }

    private static Instant middle(Session session) {
        return session.open()
                .plus(Duration.between(session.open(), session.close()).dividedBy(2));
    }

    private void advance(StreamCollection collection, Instant until, Duration step, int tradesASteps) {
        while (now.isBefore(until)) {
            now = now.plus(step);
            if (collection.status().state() == StreamStatus.State.LIVE) {
                feed(step, tradesASteps);
            }
            collection.step(now);
            if (collection.status().state() == StreamStatus.State.CONNECTING) {
                socket.feed(AUTHORISED);
            }
        }
    }

    private void feed(Duration step, int count) {
        long from = now.minus(step).toEpochMilli();
        for (int trade = 0; trade < count; trade++) {
            socket.feed(trades.next(from + trade * step.toMillis() / count));
        }
    }

    int symbols() {
        return instruments.size();
    }

    /** How many bars are stored. */
    long stored() {
        return installation.repositories().bars().list().stream()
                .mapToLong(series -> series.bars())
                .sum();
    }

    @Override
    public void close() {
        access.close();
        installation.close();
    }
}
