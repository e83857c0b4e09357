package io.dgas.adapter.eodhd.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.adapter.eodhd.ApiToken;
import io.dgas.application.collection.live.DataWatchdog;
import io.dgas.application.collection.live.TradeCounts;
import io.dgas.application.collection.live.WatchdogReport;
import io.dgas.application.collection.live.WatchdogRules;
import io.dgas.application.port.out.vendor.StreamStatus.State;
import io.dgas.application.port.out.vendor.TradeEffect;
import io.dgas.domain.market.Instrument;
import io.dgas.simulator.EodhdSimulator;
import io.dgas.simulator.market.GeneratedMarket;
import io.dgas.simulator.socket.SocketState;
import io.dgas.simulator.tape.TimedTrade;
import io.dgas.simulator.tape.Trade;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream against the simulator, second by second on the simulator's clock. */
class SimulatedVendorTest {

    private static final Instant START = Instant.parse("2026-06-01T13:30:00Z");
    private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");

    private record Heard(String symbol, long time, double price, double size, int effect) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Heard> heard = new ArrayList<>();
    private final TradeCounts counts = new TradeCounts();
    private final DataWatchdog watchdog = new DataWatchdog(WatchdogRules.usual(), counts);
    private EodhdSimulator simulator;
    private EodhdTradeStream stream;
    private List<Instrument> instruments;

    @BeforeEach
    void start() throws IOException {
        GeneratedMarket market = GeneratedMarket.of(7, 30, new GeneratedMarket.Dates(MONDAY, MONDAY));
        simulator = EodhdSimulator.start(EodhdSimulator.Settings.of(market, START));
        instruments = market.tickers().stream()
                .map(ticker -> new Instrument(ticker.substring(0, ticker.length() - 3)))
                .sorted()
                .toList();
        stream = new EodhdTradeStream(
                http,
                StreamSettings.of(simulator.websocketUrl(), ApiToken.parse(EodhdSimulator.TOKEN), StreamRules.of(50)),
                new SplittableRandom(1),
                (instrument, time, price, size, effect) -> {
                    heard.add(new Heard(instrument.symbol(), time, price, size, effect));
                    watchdog.onTrade(instrument);
                });
        stream.follow(instruments);
        watchdog.follow(instruments);
        watchdog.sessionOpened(START);
    }

    @AfterEach
    void stop() {
        stream.close();
        simulator.close();
        http.close();
    }

