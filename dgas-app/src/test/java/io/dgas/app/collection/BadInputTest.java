package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.exit.ExitCode;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.simulator.EodhdSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong outside is told in the status and in the runs, and what works goes on. */
class BadInputTest {

    /** A Friday, so that nights are calm. */
    private static final LocalDate DATE = LocalDate.of(2026, 7, 17);

    private static final int SYMBOLS = 8;

    @TempDir
    Path folder;

    private SimulatedSession afterTheClose(Map<String, String> settings) {
        SimulatedSession simulated = new SimulatedSession(folder, DATE, SYMBOLS, SYMBOLS, settings);
        simulated.vendor.clock().set(simulated.session.close().plus(Duration.ofHours(16)));
        return simulated;
    }

    private static long requests(SimulatedSession simulated) {
        return simulated.vendor.calls().of(EodhdSimulator.TOKEN).requestsByMinute().values().stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    private static long complete(SimulatedSession simulated, Timeframe timeframe) {
        return simulated
                .parts()
                .stores()
                .coverage()
                .lines(LedgerScope.of(timeframe, new DateRange(DATE, DATE), simulated.instruments()))
                .stream()
                .filter(line -> line.standing() == LineStanding.COMPLETE)
                .count();
    }

    private static void order(SimulatedSession simulated, String fault) {
        simulated.vendor.order("{\"faults\":[" + fault + "]}");
    }

    /** So many requests at most in three hours in which no answer is to be had. */
    @ParameterizedTest
    @CsvSource({
        "unauthenticated, 40, the vendor does not accept the token; check eodhd.api_token",
        "forbidden, 400, status 403",
        "quota, 5, the calls of the day are spent until 2026-07-19T00:00:00Z",
        "page-as-200, 800, not JSON",
    })
    void vendorThatRefusesIsToldAndNotHammered(String kind, int most, String told) {
        try (SimulatedSession simulated = afterTheClose(Map.of());
                SteppedService service = new SteppedService(simulated)) {
            order(simulated, "{\"kind\":\"" + kind + "\"}");
            service.history(Duration.ofHours(3));
            assertThat(requests(simulated)).isBetween(1L, (long) most);
            assertThat(service.status())
                    .contains("data collection: running, with problems", told, "status: FAILED")
                    .doesNotContain(EodhdSimulator.TOKEN);
            assertThat(service.stats()).contains(" FAILED ", told).doesNotContain(EodhdSimulator.TOKEN);

            simulated.vendor.endFaults();
            simulated.vendor.clock().advance(Duration.ofHours(kind.equals("quota") ? 24 : 0));
            service.history(Duration.ofMinutes(40));
            assertThat(complete(simulated, Timeframe.M30)).isEqualTo(SYMBOLS);
            assertThat(complete(simulated, Timeframe.D1)).isEqualTo(SYMBOLS);
            assertThat(service.status()).contains("data collection: running\n").doesNotContain(told);
        }
    }

    /** Hundreds of symbols, each with all its retries, would take hours until the first run is told. */
    @Test
    void outageIsToldWithinMinutesHoweverManySymbolsThereAre() {
        try (SimulatedSession simulated = afterTheClose(Map.of());
                SteppedService service = new SteppedService(simulated)) {
            Set<Instrument> many = IntStream.range(0, 500)
                    .mapToObj(number -> new Instrument("Q" + number))
                    .collect(Collectors.toSet());
            simulated.installation().repositories().symbols().activate(many);
            order(simulated, "{\"kind\":\"page-as-200\"}");
            Instant start = simulated.vendor.clock().instant();
            service.history(Duration.ofMinutes(1));
            assertThat(Duration.between(start, simulated.vendor.clock().instant()))
                    .isLessThan(Duration.ofMinutes(20));
            assertThat(service.status()).contains("running, with problems", "not JSON", "status: FAILED");
            assertThat(service.stats()).contains(" FAILED ", "in a row had no answer");
            assertThat(requests(simulated)).isLessThan(100);
        }
    }

    @Test
    void planWithoutBarsWithinTheDayStillGivesDailyBars() {
        try (SimulatedSession simulated = afterTheClose(Map.of());
                SteppedService service = new SteppedService(simulated)) {
            order(simulated, "{\"kind\":\"forbidden\",\"endpoint\":\"intraday\"}");
            service.history(Duration.ofHours(1));
            assertThat(complete(simulated, Timeframe.D1)).isEqualTo(SYMBOLS);
            assertThat(complete(simulated, Timeframe.M30)).isZero();
            assertThat(service.status()).contains("history 30m: ", "status 403").doesNotContain("history 1d: ");
        }
    }

    @Test
    void oneSymbolThatFailsKeepsNoOtherBack() {
        try (SimulatedSession simulated = afterTheClose(Map.of());
                SteppedService service = new SteppedService(simulated)) {
            order(simulated, "{\"kind\":\"page-as-200\",\"symbol\":\"AAPL\"}");
            service.history(Duration.ofHours(1));
            assertThat(complete(simulated, Timeframe.M30)).isEqualTo(SYMBOLS - 1);
            assertThat(service.status()).contains("history 30m: AAPL: ", "splits and dividends: ");
            assertThat(service.stats()).contains(" PARTIAL ");
        }
    }

    @Test
    void symbolThatTheVendorDoesNotHaveIsToldOnceAndNotAskedForAllTheTime() {
        try (SimulatedSession simulated = afterTheClose(Map.of());
                SteppedService service = new SteppedService(simulated)) {
            simulated.installation().repositories().symbols().activate(Set.of(new Instrument("NOSUCH")));
            service.history(Duration.ofMinutes(30));
            assertThat(complete(simulated, Timeframe.M30)).isEqualTo(SYMBOLS);
            assertThat(complete(simulated, Timeframe.D1)).isEqualTo(SYMBOLS);
            assertThat(service.status())
                    .contains("running, with problems", "unknown symbols: the vendor does not have NOSUCH; ")
                    .doesNotContain("splits and dividends: ");
            assertThat(service.stats()).contains("unknown to the vendor: NOSUCH");
            assertThat(service.parts.plan().onSocket()).hasSize(SYMBOLS).doesNotContain(new Instrument("NOSUCH"));

            long before = requests(simulated);
            service.history(Duration.ofHours(5));
            assertThat(requests(simulated) - before).isLessThanOrEqualTo(3);

            assertThat(Commands.of(simulated)
                            .run("symbols", "deactivate", "NOSUCH")
                            .code())
                    .isEqualTo(ExitCode.DONE);
            service.history(Duration.ofMinutes(2));
            assertThat(service.status()).contains("data collection: running\n").doesNotContain("unknown symbols");
        }
    }

    @Test
    void clockThatIsOffIsToldAndBarsAreCollected() {
        try (SimulatedSession simulated = afterTheClose(Map.of());
                SteppedService service = new SteppedService(simulated)) {
            order(simulated, "{\"kind\":\"date-skewed\",\"delayMs\":-3600000}");
            service.history(Duration.ofMinutes(10));
            assertThat(service.status())
                    .contains("clock: the vendor's clock is behind this machine's", "vendorClockAheadSeconds: -3599")
                    .contains("error: the vendor's clock is behind");
            assertThat(service.stats()).contains(" SUCCESS ", "the vendor's clock is behind");
            assertThat(complete(simulated, Timeframe.M30)).isEqualTo(SYMBOLS);
        }
    }

    /** The vendor has room for 3 symbols; the others are collected from quotes, and all is told. */
    @Test
    void capSmallerThanTheSettingIsToldAndTheOthersAreQuoted() {
        Map<String, String> settings = new HashMap<>(Map.of("DGAS_EODHD_WEBSOCKET_SYMBOLS", Integer.toString(SYMBOLS)));
        settings.put("DGAS_DATA_COLLECTION_QUOTE_INTERVAL_MINUTES", "1");
        settings.put("DGAS_DATA_COLLECTION_WEBSOCKET_INTERVAL", "5m");
        settings.put("DGAS_DATA_COLLECTION_INTERVAL_MARKET_HOURS", "5m");
        try (SimulatedSession simulated = new SimulatedSession(folder, DATE, SYMBOLS, 3, settings);
                SteppedService service = new SteppedService(simulated)) {
            Instant end = simulated.session.open().plus(Duration.ofMinutes(40));
            simulated.vendor.clock().set(simulated.session.open().minusSeconds(590));
            while (simulated.vendor.clock().instant().isBefore(end)) {
                followed(simulated, service);
                service.quotes.step(simulated.vendor.clock().instant());
                simulated.vendor.clock().advance(Duration.ofSeconds(1));
            }
            assertThat(service.status())
                    .contains(
                            "refused: 5", "subscribed: 3", "symbols without live trades: 5 symbols are collected from")
                    .contains("check eodhd.websocket_symbols");
            assertThat(sources(simulated, "ws")).isEqualTo(3);
            assertThat(sources(simulated, "delayed")).isEqualTo(5);
        }
    }

    private static long sources(SimulatedSession simulated, String source) {
        return StoredRows.of(simulated.environment())
                .number("select count(distinct symbol_id) from market_data where source = '" + source + "'");
    }

    /** Until what the vendor sent by this second has come in. */
    private static void followed(SimulatedSession simulated, SteppedService service) {
        Instant now = simulated.vendor.clock().instant();
        service.live.step(now);
        Until.pass(Duration.ofMillis(2));
        Until.isSo(
                () -> {
                    service.live.step(now);
                    return hasAll(simulated, service.live.view().orElseThrow());
                },
                () -> simulated.vendor.sockets().states().toString());
    }

    private static boolean hasAll(SimulatedSession simulated, LiveLoop.View view) {
        long sent = simulated.vendor.sockets().states().stream()
                .mapToLong(state -> state.messagesSent())
                .sum();
        return switch (view.stream().state()) {
            case CONNECTING -> false;
            case WAITING, STOPPED -> true;
            case AUTHORISING, LIVE -> view.stream().frames().received() >= sent;
        };
    }
}
