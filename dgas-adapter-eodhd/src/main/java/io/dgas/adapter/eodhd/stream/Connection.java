package io.dgas.adapter.eodhd.stream;

import io.dgas.adapter.eodhd.FailureText;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection from its opening to its end. The threads of the HTTP client put what comes into a box, and its owner
 * takes it out; when the box is full, no more is read from the wire.
 */
final class Connection implements WebSocket.Listener {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** What came since it was last taken, the frames before the events but for {@code Opened}. */
    record Batch(List<SocketEvent> events, FrameBuffer frames, int binary) {}

    private final StreamSettings settings;
    private final AtomicLong received = new AtomicLong();
    private final List<SocketEvent> events = new ArrayList<>();
    private FrameBuffer filling;
    private FrameBuffer reading;
    private int binary;
    private boolean owing;
    private boolean dropped;
    private @Nullable WebSocket socket;
    private CompletableFuture<?> sending = new CompletableFuture<>();

    private Connection(StreamSettings settings) {
        this.settings = settings;
        this.filling = new FrameBuffer(settings.largestFrame());
        this.reading = new FrameBuffer(settings.largestFrame());
    }

    /** Begins to connect. */
    static Connection open(HttpClient http, StreamSettings settings) {
        Connection connection = new Connection(settings);
        connection.sending = http.newWebSocketBuilder()
                .connectTimeout(settings.rules().patience().opening())
                .buildAsync(settings.trades(), connection)
                .whenComplete((socket, fault) -> {
                    if (fault != null) {
                        connection.happened(connection.notOpened(fault));
                    }
                });
        return connection;
    }

    /** Frames that have come in on it. */
    long received() {
        return received.get();
    }

    /** What came; the frames are valid until the next call. */
    synchronized Batch take() {
        FrameBuffer full = filling;
        reading.clear();
        reading.continueFrom(full);
        filling = reading;
        reading = full;
        List<SocketEvent> taken = List.copyOf(events);
        events.clear();
        int others = binary;
        binary = 0;
        if (owing && socket != null) {
            owing = false;
            socket.request(1);
        }
        return new Batch(taken, full, others);
    }

    synchronized void send(String frame) {
        WebSocket open = socket;
        if (open != null) {
            after(() -> open.sendText(frame, true));
        }
    }

    synchronized void ping() {
        WebSocket open = socket;
        if (open != null) {
            after(() -> open.sendPing(NOTHING.duplicate()));
        }
    }

    /** Ends it without waiting for the other end. */
    synchronized void drop() {
        dropped = true;
        if (socket != null) {
            socket.abort();
        }
    }

    /** Says goodbye, that the vendor may free the room of the subscriptions at once, and ends it. */
    synchronized void close() {
        dropped = true;
        WebSocket open = socket;
        if (open != null) {
            after(() -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""));
            sending = sending.whenComplete((sent, fault) -> open.abort());
        }
    }

    /** The next may be sent only when the one before is gone. */
    private void after(Supplier<CompletableFuture<WebSocket>> next) {
        sending = sending.thenCompose(sent -> next.get()).whenComplete((sent, fault) -> {
            if (fault != null) {
                happened(failed("sending failed", fault));
            }
        });
    }

    private synchronized void happened(SocketEvent event) {
        if (!dropped) {
            events.add(event);
        }
    }

    @Override
    public synchronized void onOpen(WebSocket opened) {
        if (dropped) {
            opened.abort();
            return;
        }
        socket = opened;
        events.add(new SocketEvent.Opened());
        opened.request(1);
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        if (dropped) {
            return null;
        }
        if (filling.append(data, last)) {
            received.incrementAndGet();
        }
        more(from);
        return null;
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        if (dropped) {
            return null;
        }
        if (last) {
            received.incrementAndGet();
            binary++;
        }
        more(from);
        return null;
    }

    private void more(WebSocket from) {
        if (filling.length() < settings.backlog()) {
            from.request(1);
        } else {
            owing = true;
        }
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        happened(new SocketEvent.Heard());
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        happened(new SocketEvent.Heard());
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        happened(new SocketEvent.Closed(code, settings.token().redact(reason)));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable fault) {
        happened(failed("the connection broke", fault));
    }

    private SocketEvent notOpened(Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        if (cause instanceof WebSocketHandshakeException handshake) {
            HttpHeaders headers = handshake.getResponse().headers();
            return new SocketEvent.Refused(handshake.getResponse().statusCode(), retryAfter(headers));
        }
        return failed("the connection did not open", cause);
    }

    private static Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private SocketEvent failed(String what, Throwable fault) {
        String text = FailureText.of(fault, settings.address());
        return new SocketEvent.Failed(what + ", " + settings.token().redact(text));
    }
}
