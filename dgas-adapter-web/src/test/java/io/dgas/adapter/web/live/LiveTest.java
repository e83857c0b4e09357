package io.dgas.adapter.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.adapter.web.WebAddress;
import io.dgas.adapter.web.WebServer;
import io.dgas.adapter.web.live.Event.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real pages' connections to a real server. */
class LiveTest {

    private static final int SECONDS = 20;

    private final Live live = new Live();
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> pushed = new LinkedBlockingQueue<>();
    private WebServer server;

    @BeforeEach
    void start() {
        server = WebServer.start(new WebAddress("127.0.0.1", 0), List.of(live));
    }

    @AfterEach
    void stop() {
        server.close();
        http.shutdownNow();
    }

    private URI address(String has) {
        return URI.create(server.url().replace("http", "ws") + "/live?" + has);
    }

    /** Returns once the server knows of it. */
    private WebSocket open(String has) throws InterruptedException {
        int before = live.pages();
        WebSocket socket = http.newWebSocketBuilder()
                .buildAsync(address(has), new Collected(pushed))
                .join();
        await(() -> live.pages() > before);
        return socket;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int attempt = 0; !condition.getAsBoolean(); attempt++) {
            assertThat(attempt).as("attempts").isLessThan(SECONDS * 100);
            Thread.sleep(10);
        }
    }

    /** What is pushed, whole messages in their order. */
    private record Collected(BlockingQueue<String> pushed, StringBuilder text) implements WebSocket.Listener {

        Collected(BlockingQueue<String> pushed) {
            this(pushed, new StringBuilder());
        }

        @Override
        public CompletionStage<@Nullable Void> onText(WebSocket socket, CharSequence data, boolean isLast) {
            text.append(data);
            if (isLast) {
                pushed.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.<@Nullable Void>completedFuture(null);
        }
    }

    private JsonNode next() throws InterruptedException {
        String message = pushed.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(message).as("pushed within %d s", SECONDS).isNotNull();
        return JsonMapper.shared().readTree(message);
    }

    private void assertNext(String part, String html) throws InterruptedException {
        JsonNode message = next();
        assertThat(message.path("part").asString()).isEqualTo(part);
        assertThat(message.path("html").asString()).isEqualTo(html);
    }

    @Test
    void aPageIsSentWhatItLacksAndThenEachChangeOnce() throws InterruptedException {
        live.show("signals", "one");
        live.show("cycles", "two");
        open("has=signals:&has=cycles:" + Part.of("cycles", "two").version());
        assertNext("signals", "one");

        live.show("signals", "one");
        live.show("cycles", "three");
        assertNext("cycles", "three");
        live.show("signals", "four");
        assertNext("signals", "four");
        assertThat(pushed).isEmpty();
    }

    @Test
    void aPageIsSentOnlyThePartsThatItShows() throws InterruptedException {
        open("has=signals:");
        live.show("cycles", "one");
        live.show("signals", "two");
        assertNext("signals", "two");
        assertThat(pushed).isEmpty();
    }

    @Test
    void theSameContentHasTheSameVersionAfterARestart() {
        assertThat(Part.of("signals", "one").version())
                .isEqualTo(Part.of("other", "one").version())
                .isNotEqualTo(Part.of("signals", "two").version());
    }

    @Test
    void eventsGoToAllPages() throws InterruptedException {
        open("");
        open("has=signals:");
        live.tell(new Event(Kind.SIGNAL, List.of("QAEB", "QAAA")));
        for (int page = 0; page < 2; page++) {
            assertThat(next().toString()).isEqualTo("{\"event\":\"signal\",\"symbols\":[\"QAAA\",\"QAEB\"]}");
        }
    }

    @Test
    void aPageThatIsGoneIsForgotten() throws InterruptedException {
        open("has=signals:").abort();
        await(() -> live.pages() == 0);
    }

    /** Reads the answer that opens the connection, and nothing after it. */
    private Socket openWithoutReading() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        URI address = address("has=signals:");
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        String request = "GET /live?has=signals: HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 101");
        return socket;
    }

    @Test
    void whoReadsTooSlowlyIsLetGoAndHoldsUpNobody() throws IOException, InterruptedException {
        try (Socket slow = openWithoutReading()) {
            await(() -> live.pages() == 1);
            open("has=signals:");
            String large = "x".repeat(1_000_000);
            for (int change = 0; change < 20; change++) {
                live.show("signals", change + large);
                next();
            }
            for (int event = 0; event < 100; event++) {
                live.tell(new Event(Kind.BARS, List.of("S" + event)));
            }
            await(() -> live.pages() == 1);
            assertThat(slow.isConnected()).isTrue();
        }
        live.show("signals", "end");
        JsonNode last = next();
        while (last.has("event")) {
            last = next();
        }
        assertThat(last.path("html").asString()).isEqualTo("end");
    }

    @Test
    void pagesOfOthersCannotListen() {
        assertThatThrownBy(() -> http.newWebSocketBuilder()
                        .header("Origin", "https://evil.example")
                        .connectTimeout(Duration.ofSeconds(SECONDS))
                        .buildAsync(address(""), new WebSocket.Listener() {})
                        .join())
                .hasRootCauseMessage("Unexpected HTTP response status code 403");
    }
}
