package io.dgas.simulator;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket client as anyone would write it, on the JDK's own, which keeps what it hears. */
final class Socket implements AutoCloseable {

    private static final long TICK_MILLIS = 100;
    private static final Duration NOTICE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EodhdSimulator simulator;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> texts = new ArrayList<>();
    private final List<String> binaries = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private int pings;
    private final List<String> pongs = new ArrayList<>();
    private final long id;
    private int marks;
    private final WebSocket webSocket;

    private Socket(EodhdSimulator simulator, String endpoint, String token) {
        this.simulator = simulator;
        URI address = URI.create(simulator.websocketUrl() + "/" + endpoint + "?api_token=" + token);
        try {
            this.webSocket =
                    http.newWebSocketBuilder().buildAsync(address, new Ear()).join();
        } catch (CompletionException refused) {
            http.shutdownNow();
            throw refused;
        }
        this.id = simulator.sockets().opened();
    }

    static Socket open(EodhdSimulator simulator) {
        return open(simulator, "us", EodhdSimulator.TOKEN);
    }

    static Socket open(EodhdSimulator simulator, String endpoint, String token) {
        return new Socket(simulator, endpoint, token);
    }

    /** Opened, and told so a virtual second later. */
    static Socket authorized(EodhdSimulator simulator) throws InterruptedException {
        Socket socket = open(simulator);
        simulator.clock().advance(Duration.ofSeconds(1));
        socket.awaitTexts(1);
        return socket;
    }

    /** Sends, and waits until the simulator has taken it in, which is when it answers a ping sent after it. */
    void say(String text) throws InterruptedException {
        webSocket.sendText(text, true).join();
        settle();
    }

    void subscribe(String symbols) throws InterruptedException {
        say("{\"action\":\"subscribe\",\"symbols\":\"" + symbols + "\"}");
    }

    void ping(String payload) {
        ByteBuffer bytes = ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8));
        webSocket.sendPing(bytes).exceptionally(gone -> webSocket).join();
    }

    WebSocket raw() {
        return webSocket;
    }

    /** Waits for the answer to a ping or for the end, after which all that was sent before has been heard. */
    void settle() throws InterruptedException {
        String mark = "mark " + ++marks;
        ping(mark);
        synchronized (this) {
            await(() -> pongs.contains(mark) || !ends.isEmpty() || isForgotten());
        }
    }

    synchronized List<String> texts() {
        return List.copyOf(texts);
    }

    synchronized List<String> binaries() {
        return List.copyOf(binaries);
    }

    synchronized int pings() {
        return pings;
    }

    /** The payloads of the answers to pings. */
    synchronized List<String> pongs() {
        return List.copyOf(pongs);
    }

    /** Forgets what has been heard so far. */
    synchronized void forget() {
        texts.clear();
    }

    synchronized List<String> awaitTexts(int count) throws InterruptedException {
        await(() -> texts.size() >= count || !ends.isEmpty());
        return List.copyOf(texts);
    }

    /**
     * How the connection has ended: a close code, an error, or "dropped". The JDK's client sometimes does not notice an end
     * that follows a text at once, so it is enough that the simulator has ended it.
     */
    synchronized String awaitEnd() throws InterruptedException {
        long soon = System.nanoTime() + NOTICE.toNanos();
        await(() -> !ends.isEmpty() || (isForgotten() && System.nanoTime() > soon));
        return ends.isEmpty() ? "dropped" : ends.getFirst();
    }

    private boolean isForgotten() {
        return simulator.sockets().states().stream().noneMatch(state -> state.id() == id);
    }

    synchronized boolean hasEnded() {
        return !ends.isEmpty();
    }

    void runTo(String instant) throws InterruptedException {
        simulator.clock().set(Instant.parse(instant));
        settle();
    }

    @Override
    public void close() {
        webSocket.abort();
        http.shutdownNow();
    }

    private interface Wanted {

        boolean isThere();
    }

    private synchronized void await(Wanted wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.isThere()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("nothing came; heard " + Set.copyOf(texts) + " and " + ends);
            }
            wait(Math.min(left, TICK_MILLIS));
        }
    }

    private synchronized void heard(Runnable what) {
        what.run();
        notifyAll();
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                String whole = text.toString();
                text.setLength(0);
                heard(() -> texts.add(whole));
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            bytes.writeBytes(part);
            if (last) {
                heard(() -> binaries.add(bytes.toString(StandardCharsets.UTF_8)));
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
            heard(() -> pings++);
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            String payload = StandardCharsets.UTF_8.decode(message).toString();
            heard(() -> pongs.add(payload));
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            heard(() -> ends.add("close " + code));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            heard(() -> ends.add("error " + error.getClass().getSimpleName()));
        }
    }
}
