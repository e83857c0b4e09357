package io.dgas.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFaultsTest extends StreamFaults {

    private static final String AUTHORIZED = "{\"status_code\":200,\"message\":\"Authorized\"}";
    private static final String LIMIT = "{\"status_code\":422,\"message\":\"Symbols limit reached\"}";

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 502})
    void aHandshakeIsRefusedWithTheStatusOrdered(int status) throws Exception {
        order("ws-refused", ",\"times\":1,\"status\":" + status);
        assertThatThrownBy(() -> Socket.open(simulator))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(status));
        try (Socket second = Socket.authorized(simulator)) {
            assertThat(second.texts()).containsExactly(AUTHORIZED);
        }
    }

    @Test
    void aGoodTokenIsLetInAndToldOff() throws Exception {
        order("ws-denied", ",\"times\":1");
        try (Socket socket = Socket.open(simulator)) {
            assertThat(socket.awaitTexts(1)).containsExactly("{\"status\":403,\"message\":\"Server error\"}");
            assertThat(socket.awaitEnd()).startsWith("close");
        }
    }

    @Test
    void theAuthorisationComesLateOrNever() throws Exception {
        order("ws-authorized-late", ",\"times\":1,\"delayMs\":20000");
        order("ws-authorized-never", ",\"times\":1");
        try (Socket late = Socket.open(simulator);
                Socket never = Socket.open(simulator)) {
            simulator.clock().advance(Duration.ofMillis(19_999));
            late.settle();
            assertThat(late.texts()).isEmpty();
            simulator.clock().advance(Duration.ofMillis(1));
            assertThat(late.awaitTexts(1)).containsExactly(AUTHORIZED);
            simulator.clock().advance(Duration.ofHours(1));
            never.settle();
            assertThat(never.texts()).isEmpty();
        }
    }

    @Test
    void aCommandOfAnAuthorisedClientIsAServerErrorAndTheEnd() throws Exception {
        order("ws-command-refused", ",\"times\":1");
        try (Socket socket = Socket.authorized(simulator)) {
            socket.subscribe("AAPL");
            assertThat(socket.awaitTexts(2))
                    .containsExactly(AUTHORIZED, "{\"status\":500,\"message\":\"Server error\"}");
            assertThat(socket.awaitEnd()).isNotEmpty();
        }
    }

    @Test
    void theLimitIsSaidToBeReachedThoughItIsNot() throws Exception {
        order("ws-limit-reached", ",\"times\":1");
        try (Socket socket = Socket.authorized(simulator)) {
            socket.subscribe("AAPL");
            socket.subscribe("AAPL");
            assertThat(socket.texts()).containsExactly(AUTHORIZED, LIMIT);
            assertThat(simulator.sockets().states().getFirst().symbols()).containsExactly("AAPL");
        }
    }

    @Test
    void slotsAreHeldAsLongAsOrdered() throws Exception {
        order("ws-slots-held", ",\"delayMs\":300000");
        StringBuilder fifty = new StringBuilder("AAPL");
        for (int symbol = 1; symbol < 50; symbol++) {
            fifty.append(",Q").append(symbol);
        }
        try (Socket socket = listening(fifty.toString())) {
            assertThat(socket.texts()).isEmpty();
        }
        assertThat(simulator.sockets().await(List::isEmpty, Duration.ofSeconds(20)))
                .isTrue();
        try (Socket socket = Socket.authorized(simulator)) {
            simulator.clock().advance(Duration.ofSeconds(290));
            socket.subscribe("AAPL");
            simulator.clock().advance(Duration.ofSeconds(10));
            socket.subscribe("AAPL");
            assertThat(socket.texts()).containsExactly(AUTHORIZED, LIMIT);
        }
    }

    @Test
    void oneSymbolOfAListIsLostInSilence() throws Exception {
        order("ws-symbol-lost", ",\"symbol\":\"MSFT\",\"times\":1");
        try (Socket socket = listening("AAPL,MSFT,TSLA")) {
            assertThat(simulator.sockets().states().getFirst().symbols()).containsExactly("AAPL", "TSLA");
            socket.subscribe("MSFT");
            assertThat(simulator.sockets().states().getFirst().symbols()).containsExactly("AAPL", "MSFT", "TSLA");
            assertThat(socket.texts()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1001,close 1001", "1011,close 1011", "1006,"})
    void aConnectionIsClosedInTheMiddleOfItsTrades(int code, String end) throws Exception {
        order("ws-close", ",\"nth\":5,\"times\":1,\"status\":" + code);
        try (Socket socket = listening("AAPL")) {
            socket.runTo(TEN_MINUTES_ON);
            // without a close frame the JDK's client says 1006, or an error, or nothing
            assertThat(socket.awaitEnd()).matches(end == null ? "close 1006|error .*|dropped" : end);
            assertThat(sent()).hasSize(4);
            // and may drop what it had not handed over yet
            assertThat(socket.texts()).hasSizeBetween(end == null ? 0 : 4, 4);
        }
    }

    @Test
    void aConnectionIsReset() throws Exception {
        order("ws-reset", ",\"nth\":5,\"times\":1");
        try (Socket socket = listening("AAPL")) {
            socket.runTo(TEN_MINUTES_ON);
            assertThat(socket.awaitEnd()).isNotEqualTo("close 1001").isNotEqualTo("close 1000");
            assertThat(socket.texts()).hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void aFaultOfAConnectionStrikesWhenItsTimeComesWithoutAnyTrade() throws Exception {
        order("ws-close", ",\"from\":\"2026-06-01T13:29:30Z\",\"times\":1");
        try (Socket socket = Socket.authorized(simulator)) {
            simulator.clock().set(Instant.parse("2026-06-01T13:29:29Z"));
            socket.settle();
            assertThat(socket.hasEnded()).isFalse();
            simulator.clock().set(Instant.parse("2026-06-01T13:29:30Z"));
            assertThat(socket.awaitEnd()).isEqualTo("close 1001");
        }
    }

    @Test
    void aSilentConnectionAnswersPingsAndADeafOneDoesNot() throws Exception {
        try (Socket socket = listening("AAPL")) {
            order("ws-silence", ",\"nth\":3,\"times\":1");
            socket.runTo(TEN_MINUTES_ON);
            socket.settle();
            assertThat(socket.texts()).hasSize(2);
            assertThat(sent()).hasSize(2);
            order("ws-deaf-silence", ",\"times\":1");
            simulator.clock().set(Instant.parse("2026-06-01T13:45:00Z"));
            socket.ping("anybody?");
            // a second connection's answer, asked for later, shows that the first one's would have come
            try (Socket other = Socket.authorized(simulator)) {
                other.settle();
            }
            assertThat(socket.pongs()).doesNotContain("anybody?");
            assertThat(socket.hasEnded()).isFalse();
        }
    }

    @Test
    void aRestartEndsEveryConnectionAndForgetsTheirSlots() throws Exception {
        StringBuilder fifty = new StringBuilder("AAPL");
        for (int symbol = 1; symbol < 50; symbol++) {
            fifty.append(",Q").append(symbol);
        }
        try (Socket one = listening(fifty.toString());
                Socket two = Socket.authorized(simulator)) {
            order("ws-restart", ",\"from\":\"2026-06-01T13:31:00Z\",\"times\":1");
            simulator.clock().set(Instant.parse("2026-06-01T13:31:00Z"));
            one.awaitEnd();
            two.awaitEnd();
            assertThat(simulator.sockets().states()).isEmpty();
            try (Socket again = Socket.authorized(simulator)) {
                again.subscribe(fifty.toString());
                assertThat(again.texts()).doesNotContain(LIMIT);
            }
        }
    }

    @Test
    void aSecondConnectionIsRefusedWhereOneIsAllowed() throws Exception {
        order("ws-one-connection", "");
        try (Socket first = Socket.authorized(simulator)) {
            assertThatThrownBy(() -> Socket.open(simulator))
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refused -> assertThat(refused.getResponse().statusCode())
                                    .isEqualTo(403));
            assertThat(first.hasEnded()).isFalse();
        }
        assertThat(simulator.sockets().await(List::isEmpty, Duration.ofSeconds(20)))
                .isTrue();
        try (Socket next = Socket.authorized(simulator)) {
            assertThat(next.texts()).containsExactly(AUTHORIZED);
        }
    }
}
