package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.dgas.app.exit.ExitCode;
import io.dgas.application.collection.service.HistoryCollection;
import io.dgas.application.collection.sweep.SweepWatch;
import io.dgas.application.port.out.collection.CollectionRunRepository.RunKind;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.domain.market.Timeframe;
import io.dgas.simulator.EodhdSimulator;
import io.dgas.simulator.account.CallLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Each setting of the collection has its effect, seen where it should show: at the vendor, in the database, in the log. */
class SettingsEffectTest {

    /** A Friday, so that nights are calm. */
    private static final LocalDate DATE = LocalDate.of(2026, 7, 17);

    private static final int SYMBOLS = 8;

    @TempDir
    Path folder;

    /** Settings of the collection by their names, such as {@code batch_size=3}. */
    private SimulatedSession session(String... settings) {
        Map<String, String> variables = new HashMap<>(Map.of("DGAS_DATA_COLLECTION_HISTORY_DAYS", "1"));
        for (String setting : settings) {
            String[] sides = setting.split("=", 2);
            String section = sides[0].startsWith("eodhd.") ? "DGAS_" : "DGAS_DATA_COLLECTION_";
            variables.put(section + sides[0].replace('.', '_').toUpperCase(Locale.ROOT), sides[1]);
        }
        return new SimulatedSession(folder, DATE, SYMBOLS, SYMBOLS, variables);
    }

    private SimulatedSession nightAfter(String... settings) {
        SimulatedSession simulated = session(settings);
        simulated.vendor.clock().set(simulated.session.close().plus(Duration.ofHours(16)));
        return simulated;
    }

    private static void sweep(SimulatedSession simulated, SweepWatch watch) {
        int days = simulated.parts().settings().historyDays();
        simulated
                .parts()
                .history()
                .run(Set.of(Timeframe.M30), new HistoryCollection.Order(RunKind.SWEEP, days, false), watch);
    }

    private static CallLog.Tally calls(SimulatedSession simulated) {
        return simulated.vendor.calls().of(EodhdSimulator.TOKEN);
    }

