package io.dgas.adapter.eodhd.stream;

import io.dgas.application.port.out.vendor.StreamRemedy;
import io.dgas.application.port.out.vendor.StreamStatus;
import io.dgas.application.port.out.vendor.StreamStatus.State;
import io.dgas.application.port.out.vendor.TradeListener;
import io.dgas.application.port.out.vendor.TradeStream;
import io.dgas.domain.market.Instrument;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The live US trades of EODHD. One key has one connection: the vendor counts symbols by key, not by connection. */
public final class EodhdTradeStream implements TradeStream {

    private final HttpClient http;
    private final StreamSettings settings;
    private final SocketSession session;
    private final TradeFrames frames;
    private final List<SocketEvent> asked = new ArrayList<>();
    private Map<String, Instrument> instruments = Map.of();
    private volatile @Nullable Connection connection;
    private volatile long receivedBefore;
    private Instant now = Instant.MIN;
    private boolean closed;
    private volatile StreamStatus status;

    /**
     * Does nothing yet.
     *
     * @param http is used and not closed
     * @param random for jitter between connections
     */
    public EodhdTradeStream(HttpClient http, StreamSettings settings, RandomGenerator random, TradeListener listener) {
        this.http = http;
        this.settings = settings;
        this.session = new SocketSession(settings.rules(), random);
        this.frames = new TradeFrames(listener, this::noticed);
        this.status = toStatus();
    }

    @Override
    public void follow(List<Instrument> wanted) {
        Map<String, Instrument> byCode = new LinkedHashMap<>();
        wanted.forEach(instrument -> byCode.put(SymbolTable.code(instrument), instrument));
        instruments = byCode;
        frames.follow(byCode.values());
        asked.add(new SocketEvent.Wanted(List.copyOf(byCode.keySet())));
    }

    @Override
    public void heal(StreamRemedy remedy) {
        asked.add(
                switch (remedy) {
                    case StreamRemedy.Resubscribe again ->
                        new SocketEvent.Silent(
                                again.silent().stream().map(SymbolTable::code).collect(Collectors.toSet()));
                    case StreamRemedy.Reconnect reconnect -> new SocketEvent.Distrusted(reconnect.why());
                });
    }

    @Override
    public void tick(Instant time) {
        if (closed) {
            return;
        }
        now = time;
        receive();
        List<SocketEvent> orders = List.copyOf(asked);
        asked.clear();
        orders.forEach(this::happened);
        session.tick(now).forEach(this::act);
        status = toStatus();
    }

    @Override
    public StreamStatus status() {
        return status;
    }

    /** Frames that have come in, those that wait for a tick included. May be asked by any thread. */
    public long framesReceived() {
        return receivedBefore + framesOfConnection();
    }

    /** Those that have come in on the connection of now. May be asked by any thread. */
    public long framesOfConnection() {
        Connection open = connection;
        return open == null ? 0 : open.received();
    }

    /** Whether a ping waits for its answer, which takes its time however fast the owner's clock runs. */
    public boolean isPingOut() {
        return session.isPingOut();
    }

    @Override
    public void close() {
        closed = true;
        onOpen(Connection::close);
        forget();
    }

    private void receive() {
        Connection from = connection;
        if (from == null) {
            return;
        }
        Connection.Batch batch = from.take();
        batch.events().stream().filter(SocketEvent.Opened.class::isInstance).forEach(this::happened);
        read(from, batch);
        for (SocketEvent event : batch.events()) {
            if (connection == from && !(event instanceof SocketEvent.Opened)) {
                happened(event);
            }
        }
    }

    private void read(Connection from, Connection.Batch batch) {
        long before = frames.trades();
        batch.frames().forEach((text, start, end) -> {
            if (connection == from) {
                frames.decode(text, start, end);
            }
        });
        for (int i = 0; i < batch.frames().overlong(); i++) {
            frames.unreadable("a frame of more than " + settings.largestFrame() + " characters");
        }
        for (int i = 0; i < batch.binary(); i++) {
            frames.unreadable("a binary frame");
        }
        if (connection == from && batch.frames().length() + batch.binary() > 0) {
            happened(frames.trades() > before ? new SocketEvent.Data() : new SocketEvent.Heard());
        }
    }

    private void noticed(int code, String message) {
        happened(new SocketEvent.Notice(code, settings.token().redact(message)));
    }

    private void happened(SocketEvent event) {
        session.on(event, now).forEach(this::act);
    }

    private void act(SocketAction action) {
        switch (action) {
            case SocketAction.Connect connect -> connection = Connection.open(http, settings);
            case SocketAction.Drop drop -> drop();
            case SocketAction.Send send -> onOpen(open -> open.send(send.frame()));
            case SocketAction.Ping ping -> onOpen(Connection::ping);
        }
    }

    private void onOpen(Consumer<Connection> work) {
        Connection open = connection;
        if (open != null) {
            work.accept(open);
        }
    }

    private void drop() {
        onOpen(Connection::drop);
        forget();
    }

    private void forget() {
        receivedBefore = framesReceived();
        connection = null;
    }

    private StreamStatus toStatus() {
        Map<Instrument, String> refused = new LinkedHashMap<>();
        session.refused().forEach((code, why) -> named(code).ifPresent(each -> refused.put(each, why)));
        Set<Instrument> subscribed = session.subscribed().stream()
                .flatMap(code -> named(code).stream())
                .collect(Collectors.toSet());
        State state = closed ? State.STOPPED : session.state();
        return new StreamStatus(
                state,
                session.since(),
                subscribed,
                refused,
                session.reconnects(),
                session.lastData(),
                session.lastHeard(),
                counts(),
                session.problem());
    }

    private StreamStatus.Frames counts() {
        StreamStatus.Frames counted = frames.counts(framesReceived());
        return new StreamStatus.Frames(
                counted.received(),
                counted.trades(),
                counted.quotes(),
                counted.unusable(),
                counted.strays(),
                counted.unknown(),
                counted.lastUnknown().map(settings.token()::redact));
    }

    private Optional<Instrument> named(String code) {
        return Optional.ofNullable(instruments.get(code));
    }
}
