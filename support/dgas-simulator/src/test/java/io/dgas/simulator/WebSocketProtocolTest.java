package io.dgas.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.simulator.account.Feed;
import io.dgas.simulator.account.Plan;
import io.dgas.simulator.market.GeneratedMarket;
import io.dgas.simulator.market.MinuteBar;
import io.dgas.simulator.socket.SocketState;
import io.dgas.simulator.tape.MinuteSums;
import io.dgas.simulator.tape.TimedTrade;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebSocketProtocolTest {

    private static final String AUTHORIZED = "{\"status_code\":200,\"message\":\"Authorized\"}";
    private static final String LIMIT = "{\"status_code\":422,\"message\":\"Symbols limit reached\"}";
    private static final String NO_STREAM = "nostream.token.00001";
    private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");

    private EodhdSimulator simulator;

    @BeforeEach
    void start() throws Exception {
        GeneratedMarket market =
                GeneratedMarket.of(7, 60, new GeneratedMarket.Dates(MONDAY, LocalDate.parse("2026-06-05")));
        simulator = EodhdSimulator.start(EodhdSimulator.Settings.of(market, Instant.parse("2026-06-01T13:29:00Z"))
                .withPlans(
                        Plan.paid(EodhdSimulator.TOKEN),
                        Plan.demo(),
                        Plan.paid(NO_STREAM).withFeeds(EnumSet.complementOf(EnumSet.of(Feed.WEBSOCKET)))));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String symbols(int count) {
        return simulator.truth().tickers().stream()
                .limit(count)
                .map(ticker -> ticker.substring(0, ticker.length() - 3))
                .collect(Collectors.joining(","));
    }

    @Test
    void authorisationComesBetweenThreeAndSixTenthsOfASecondAfterTheHandshake() throws Exception {
        for (int connection = 0; connection < 10; connection++) {
            try (Socket socket = Socket.open(simulator)) {
                simulator.clock().advance(Duration.ofMillis(299));
                socket.settle();
                assertThat(socket.texts()).isEmpty();
                simulator.clock().advance(Duration.ofMillis(302));
                socket.settle();
                assertThat(socket.texts()).containsExactly(AUTHORIZED);
            }
        }
    }

    @Test
    void aTokenThatMayNotStreamIsLetInAndThenToldOff() throws Exception {
        for (String token : List.of("unknown.token.000001", NO_STREAM)) {
            try (Socket socket = Socket.open(simulator, "us", token)) {
                assertThat(socket.awaitTexts(1)).containsExactly("{\"status\":403,\"message\":\"Server error\"}");
                assertThat(socket.awaitEnd()).isEqualTo("close 1008");
            }
        }
    }

    @Test
    void aSubscriptionBeforeTheAuthorisationIsAServerErrorAndTheEnd() throws Exception {
        try (Socket socket = Socket.open(simulator)) {
            socket.say("{\"action\":\"subscribe\",\"symbols\":\"AAPL\"}");
            assertThat(socket.awaitTexts(1)).containsExactly("{\"status\":500,\"message\":\"Server error\"}");
            assertThat(socket.awaitEnd()).doesNotContain("close 1000");
            assertThat(simulator.sockets().states()).isEmpty();
        }
    }

    @Test
    void aSubscriptionIsNotAcknowledgedAndUnknownSymbolsAreSilent() throws Exception {
        try (Socket socket = Socket.authorized(simulator)) {
            socket.forget();
            socket.subscribe("AAPL,NOSUCH");
            assertThat(socket.texts()).isEmpty();
            socket.runTo("2026-06-01T13:35:00Z");
            assertThat(socket.texts()).isNotEmpty().allMatch(text -> text.startsWith("{\"s\":\"AAPL\""));
            assertThat(simulator.sockets().states().getFirst().symbols()).containsExactly("AAPL", "NOSUCH");
        }
    }

    @Test
    void aTradeHasTheFieldsAndFormOfTheVendors() throws Exception {
        try (Socket socket = Socket.authorized(simulator)) {
            socket.forget();
            socket.subscribe(symbols(50));
            socket.runTo("2026-06-01T13:40:00Z");
            assertThat(socket.texts())
                    .allMatch(text -> text.matches("\\{\"s\":\"[A-Z]+\",\"p\":\\d+(\\.\\d{1,4})?,"
                            + "\"c\":\\[(\\d+(,\\d+)*)?],\"v\":\\d+,\"dp\":false,\"ms\":\"open\",\"t\":\\d{13}}"));
            assertThat(socket.texts()).anyMatch(text -> text.contains("\"c\":[14,37,41]"));
            socket.forget();
            socket.runTo("2026-06-01T21:00:00Z");
            assertThat(socket.texts()).anyMatch(text -> text.contains("\"ms\":\"extended-hours\""));
        }
    }

    @Test
    void commandsThatAreNotOfTextAreRefusedInTheVendorsWords() throws Exception {
        try (Socket socket = Socket.authorized(simulator)) {
            socket.forget();
            socket.say("{\"action\":\"subscribe\",\"symbols\":[\"AAPL\"]}");
            socket.say("AAPL");
            assertThat(socket.texts())
                    .containsExactly(
                            "{\"status_code\":422,\"message\":\"Action and symbols should be string\"}",
                            "{\"status\":422,\"message\":\"Server error\"}");
        }
    }

    @Test
    void aFrameAboveTheLimitIsRefusedWholeAndCountsOverAllConnectionsOfTheKey() throws Exception {
        try (Socket one = Socket.authorized(simulator);
                Socket two = Socket.authorized(simulator)) {
            one.subscribe(symbols(51));
            assertThat(one.texts()).containsExactly(AUTHORIZED, LIMIT);
            one.subscribe(symbols(40));
            one.subscribe(symbols(48));
            two.subscribe("QZZA,QZZB,QZZC");
            two.subscribe("QZZA,QZZB");
            assertThat(one.texts()).containsExactly(AUTHORIZED, LIMIT);
            assertThat(two.texts()).containsExactly(AUTHORIZED, LIMIT);
            one.say("{\"action\":\"unsubscribe\",\"symbols\":\"AAPL\"}");
            two.subscribe("QZZC");
            assertThat(two.texts()).containsExactly(AUTHORIZED, LIMIT);
        }
    }

    @Test
    void aDroppedConnectionKeepsItsSlotsForAHundredSeconds() throws Exception {
        try (Socket first = Socket.authorized(simulator)) {
            first.subscribe(symbols(50));
        }
        assertThat(simulator.sockets().await(List::isEmpty, Duration.ofSeconds(20)))
                .isTrue();
        try (Socket second = Socket.authorized(simulator)) {
            second.subscribe("AAPL");
            simulator.clock().advance(Duration.ofSeconds(98));
            second.subscribe("AAPL");
            assertThat(second.texts()).containsExactly(AUTHORIZED, LIMIT, LIMIT);
            simulator.clock().advance(Duration.ofSeconds(2));
            second.forget();
            second.subscribe("AAPL");
            assertThat(second.texts()).isEmpty();
        }
    }

    @Test
    void theDemoKeyStreamsItsOwnSymbolsOnly() throws Exception {
        try (Socket socket = Socket.open(simulator, "us", "demo")) {
            simulator.clock().advance(Duration.ofSeconds(1));
            socket.subscribe("AAPL,SPY");
            socket.subscribe("AAPL,MSFT,TSLA");
            assertThat(socket.texts())
                    .containsExactly(
                            AUTHORIZED, "{\"status_code\":422,\"message\":\"Only limited symbols allowed for demo\"}");
            assertThat(simulator.sockets().states().getFirst().symbols()).containsExactly("AAPL", "MSFT", "TSLA");
        }
    }

    @Test
    void tradesAddUpToTheMinutesOfTheMarketByTheVendorsConditions() throws Exception {
        try (Socket socket = Socket.authorized(simulator)) {
            socket.subscribe("AAPL,TSLA,QAAI");
            socket.runTo("2026-06-01T21:00:00Z");
            for (String ticker : List.of("AAPL.US", "TSLA.US", "QAAI.US")) {
                List<MinuteBar> truth = simulator.truth().minutes(ticker, MONDAY);
                Instant open = Instant.ofEpochSecond(truth.getFirst().openSecond());
                List<MinuteBar> sent = simulator.sent().minutes(ticker, open, open.plusSeconds(390 * 60));
                List<MinuteBar> heard = SimpleAggregation.minutes(socket.texts(), ticker.replace(".US", ""));
                assertThat(withoutVolume(sent)).isEqualTo(withoutVolume(truth));
                assertThat(heard).isEqualTo(sent);
            }
            assertThat(simulator.truth().minutes("QAAI.US", MONDAY)).hasSizeBetween(60, 140);
        }
    }

    private static List<MinuteBar> withoutVolume(List<MinuteBar> bars) {
        return bars.stream()
                .map(bar -> new MinuteBar(bar.openSecond(), bar.open(), bar.high(), bar.low(), bar.close(), 0))
                .toList();
    }

    @Test
    void noTwoTradesOfASymbolShareAMillisecondAndSomeOvertakeOthersButWithinEightSeconds() {
        Instant open = Instant.parse("2026-06-01T13:30:00Z");
        List<TimedTrade> trades = simulator.truth().trades("AAPL.US", open, open.plusSeconds(390 * 60));
        assertThat(trades).hasSizeBetween(390 * 3, 390 * 9);
        assertThat(trades.stream().map(timed -> timed.trade().stampMillis()).distinct())
                .hasSameSizeAs(trades);
        long overtaken = IntStream.range(1, trades.size())
                .filter(index -> trades.get(index).trade().stampMillis()
                        < trades.get(index - 1).trade().stampMillis())
                .count();
        assertThat(overtaken).isBetween(1L, trades.size() / 10L);
        assertThat(trades).allMatch(timed -> timed.sentMillis() - timed.trade().stampMillis() <= 8_000);
        assertThat(MinuteSums.of(trades)).hasSize(390);
    }

    @Test
    void theSameSeedSendsTheSameTradesHoweverTheClockIsMoved() throws Exception {
        List<String> inOneGo;
        try (Socket socket = Socket.authorized(simulator)) {
            socket.subscribe("AAPL,MSFT");
            socket.runTo("2026-06-01T14:00:00Z");
            inOneGo = socket.texts();
        }
        stop();
        start();
        try (Socket socket = Socket.authorized(simulator)) {
            socket.subscribe("AAPL,MSFT");
            while (simulator.clock().instant().isBefore(Instant.parse("2026-06-01T14:00:00Z"))) {
                simulator.clock().advance(Duration.ofMillis(777));
            }
            socket.settle();
            assertThat(socket.texts()).startsWith(inOneGo.toArray(String[]::new));
        }
    }

    @Test
    void aSymbolSubscribedToInTheMiddleOfAMinuteGetsTheRestOfIt() throws Exception {
        try (Socket socket = Socket.authorized(simulator)) {
            socket.runTo("2026-06-01T13:45:30Z");
            socket.forget();
            socket.subscribe("AAPL");
            socket.runTo("2026-06-01T13:46:00Z");
            Instant middle = Instant.parse("2026-06-01T13:45:30Z");
            List<TimedTrade> due =
                    simulator.truth().trades("AAPL.US", middle.minusSeconds(60), middle.plusSeconds(60)).stream()
                            .filter(timed -> timed.sentAt().isAfter(middle)
                                    && !timed.sentAt().isAfter(middle.plusSeconds(30)))
                            .toList();
            assertThat(socket.texts()).hasSameSizeAs(due);
        }
    }

    @Test
    void messagesSentAreCountedForEachConnection() throws Exception {
        try (Socket socket = Socket.authorized(simulator);
                Socket idle = Socket.authorized(simulator)) {
            socket.subscribe("AAPL");
            socket.runTo("2026-06-01T13:50:00Z");
            idle.settle();
            List<SocketState> states = simulator.sockets().states();
            assertThat(states.stream().map(SocketState::messagesSent))
                    .containsExactly((long) socket.texts().size(), 1L);
            assertThat(simulator.sent().count()).isEqualTo(socket.texts().size() - 1L);
            assertThat(states.toString()).doesNotContain(EodhdSimulator.TOKEN);
        }
    }

    @Test
    void aClockSetBackSendsTheSameTradesAgainAndTheyCountOnce() throws Exception {
        try (Socket socket = Socket.authorized(simulator)) {
            socket.subscribe("AAPL");
            socket.runTo("2026-06-01T13:29:58Z");
            socket.forget();
            socket.runTo("2026-06-01T13:40:00Z");
            List<String> first = socket.texts();
            socket.runTo("2026-06-01T13:29:58Z");
            socket.forget();
            socket.runTo("2026-06-01T13:40:00Z");
            assertThat(socket.texts()).isEqualTo(first);
            assertThat(simulator.sent().count()).isEqualTo(first.size());
        }
    }

    @Test
    void quotesComeOnTheirOwnEndpoint() throws Exception {
        try (Socket socket = Socket.open(simulator, "us-quote", EodhdSimulator.TOKEN)) {
            simulator.clock().advance(Duration.ofSeconds(1));
            socket.subscribe("AAPL");
            socket.forget();
            socket.runTo("2026-06-01T13:31:00Z");
            JsonNode quote = new JsonMapper().readTree(socket.texts().getFirst());
            assertThat(quote.propertyNames()).containsExactly("s", "ap", "as", "bp", "bs", "t");
            assertThat(quote.path("ap").asDouble())
                    .isGreaterThan(quote.path("bp").asDouble());
            assertThat(simulator.sent().count()).isZero();
        }
    }

    @Test
    void aRunningClockSendsByItself() throws Exception {
        try (Socket socket = Socket.open(simulator)) {
            simulator.clock().run(600);
            assertThat(socket.awaitTexts(1)).containsExactly(AUTHORIZED);
            socket.subscribe("AAPL,MSFT");
            assertThat(socket.awaitTexts(20)).hasSizeGreaterThanOrEqualTo(20);
        }
    }
}