    /** Ticks until both ends know the same of their connection. */
    private void settle() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        do {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        stream.status() + " beside " + simulator.sockets().states());
            }
            stream.tick(simulator.clock().instant());
        } while (!isSettled());
        long answered = System.nanoTime() + Duration.ofMillis(200).toNanos();
        do {
            stream.tick(simulator.clock().instant());
        } while (stream.isPingOut() && System.nanoTime() < answered);
    }

    private boolean isSettled() {
        Optional<SocketState> open = simulator.sockets().states().stream().findFirst();
        if (open.isEmpty()) {
            return stream.status().state() == State.WAITING || stream.status().state() == State.STOPPED;
        }
        boolean isUp = stream.status().state() == State.LIVE || stream.status().state() == State.AUTHORISING;
        return isUp && stream.framesOfConnection() == open.get().messagesSent();
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            simulator.clock().advance(Duration.ofSeconds(1));
            settle();
        }
    }

    private List<Heard> expected(Instrument instrument) {
        return simulator.sent().trades(instrument + ".US", START, START.plus(Duration.ofHours(1))).stream()
                .map(TimedTrade::trade)
                .map(SimulatedVendorTest::asHeard)
                .toList();
    }

    private static Heard asHeard(Trade trade) {
        int effect = (trade.conditions().moveHighLow(trade.status()) ? TradeEffect.HIGH_LOW : 0)
                | (trade.conditions().moveLast(trade.status()) ? TradeEffect.LAST : 0)
                | (trade.conditions().countVolume() ? TradeEffect.VOLUME : 0);
        return new Heard(trade.symbol(), trade.stampMillis(), trade.price(), trade.volume(), effect);
    }

    private void order(String faults) {
        simulator.order("{\"seed\":5,\"faults\":[" + faults.replace('\'', '"') + "]}");
    }

    private void assertThatWhatWasSentWasHeard() {
        assertThat(heard).isNotEmpty();
        for (Instrument instrument : instruments) {
            List<Heard> ofInstrument = heard.stream()
                    .filter(each -> each.symbol().equals(instrument.symbol()))
                    .toList();
            assertThat(ofInstrument).as(instrument.symbol()).containsExactlyInAnyOrderElementsOf(expected(instrument));
        }
    }

    @Test
    void everyTradeArrivesAsItWasMade() {
        pass(300);

        assertThatWhatWasSentWasHeard();
        assertThat(heard).extracting(Heard::effect).contains(TradeEffect.ALL, TradeEffect.VOLUME);
        assertThat(stream.status().frames().unknown()).isZero();
        assertThat(stream.status().reconnects()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ws-condition-int",
                "ws-condition-null",
                "ws-condition-missing",
                "ws-price-string",
                "ws-extra-fields",
                "ws-fragmented",
                "ws-burst",
                "ws-delayed",
                "ws-status-variant",
                "ws-price-zero",
                "ws-price-negative",
                "ws-price-missing",
                "ws-volume-missing",
                "ws-not-json",
                "ws-binary",
                "ws-array",
                "ws-empty",
                "ws-oversized",
                "ws-unknown-shape"
            })
    void oddFramesNeitherAddNorTakeATrade(String kind) {
        order("{'kind':'" + kind + "','probability':0.2}");
        pass(120);
        simulator.endFaults();
        pass(30);

        assertThatWhatWasSentWasHeard();
        assertThat(stream.status().reconnects()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind':'ws-close','status':1001,'times':2}",
                "{'kind':'ws-close','status':1011,'times':2}",
                "{'kind':'ws-reset','times':2}",
                "{'kind':'ws-restart','times':2}",
                "{'kind':'ws-deaf-silence','times':1}",
                "{'kind':'ws-refused','status':502,'times':2},{'kind':'ws-reset','times':1}",
                "{'kind':'ws-refused','status':429,'times':1},{'kind':'ws-reset','times':1}",
                "{'kind':'ws-authorized-never','times':1},{'kind':'ws-reset','times':1}",
                "{'kind':'ws-authorized-late','delayMs':5000,'times':1},{'kind':'ws-reset','times':1}",
                "{'kind':'ws-slots-held','delayMs':105000},{'kind':'ws-reset','times':1}"
            })
    void connectionsThatFailAreReplacedAndAllIsSubscribedAgain(String faults) {
        pass(30);
        order(faults);
        pass(240);
        simulator.endFaults();
        heard.clear();
        pass(120);

        assertThat(stream.status().state()).isEqualTo(State.LIVE);
        assertThat(stream.status().subscribed()).hasSize(instruments.size());
        assertThat(stream.status().refused()).isEmpty();
        assertThat(stream.status().reconnects()).isBetween(1L, 6L);
        assertThat(heard).isNotEmpty();
    }

    @Test
    void aTokenThatIsDeniedIsNotTriedAgain() {
        order("{'kind':'ws-denied'}");
        pass(600);

        assertThat(stream.status().state()).isEqualTo(State.STOPPED);
        assertThat(stream.status().reconnects()).isZero();
    }

    private int until(State state) {
        int seconds = 0;
        while (stream.status().state() != state) {
            pass(1);
            seconds++;
        }
        return seconds;
    }

    private WatchdogReport watchedSecond() {
        pass(1);
        WatchdogReport report = watchdog.check(simulator.clock().instant(), stream.status());
        report.remedies().forEach(stream::heal);
        return report;
    }

    private long tradesOfHalfAnHour(Instrument instrument) {
        return simulator
                .truth()
                .trades(instrument + ".US", START, START.plus(Duration.ofMinutes(30)))
                .size();
    }

    @Test
    void aSymbolLostInASubscriptionIsFlaggedWithinNinetySecondsAndHealed() {
        Instrument busiest = instruments.stream()
                .max(Comparator.comparingLong(this::tradesOfHalfAnHour))
                .orElseThrow();
        for (Instrument instrument : instruments) {
            counts.add(new TradeCounts.Slot(instrument, 0), 10.0 * tradesOfHalfAnHour(instrument), 300);
        }
        for (int i = 0; i < 120; i++) {
            watchedSecond();
        }
        order("{'kind':'ws-symbol-lost','symbol':'" + busiest + ".US','times':1},{'kind':'ws-reset','times':1}");
        until(State.WAITING);
        until(State.LIVE);
        int seconds = 0;
        while (!watchedSecond().suspected().containsKey(busiest)) {
            seconds++;
        }
        assertThat(seconds).isLessThan(90);

        int silent = 0;
        while (watchedSecond().suspected().containsKey(busiest)) {
            silent++;
        }
        assertThat(silent).isLessThan(300);
        assertThat(stream.status().reconnects()).isEqualTo(1);
    }
}