    private static int requests(SimulatedSession simulated) {
        return calls(simulated).requestsByMinute().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static void order(SimulatedSession simulated, String fault) {
        simulated.vendor.order("{\"faults\":[" + fault + "]}");
    }

    /** Batches stored one by one, and who did them. */
    private record Batches(AtomicInteger stored, Set<Thread> threads) implements SweepWatch {

        Batches() {
            this(new AtomicInteger(), ConcurrentHashMap.newKeySet());
        }

        @Override
        public void report(Progress progress) {
            stored.incrementAndGet();
        }

        @Override
        public boolean goOn() {
            threads.add(Thread.currentThread());
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "8, 1", "1, 8"})
    void batchSize(int size, int batches) {
        try (SimulatedSession simulated = nightAfter("batch_size=" + size)) {
            Batches seen = new Batches();
            sweep(simulated, seen);
            assertThat(seen.stored).hasValue(batches);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "4"})
    void maxConcurrentBatches(int atATime) {
        try (SimulatedSession simulated = nightAfter("batch_size=1", "max_concurrent_batches=" + atATime)) {
            Batches seen = new Batches();
            sweep(simulated, seen);
            assertThat(seen.threads).hasSize(atATime);
        }
    }

    @ParameterizedTest
    @CsvSource({"15, 15", "1000, 40"})
    void requestsPerMinute(int setting, int most) {
        try (SimulatedSession simulated = nightAfter("requests_per_minute=" + setting)) {
            sweep(simulated, SweepWatch.NONE);
            assertThat(calls(simulated).mostRequestsInAMinute()).isEqualTo(most);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 40", "2, 42"})
    void maxRetries(int setting, int requests) {
        try (SimulatedSession simulated = nightAfter("max_retries=" + setting)) {
            order(simulated, "{\"kind\":\"server-error\",\"endpoint\":\"intraday\",\"symbol\":\"AAPL\"}");
            sweep(simulated, SweepWatch.NONE);
            assertThat(requests(simulated)).isEqualTo(requests);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 12", "100, 100, 600"})
    void retryDelaySeconds(int setting, long least, long most) {
        try (SimulatedSession simulated = nightAfter("max_retries=2", "retry_delay_seconds=" + setting)) {
            order(simulated, "{\"kind\":\"server-error\",\"endpoint\":\"intraday\",\"symbol\":\"AAPL\"}");
            Instant before = simulated.vendor.clock().instant();
            sweep(simulated, SweepWatch.NONE);
            assertThat(Duration.between(before, simulated.vendor.clock().instant())
                            .toSeconds())
                    .isBetween(least, most);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, false", "60, true"})
    void requestTimeoutSeconds(int setting, boolean answered) {
        try (SimulatedSession simulated = nightAfter("request_timeout_seconds=" + setting, "max_retries=0")) {
            order(simulated, "{\"kind\":\"slow\",\"delayMs\":2500}");
            assertThat(simulated.access().history().account() instanceof VendorAnswer.Data)
                    .isEqualTo(answered);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-17T15:00:00Z, 5m", // market hours
        "2026-07-18T01:00:00Z, 30m", // after hours: still Friday in New York
        "2026-07-18T15:00:00Z, 1h", // weekend
    })
    void intervalsOfThePhases(Instant now, String interval) {
        try (SimulatedSession simulated = session(
                        "interval_market_hours=5m",
                        "interval_after_hours=30m",
                        "interval_weekends=1h",
                        "history_days=3");
                SteppedService service = new SteppedService(simulated)) {
            simulated.vendor.clock().set(now);
            service.history.step(now);
            assertThat(StoredRows.of(simulated.environment())
                            .texts("select distinct interval_type from market_data where interval_type <> '1d'"))
                    .containsExactly(interval);
        }
    }

    @ParameterizedTest
    @CsvSource({"10", "40"})
    void closeGraceSecondsAndWebsocketInterval(int grace) {
        try (SimulatedSession simulated = session("websocket_interval=1m", "close_grace_seconds=" + grace);
                Lockstep lockstep = new Lockstep(simulated)) {
            simulated.vendor.clock().set(simulated.session.open().minusSeconds(30));
            Instant close = simulated.session.open().plusSeconds(60);
            lockstep.until(close.plusSeconds(grace - 1));
            assertThat(bars(simulated, "1m", "ws")).isZero();
            lockstep.until(close.plusSeconds(grace));
            assertThat(bars(simulated, "1m", "ws")).isEqualTo(SYMBOLS);
        }
    }

    private static long bars(SimulatedSession simulated, String interval, String source) {
        return StoredRows.of(simulated.environment())
                .number("select count(*) from market_data where interval_type = '" + interval + "' and source = '"
                        + source + "'");
    }

    @ParameterizedTest
    @CsvSource({"3", "8"})
    void websocketSymbols(int setting) {
        try (SimulatedSession simulated = session("eodhd.websocket_symbols=" + setting);
                Lockstep lockstep = new Lockstep(simulated)) {
            lockstep.until(simulated.vendor.clock().instant().plusSeconds(10));
            Until.isSo(
                    () -> simulated
                                    .vendor
                                    .sockets()
                                    .states()
                                    .getFirst()
                                    .symbols()
                                    .size()
                            == setting,
                    () -> simulated.vendor.sockets().states().toString());
            assertThat(simulated.parts().plan().onQuotes()).hasSize(SYMBOLS - setting);
        }
    }

    @Test
    void withoutUseWebsocketAllSymbolsAreQuoted() {
        try (SimulatedSession simulated = session("use_websocket=false", "interval_market_hours=5m");
                SteppedService service = new SteppedService(simulated)) {
            assertThat(service.live.step(simulated.session.open())).isFalse();
            assertThat(simulated.vendor.sockets().states()).isEmpty();
            quote(simulated, service, Duration.ofMinutes(50));
            assertThat(StoredRows.of(simulated.environment())
                            .number("select count(distinct symbol_id) from market_data where interval_type = '5m'"
                                    + " and source = 'delayed'"))
                    .isEqualTo(SYMBOLS);
        }
    }

    /** From the open on, looking each half minute. */
    private static void quote(SimulatedSession simulated, SteppedService service, Duration duration) {
        Instant end = simulated.session.open().plus(duration);
        for (Instant now = simulated.session.open(); now.isBefore(end); now = now.plusSeconds(30)) {
            simulated.vendor.clock().set(now);
            service.quotes.step(now);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 15", "10, 3"})
    void quoteIntervalMinutes(int setting, int rounds) {
        try (SimulatedSession simulated = session("use_websocket=false", "quote_interval_minutes=" + setting);
                SteppedService service = new SteppedService(simulated)) {
            quote(simulated, service, Duration.ofMinutes(30));
            assertThat(requests(simulated)).isEqualTo(rounds);
        }
    }

    /** Two of eight symbols fail. */
    @ParameterizedTest
    @CsvSource({"24.9, true", "25.0, false"})
    void errorThresholdPct(double setting, boolean alert) {
        try (SimulatedSession simulated = nightAfter("max_retries=0", "error_threshold_pct=" + setting);
                SteppedService service = new SteppedService(simulated)) {
            order(simulated, "{\"kind\":\"server-error\",\"endpoint\":\"intraday\",\"symbol\":\"AAPL\"}");
            order(simulated, "{\"kind\":\"server-error\",\"endpoint\":\"intraday\",\"symbol\":\"MSFT\"}");
            service.history.step(simulated.vendor.clock().instant());
            assertThat(service.status().contains("alert: intraday 30m: too much fails"))
                    .isEqualTo(alert);
        }
    }

    @ParameterizedTest
    @CsvSource({"60, true", "120, false"})
    void healthCheckInterval(int setting, boolean seen) {
        try (SimulatedSession simulated = nightAfter("max_retries=0", "health_check_interval=" + setting);
                SteppedService service = new SteppedService(simulated)) {
            service.status();
            order(simulated, "{\"kind\":\"server-error\",\"endpoint\":\"intraday\"}");
            service.history.step(simulated.vendor.clock().instant());
            simulated.vendor.clock().advance(Duration.ofSeconds(90));
            assertThat(service.status().contains("alert: intraday 30m: ")).isEqualTo(seen);
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void trackFreshness(boolean setting) {
        try (SimulatedSession simulated = nightAfter("track_freshness=" + setting);
                SteppedService service = new SteppedService(simulated)) {
            service.history.step(simulated.vendor.clock().instant());
            assertThat(service.status().contains("  fresh: 8")).isEqualTo(setting);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 2", "false, 0"})
    void logCollectionStats(boolean setting, int lines) {
        Logger logger = (Logger) LoggerFactory.getLogger(HistoryPart.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        logger.addAppender(heard);
        logger.setLevel(Level.INFO);
        try (SimulatedSession simulated = nightAfter("log_collection_stats=" + setting);
                SteppedService service = new SteppedService(simulated)) {
            service.history.step(simulated.vendor.clock().instant());
            assertThat(heard.list.stream()
                            .filter(event -> event.getFormattedMessage().contains("8 of 8 symbols answered")))
                    .hasSize(lines);
        } finally {
            logger.detachAppender(heard);
            logger.setLevel(null);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 4"})
    void historyDays(int setting, int sessions) {
        try (SimulatedSession simulated = nightAfter("history_days=" + setting)) {
            sweep(simulated, SweepWatch.NONE);
            assertThat(
                            StoredRows.of(simulated.environment())
                                    .number(
                                            "select count(distinct (\"timestamp\" at time zone 'America/New_York')::date) from market_data"))
                    .isEqualTo(sessions);
        }
    }

    @Test
    void notEnabledIsRefused() {
        try (SimulatedSession simulated = session("enabled=false")) {
            Commands.Said said = Commands.of(simulated).run("data-collection", "start");
            assertThat(said.code()).isEqualTo(ExitCode.CONFIGURATION);
            assertThat(said.notes()).contains("data_collection.enabled is false");
        }
    }

    @Test
    void callsPerDay() {
        try (SimulatedSession simulated = nightAfter("eodhd.calls_per_day=50");
                SteppedService service = new SteppedService(simulated)) {
            service.history(Duration.ofHours(2));
            assertThat(calls(simulated).callsOn(DATE.plusDays(1))).isBetween(46, 50);
            assertThat(service.status()).contains("the calls of the day are spent until 2026-07-19T00:00:00Z");
            assertThat(calls(simulated).callsRefused()).isZero();
        }
    }
}
