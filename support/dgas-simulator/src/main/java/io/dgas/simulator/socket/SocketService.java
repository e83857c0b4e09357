package io.dgas.simulator.socket;

import io.dgas.simulator.account.Account;
import io.dgas.simulator.account.Accounts;
import io.dgas.simulator.account.Feed;
import io.dgas.simulator.clock.VirtualClock;
import io.dgas.simulator.fault.Fault;
import io.dgas.simulator.fault.FaultKind;
import io.dgas.simulator.fault.Faults;
import io.dgas.simulator.fault.Occasion;
import io.dgas.simulator.http.IncomingRequest;
import io.dgas.simulator.http.Wire;
import io.dgas.simulator.market.Listing;
import io.dgas.simulator.tape.SentTrades;
import io.dgas.simulator.tape.Tape;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The WebSocket endpoints {@code /ws/us} and {@code /ws/us-quote}. While the clock runs, a thread of its own sends what
 * becomes due; when the clock is set, everything due is handed to the connections before the setting returns.
 */
public final class SocketService implements AutoCloseable {

    /** Where the connections are served from. */
    public record Setting(VirtualClock clock, Accounts accounts) {}

    /** What is pushed: the directory finds a ticker's bars, the record takes what was sent. */
    public record Supplies(Function<String, Optional<Listing>> directory, Tape tape, SentTrades sent, Faults faults) {}

    private static final String PATH = "/ws/";
    private static final Set<String> ENDPOINTS = Set.of("us", "us-quote");
    private static final int NORMAL = 1000;
    private static final long STEP_NANOS = 1_000_000;

    private final Setting setting;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Floor floor;
    private final Desk desk;
    private final Thread driver =
            Thread.ofPlatform().daemon().name("simulator-trades").unstarted(this::drive);
    private long connections;
    private boolean closed;

    private SocketService(Setting setting, Floor floor) {
        this.setting = setting;
        this.floor = floor;
        this.desk = new Desk(floor);
    }

    /** Begins to follow the clock. */
    public static SocketService start(Setting setting, Supplies supplies) {
        SocketService service =
                new SocketService(setting, new Floor(supplies, setting.clock().instant()));
        setting.clock().follow(service::push);
        service.driver.start();
        return service;
    }

    public static boolean isFor(IncomingRequest request) {
        return request.target().startsWith(PATH);
    }

    /** Serves one connection until it ends. */
    public void serve(IncomingRequest request, Wire wire) throws IOException {
        URI target = URI.create(request.target());
        String endpoint = target.getPath().substring(PATH.length());
        Optional<byte[]> accepted = Handshake.accepted(request);
        if (accepted.isEmpty() || !ENDPOINTS.contains(endpoint)) {
            boolean known = ENDPOINTS.contains(endpoint);
            wire.out().write(Handshake.refused(known ? 400 : 404, known ? "Bad Request" : "Not Found"));
            return;
        }
        String token = token(target);
        Optional<Fault> fault = atTheDoor(endpoint, token);
        if (fault.isPresent() && isRefusal(fault.get().kind())) {
            int status = fault.get().kind() == FaultKind.WS_ONE_CONNECTION
                    ? 403
                    : fault.get().particulars().status();
            wire.out().write(Handshake.refused(status, body(status)));
            return;
        }
        // the clock must not run past a connection that has been accepted and is not yet on the floor
        Connection connection = enter(new Connection.Caller(number(), endpoint, token, account(token)), wire, fault);
        wire.out().write(accepted.get());
        Thread.ofVirtual().start(connection.out());
        listen(connection, wire);
        connection.out().awaitWritten();
    }

