package io.dgas.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.simulator.market.MinuteBar;
import io.dgas.simulator.tape.TimedTrade;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TradeFaultsTest extends StreamFaults {

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    @Test
    void tradesComeLateAndOutOfOrder() throws Exception {
        order("ws-delayed", ",\"nth\":3,\"times\":1,\"delayMs\":90000");
        try (Socket socket = listening("AAPL")) {
            socket.runTo(TEN_MINUTES_ON);
            List<TimedTrade> due = simulator.truth().trades("AAPL.US", OPEN, OPEN.plusSeconds(590));
            long stamp = due.get(2).trade().stampMillis();
            List<Long> heard = socket.texts().stream()
                    .map(text -> json(text).path("t").asLong())
                    .toList();
            assertThat(heard.indexOf(stamp)).isGreaterThan(4);
            assertThat(heard.get(heard.indexOf(stamp) - 1) - stamp).isBetween(75_000L, 90_100L);
            assertThat(simulator.sent().minutesInTime("AAPL.US", OPEN, OPEN.plusSeconds(60), Duration.ofSeconds(10)))
                    .isNotEqualTo(simulator.sent().minutes("AAPL.US", OPEN, OPEN.plusSeconds(60)));
        }
    }

    @Test
    void aStaleTradeComesWithTheSubscription() throws Exception {
        order("ws-snapshot", ",\"symbol\":\"AAPL\",\"times\":1,\"delayMs\":259200000");
        try (Socket socket = Socket.authorized(simulator)) {
            socket.forget();
            socket.subscribe("AAPL,MSFT");
            assertThat(socket.texts()).hasSize(1);
            JsonNode stale = json(socket.texts().getFirst());
            assertThat(Instant.ofEpochMilli(stale.path("t").asLong()))
                    .isEqualTo(simulator.clock().instant().minus(Duration.ofDays(3)));
            assertThat(simulator.sent().count()).isZero();
        }
    }

    /** What the fault adds to the stream beside the true trades; they themselves all come. */
    private List<String> addedBy(String kind, String fields) throws InterruptedException {
        order(kind, ",\"nth\":4,\"times\":1" + fields);
        try (Socket socket = listening("AAPL")) {
            socket.runTo(TEN_MINUTES_ON);
            List<String> added = new ArrayList<>(socket.texts());
            for (TimedTrade timed : sent()) {
                String stamp = "\"t\":" + timed.trade().stampMillis();
                String price = "\"p\":" + Double.toString(timed.trade().price()).replaceAll("\\.0$", "") + ",";
                assertThat(added.removeIf(text -> text.startsWith("{")
                                && text.contains(stamp)
                                && text.contains(price)
                                && text.contains("\"v\"")))
                        .as(kind + " leaves the trade " + timed)
                        .isTrue();
            }
            assertThat(simulator.sent().minutes("AAPL.US", OPEN, OPEN.plusSeconds(540)))
                    .map(bar -> bar.close())
                    .isEqualTo(simulator.truth().minutes("AAPL.US", LocalDate.parse("2026-06-01")).stream()
                            .limit(9)
                            .map(MinuteBar::close)
                            .toList());
            return added;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ws-outside-session|.*\"t\":1780299000000.*|",
                "ws-future|.*\"v\":.*|,\"delayMs\":7200000",
                "ws-volume-missing|\\{\"s\":\"AAPL\",\"p\":[0-9.]+,\"c\":[^v]*\"dp\".*|",
                "ws-price-zero|.*\"p\":0,.*|",
                "ws-price-negative|.*\"p\":-[0-9.]+,.*|",
                "ws-price-missing|\\{\"s\":\"AAPL\",\"c\":.*|",
                "ws-not-json|\\{\"s\":\"AAPL\",\"p\":[^}]*|",
                "ws-array|\\[\\{\"s\":\"AAPL\".*}]|",
                "ws-empty||",
                "ws-oversized|\\{\"s\":\"AAPL\",\"note\":\"x{100000}\"}|,\"count\":100000",
                "ws-unknown-shape|\\{\"s\":\"AAPL\",\"h\":\"S\",\"r\":\"0\",\"t\":\\d+}|"
            })
    void whatNoClientMayTakeForATradeComesBeforeATrueOne(String kind, String pattern, String fields) throws Exception {
        List<String> added = addedBy(kind, fields == null ? "" : fields);
        assertThat(added).hasSize(1);
        assertThat(added.getFirst()).matches(pattern == null ? "" : pattern);
    }

    @Test
    void aTradeOfTheFutureIsSoFarAhead() throws Exception {
        long stamp = json(addedBy("ws-future", ",\"delayMs\":7200000").getFirst())
                .path("t")
                .asLong();
        assertThat(Instant.ofEpochMilli(stamp)).isBetween(OPEN.plusSeconds(7_200), OPEN.plusSeconds(7_800));
    }

    @Test
    void aBinaryFrameComesBesideTheTrades() throws Exception {
        order("ws-binary", ",\"times\":1");
        try (Socket socket = listening("AAPL")) {
            socket.runTo(TEN_MINUTES_ON);
            assertThat(socket.binaries()).hasSize(1);
            assertThat(socket.texts()).hasSameSizeAs(sent());
        }
    }

    /** The text in which a trade comes that the fault has given another form; it is a true one. */
    private JsonNode form(String kind) throws InterruptedException {
        order(kind, ",\"times\":1");
        try (Socket socket = listening("AAPL")) {
            socket.runTo(TEN_MINUTES_ON);
            assertThat(socket.texts()).hasSameSizeAs(sent());
            return json(socket.texts().getFirst());
        }
    }

    @Test
    void aTradeComesInTheFormsThatTheVendorHasBeenSeenToUse() throws Exception {
        assertThat(form("ws-seconds").path("t").asLong()).isBetween(1_780_320_600L, 1_780_320_660L);
        restart();
        assertThat(form("ws-price-string").path("p").isString()).isTrue();
        restart();
        assertThat(form("ws-status-variant").path("ms").isNull()).isTrue();
        restart();
        assertThat(form("ws-extra-fields").path("x").isObject()).isTrue();
    }

    private void restart() throws Exception {
        stop();
        start();
    }

    @Test
    void conditionsComeAsANumberAsNullAndNotAtAll() throws Exception {
        order("ws-condition-int", ",\"times\":1");
        order("ws-condition-null", ",\"times\":1");
        order("ws-condition-missing", ",\"times\":1");
        try (Socket socket = listening("AAPL")) {
            socket.runTo(TEN_MINUTES_ON);
            List<JsonNode> trades =
                    socket.texts().stream().map(TradeFaultsTest::json).toList();
            assertThat(trades).filteredOn(trade -> trade.path("c").isInt()).hasSize(1);
            assertThat(trades).filteredOn(trade -> trade.path("c").isNull()).hasSize(1);
            assertThat(trades).filteredOn(trade -> !trade.has("c")).hasSize(1);
            assertThat(trades).hasSameSizeAs(sent());
        }
    }

    @Test
    void aFractionalVolumeComesInTwoTradesThatAddUp() throws Exception {
        order("ws-volume-fractional", ",\"times\":1");
        try (Socket socket = listening("AAPL")) {
            socket.runTo(TEN_MINUTES_ON);
            List<JsonNode> halves = socket.texts().stream()
                    .map(TradeFaultsTest::json)
                    .filter(trade -> trade.path("v").isDouble())
                    .toList();
            assertThat(halves).hasSize(2);
            double volume =
                    halves.get(0).path("v").asDouble() + halves.get(1).path("v").asDouble();
            assertThat(sent())
                    .anyMatch(timed -> timed.trade().volume() == volume
                            && timed.trade().stampMillis()
                                    == halves.get(0).path("t").asLong());
        }
    }

    @Test
    void aDuplicateIsTheSameTextTwiceAndIsOneTrade() throws Exception {
        order("ws-duplicate", ",\"times\":3");
        try (Socket socket = listening("AAPL")) {
            socket.runTo(TEN_MINUTES_ON);
            assertThat(socket.texts()).hasSize(sent().size() + 3);
            assertThat(socket.texts().get(1)).isEqualTo(socket.texts().getFirst());
            assertThat(socket.texts().stream().distinct()).hasSameSizeAs(sent());
        }
    }

    @Test
    void aTradeInFragmentsIsOneTextWithAPingInside() throws Exception {
        order("ws-fragmented", ",\"times\":1");
        try (Socket socket = listening("AAPL")) {
            socket.runTo(TEN_MINUTES_ON);
            assertThat(socket.texts()).hasSameSizeAs(sent());
            assertThat(socket.pings()).isEqualTo(1);
        }
    }

    @Test
    void aBurstIsThousandsOfOddLotsThatAddVolumeAndMoveNothing() throws Exception {
        order("ws-burst", ",\"times\":1,\"count\":5000");
        try (Socket socket = listening("AAPL")) {
            socket.runTo(TEN_MINUTES_ON);
            List<MinuteBar> heard = SimpleAggregation.minutes(socket.texts(), "AAPL");
            assertThat(socket.texts()).hasSizeGreaterThan(5_000).doesNotHaveDuplicates();
            assertThat(heard).isEqualTo(simulator.sent().minutes("AAPL.US", OPEN, OPEN.plusSeconds(600)));
            MinuteBar first = simulator
                    .truth()
                    .minutes("AAPL.US", LocalDate.parse("2026-06-01"))
                    .getFirst();
            assertThat(heard.getFirst().high()).isEqualTo(first.high());
            assertThat(heard.getFirst().volume()).isGreaterThan(15_000);
        }
    }

    @Test
    void aSpikeIsATradeUnderACodeThatKeepsItOutOfTheBar() throws Exception {
        order("ws-spike", ",\"times\":1");
        try (Socket socket = listening("AAPL")) {
            socket.runTo(TEN_MINUTES_ON);
            JsonNode spike = json(socket.texts().getFirst());
            JsonNode trade = json(socket.texts().get(1));
            assertThat(spike.path("p").asDouble())
                    .isGreaterThan(2.9 * trade.path("p").asDouble());
            assertThat(spike.path("c").toString()).isEqualTo("[37]");
            assertThat(SimpleAggregation.minutes(socket.texts(), "AAPL"))
                    .isEqualTo(simulator.sent().minutes("AAPL.US", OPEN, OPEN.plusSeconds(600)));
        }
    }

    @Test
    void theSameSeedStrikesTheSameTrades() throws Exception {
        String report = struck();
        restart();
        assertThat(report).contains("\"fired\":").doesNotContain("\"fired\":0");
        assertThat(struck()).isEqualTo(report);
    }

    private String struck() throws InterruptedException {
        order("ws-duplicate", ",\"probability\":0.3");
        try (Socket socket = listening("AAPL,MSFT")) {
            socket.runTo(TEN_MINUTES_ON);
            return simulator.faultReport() + socket.texts();
        }
    }
}
