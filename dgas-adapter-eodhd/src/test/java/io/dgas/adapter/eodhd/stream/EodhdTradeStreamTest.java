package io.dgas.adapter.eodhd.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.adapter.eodhd.ApiToken;
import io.dgas.application.port.out.vendor.StreamRemedy;
import io.dgas.application.port.out.vendor.StreamStatus.State;
import io.dgas.domain.market.Instrument;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream over a real socket, on a clock that the test moves. */
class EodhdTradeStreamTest {

    private static final String TOKEN = "7f6e5d4c.3b2a1908";
    private static final Instrument AAPL = new Instrument("AAPL");
    private static final Instrument BRK_B = new Instrument("BRK.B");
    private static final String TRADE =
            "{\"s\":\"AAPL\",\"p\":330.78,\"c\":[],\"v\":5,\"dp\":false,\"ms\":\"open\",\"t\":1790899194028}";

    private final List<String> heard = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private SocketServer server;
    private EodhdTradeStream stream;
    private Instant now = Instant.parse("2026-06-02T13:30:00Z");

    @BeforeEach
    void start() throws IOException {
        server = new SocketServer();
        StreamSettings settings =
                new StreamSettings(server.address(), ApiToken.parse(TOKEN), 500, 1000, StreamRules.of(50));
        stream = new EodhdTradeStream(
                http,
                settings,
                new SplittableRandom(1),
                (instrument, time, price, size, effect) -> heard.add(instrument + " " + price + " " + effect));
    }

    @AfterEach
    void stop() throws IOException {
        stream.close();
        server.close();
        http.close();
    }