    /** The open connections. */
    public List<SocketState> states() {
        lock.lock();
        try {
            return floor.audience().connections().stream()
                    .map(Connection::state)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** How many connections have been let in so far; their numbers count from 1. */
    public long opened() {
        lock.lock();
        try {
            return connections;
        } finally {
            lock.unlock();
        }
    }

    /** Waits, in real time, until the open connections are as wanted; false where they are not after so long. */
    public boolean await(Predicate<List<SocketState>> wanted, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lock();
        try {
            while (!wanted.test(states())) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            List.copyOf(floor.audience().connections()).forEach(Connection::reset);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Fault> atTheDoor(String endpoint, String token) {
        lock.lock();
        try {
            Fault.Place place =
                    new Fault.Place("ws/" + endpoint, "", setting.clock().instant());
            Optional<Fault> single = floor.faults().lasting(FaultKind.WS_ONE_CONNECTION, place);
            return single.isPresent() && floor.audience().companions(token, endpoint) > 0
                    ? single
                    : floor.faults().next(Occasion.HANDSHAKE, place);
        } finally {
            lock.unlock();
        }
    }

    private static boolean isRefusal(FaultKind kind) {
        return kind == FaultKind.WS_REFUSED || kind == FaultKind.WS_ONE_CONNECTION;
    }

    private static String body(int status) {
        return switch (status) {
            case 401 -> "Unauthenticated";
            case 403 -> "Forbidden";
            case 429 -> "Too Many Requests";
            default -> "<html><head><title>" + status + "</title></head><body>nginx</body></html>";
        };
    }

    private Connection enter(Connection.Caller caller, Wire wire, Optional<Fault> fault) {
        Connection connection = new Connection(caller, wire);
        lock.lock();
        try {
            floor.pass(setting.clock().instant().toEpochMilli());
            desk.welcome(connection, fault);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return connection;
    }

    /** The account of a token that may stream; other tokens are let in and then told off. */
    private Optional<Account> account(String token) {
        return setting.accounts()
                .find(token)
                .filter(account -> account.plan().feeds().contains(Feed.WEBSOCKET));
    }

    private long number() {
        lock.lock();
        try {
            return ++connections;
        } finally {
            lock.unlock();
        }
    }

    private void listen(Connection connection, Wire wire) {
        MessageReader reader = new MessageReader(wire.in());
        try {
            while (hear(connection, reader.next())) {
                // until the client closes or the connection ends
            }
        } catch (BrokenProtocol broken) {
            leave(connection, broken.code());
            drain(wire);
        } catch (IOException gone) {
            leave(connection, Desk.DROPPED);
        }
    }

    /** Reads on until the client ends: a socket closed with bytes unread is reset, and the reason why it closes is lost. */
    private static void drain(Wire wire) {
        try {
            wire.in().transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // it has ended one way or the other
        }
    }

    private boolean hear(Connection connection, MessageReader.Message message) throws BrokenProtocol {
        switch (message.opcode()) {
            case Frames.TEXT -> command(connection, message.text());
            case Frames.PING -> connection.pong(message.payload());
            case Frames.CLOSE -> {
                byte[] payload = message.payload();
                leave(
                        connection,
                        payload.length < 2 ? NORMAL : ByteBuffer.wrap(payload).getShort() & 0xFFFF);
                return false;
            }
            case Frames.PONG -> {
                // an answer to a ping that nobody waits for
            }
            default -> command(connection, "");
        }
        return true;
    }

    private void command(Connection connection, String text) {
        lock.lock();
        try {
            if (connection.isOpen()) {
                floor.pass(setting.clock().instant().toEpochMilli());
                desk.command(connection, text);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void leave(Connection connection, int code) {
        lock.lock();
        try {
            floor.leave(connection);
            connection.end(code);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void push() {
        lock.lock();
        try {
            if (!closed) {
                floor.pass(setting.clock().instant().toEpochMilli());
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void drive() {
        lock.lock();
        try {
            while (!closed) {
                if (setting.clock().speed() > 0) {
                    floor.pass(setting.clock().instant().toEpochMilli());
                    changed.signalAll();
                    changed.await(STEP_NANOS, TimeUnit.NANOSECONDS);
                } else {
                    changed.await();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private static String token(URI target) {
        String query = target.getRawQuery() == null ? "" : target.getRawQuery();
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith("api_token=")) {
                return pair.substring("api_token=".length());
            }
        }
        return "";
    }
}