    /** Looks again and again, at one time of the stream's clock, until it is so. */
    private void until(BooleanSupplier so) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        stream.tick(now);
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not so, " + stream.status());
            }
            Thread.onSpinWait();
            stream.tick(now);
        }
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            stream.tick(now);
        }
    }

    private void live(Instrument... instruments) {
        stream.follow(List.of(instruments));
        until(() -> stream.status().state() == State.LIVE);
        until(() -> !server.peer().texts.isEmpty());
    }

    @Test
    void tradesArriveAfterTheAuthorisation() {
        server.authorises = false;
        stream.follow(List.of(BRK_B, AAPL));
        until(() -> !server.peers.isEmpty());
        until(() -> stream.status().state() == State.AUTHORISING);
        assertThat(server.peer().texts).isEmpty();
        server.peer().text("{\"status_code\":200,\"message\":\"Authorized\"}");
        until(() -> !server.peer().texts.isEmpty());
        assertThat(server.peer().texts).containsExactly("{\"action\":\"subscribe\",\"symbols\":\"BRK-B,AAPL\"}");
        assertThat(server.asked).containsExactly("GET /ws/us?api_token=" + TOKEN + " HTTP/1.1");

        server.peer().text(TRADE);
        server.peer().text(TRADE.replace("AAPL", "BRK-B"));
        until(() -> heard.size() == 2);

        assertThat(heard).containsExactly("AAPL 330.78 7", "BRK.B 330.78 7");
        assertThat(stream.status().subscribed()).containsExactlyInAnyOrder(AAPL, BRK_B);
        assertThat(stream.status().lastData()).contains(now);
        assertThat(stream.status().frames().trades()).isEqualTo(2);
        assertThat(stream.framesReceived()).isEqualTo(3);
    }

    @Test
    void framesInPartsAreOneAndFramesOfOtherKindsDoNoHarm() {
        live(AAPL);
        SocketServer.Peer peer = server.peer();
        peer.parts("{\"s\":\"AAPL\",", "\"p\":1,\"c\":[],\"v\":", "5,\"t\":1790899194028}");
        peer.binary((byte) 1, (byte) 2);
        peer.text("");
        peer.text("x".repeat(501));
        peer.parts("y".repeat(300), "y".repeat(300));
        peer.text("not JSON");
        peer.text(TRADE);
        until(() -> heard.size() == 2);

        assertThat(heard).containsExactly("AAPL 1.0 7", "AAPL 330.78 7");
        assertThat(stream.status().frames().unknown()).isEqualTo(5);
        assertThat(stream.framesReceived()).isEqualTo(8);
        assertThat(stream.status().reconnects()).isZero();
    }

    @Test
    void aBurstLargerThanTheBacklogIsReadInTurnsAndWholly() {
        live(AAPL);
        int burst = 5000;
        Thread sender = Thread.ofVirtual()
                .start(() -> IntStream.range(0, burst)
                        .forEach(i -> server.peer().text(TRADE.replace("330.78", Integer.toString(i + 1)))));
        until(() -> heard.size() == burst);

        assertThat(sender.isInterrupted()).isFalse();
        for (int i = 0; i < burst; i++) {
            assertThat(heard.get(i)).isEqualTo("AAPL " + (i + 1.0) + " 7");
        }
    }

    @Test
    void nothingMoreIsReadWhileTheBacklogIsFull() {
        live(AAPL);
        for (int i = 0; i < 100; i++) {
            server.peer().text(TRADE);
        }
        long end = System.nanoTime() + Duration.ofMillis(300).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }

        assertThat(stream.framesReceived()).isLessThan(15);
        until(() -> heard.size() == 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"close 1001", "close 1011", "reset", "error 500"})
    void whatEndsIsReplacedAndSubscribedAgain(String end) {
        live(AAPL);
        SocketServer.Peer first = server.peer();
        first.text(TRADE);
        until(() -> heard.size() == 1);
        switch (end) {
            case "reset" -> first.reset();
            case "error 500" -> first.text("{\"status\":500,\"message\":\"Server error\"}");
            default -> first.close(Integer.parseInt(end.substring(6)));
        }
        until(() -> stream.status().state() == State.WAITING);
        pass(2);
        until(() -> server.peers.size() == 2 && !server.peer().texts.isEmpty());
        server.peer().text(TRADE);
        until(() -> heard.size() == 2);

        assertThat(stream.status().reconnects()).isEqualTo(1);
        assertThat(server.peer().texts).containsExactly("{\"action\":\"subscribe\",\"symbols\":\"AAPL\"}");
        assertThat(stream.status().problem().orElseThrow()).doesNotContain(TOKEN);
    }

    @Test
    void aHalfOpenConnectionIsFoundByAPing() {
        server.answersPings = false;
        live(AAPL);
        pass(16);
        until(() -> server.peer().pings.get() == 1);
        pass(9);
        assertThat(stream.status().problem()).contains("a ping was not answered within 8 s");
        server.answersPings = true;
        pass(2);
        until(() -> server.peers.size() == 2 && stream.status().state() == State.LIVE);
        for (int ping = 1; ping <= 3; ping++) {
            int pings = ping;
            pass(14);
            until(() -> !stream.isPingOut());
            pass(1);
            until(() -> server.peer().pings.get() == pings && !stream.isPingOut());
        }

        assertThat(server.peer().pings).hasValue(3);
        assertThat(stream.status().reconnects()).isEqualTo(1);
    }

    @Test
    void aRefusedTokenStopsTheStreamAndSaysSo() {
        server.authorises = false;
        stream.follow(List.of(AAPL));
        until(() -> !server.peers.isEmpty());
        server.peer().text("{\"status\":403,\"message\":\"Server error " + TOKEN + "\"}");
        until(() -> stream.status().state() == State.STOPPED);
        pass(600);

        assertThat(server.asked).hasSize(1);
        assertThat(stream.status().problem()).contains("the vendor says 403 Server error ***");
    }

    @ParameterizedTest
    @CsvSource({"401, STOPPED", "403, WAITING", "429, WAITING", "502, WAITING"})
    void aRefusedHandshakeIsToldByItsStatus(int status, State state) {
        server.status = status;
        stream.follow(List.of(AAPL));
        until(() -> stream.status().problem().isPresent());

        assertThat(stream.status().state()).isEqualTo(state);
        assertThat(stream.status().problem()).contains("the handshake was answered with status " + status);
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() throws IOException {
        server.close();
        stream.follow(List.of(AAPL));
        until(() -> stream.status().problem().isPresent());

        assertThat(stream.status().state()).isEqualTo(State.WAITING);
        assertThat(stream.status().toString())
                .contains("did not open, no connection to 127.0.0.1:", " can be made")
                .doesNotContain(TOKEN);
    }

    @Test
    void remediesReachTheVendor() {
        live(AAPL, BRK_B);
        stream.heal(new StreamRemedy.Resubscribe(Set.of(BRK_B)));
        pass(3);
        until(() -> server.peer().texts.size() == 2);
        assertThat(server.peer().texts.getLast()).isEqualTo("{\"action\":\"subscribe\",\"symbols\":\"BRK-B\"}");

        stream.heal(new StreamRemedy.Reconnect("most symbols are silent"));
        pass(2);
        until(() -> server.peers.size() == 2);
        assertThat(stream.status().problem()).contains("most symbols are silent");
    }

    @Test
    void closingSaysGoodbyeAndIsTheEnd() {
        live(AAPL);
        SocketServer.Peer peer = server.peer();
        stream.close();
        until(() -> peer.closedWith == 1000);
        pass(100);

        assertThat(server.peers).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wss:x", "https://x/ws", "ws://me:pw@h/ws", "ws://h/ws?api_token=" + TOKEN})
    void anAddressThatIsNoneIsRefusedUnseen(String address) {
        assertThatThrownBy(() -> StreamSettings.of(URI.create(address), ApiToken.parse(TOKEN), StreamRules.of(50)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wss://ws.eodhistoricaldata.com/ws")
                .message()
                .doesNotContain(TOKEN, "pw@");
    }

    @Test
    void nothingShowsTheToken() {
        StreamSettings settings = StreamSettings.of(server.address(), ApiToken.parse(TOKEN), StreamRules.of(50));

        assertThat(Arrays.asList(settings.toString(), stream.status().toString()))
                .noneMatch(text -> text.contains(TOKEN));
    }
}
