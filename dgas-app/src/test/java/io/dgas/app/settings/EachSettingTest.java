package io.dgas.app.settings;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key, set to something else than its default, arrives where the program reads it. */
class EachSettingTest {

    /** A key, what the file says, where the program reads it, and what it finds there as text. */
    record Row(String key, String written, Function<Settings, Object> read, String expected) {
        @Override
        public String toString() {
            return key;
        }
    }

    private static final List<Row> ROWS = List.of(
            row(
                    "database.url",
                    "postgresql://u:pw@db:5433/x",
                    s -> s.database().url().orElseThrow().reveal()),
            row("database.pool_size", "17", s -> s.database().poolSize()),
            row(
                    "scheduler.cron_expression",
                    "5 9-16 * * 1-5",
                    s -> s.scheduler().cronExpression()),
            row("scheduler.timezone", "Europe/Berlin", s -> s.scheduler().timezone()),
            row("scheduler.market_hours_only", "true", s -> s.scheduler().marketHoursOnly()),
            new Row("scheduler.symbols", "[AAPL, brk.b]", s -> s.scheduler().symbols(), "[AAPL, BRK.B]"),
            row("scheduler.htf_interval", "1d", s -> s.scheduler().htfInterval()),
            row("scheduler.trading_interval", "15m", s -> s.scheduler().tradingInterval()),
            new Row(
                    "scheduler.further_intervals",
                    "[1d, 1w]",
                    s -> s.scheduler().furtherIntervals(),
                    "[1d, 1w]"),
            row("scheduler.deadline_minutes", "5", s -> s.scheduler().deadlineMinutes()),
            row("scheduler.catch_up_minutes", "120", s -> s.scheduler().catchUpMinutes()),
            row("prediction.min_confidence", "0.7", s -> s.prediction().minConfidence()),
            row("prediction.min_signal_strength", "0.1", s -> s.prediction().minSignalStrength()),
            row(
                    "prediction.stop_loss_atr_multiplier",
                    "3.25",
                    s -> s.prediction().stopLossAtrMultiplier()),
            row("prediction.target_atr_multiplier", "4.5", s -> s.prediction().targetAtrMultiplier()),
            row("prediction.wait_for_fresh_data", "false", s -> s.prediction().waitForFreshData()),
            row("prediction.max_wait_minutes", "7", s -> s.prediction().maxWaitMinutes()),
            row(
                    "prediction.freshness_threshold_minutes",
                    "44",
                    s -> s.prediction().freshnessThresholdMinutes()),
            new Row("prediction.stop_rule", "structure", s -> s.prediction().stopRule(), "STRUCTURE"),
            new Row("prediction.adjustment", "splits", s -> s.prediction().adjustment(), "SPLITS"),
            row("prediction.history_bars", "500", s -> s.prediction().historyBars()),
            row("prediction.stale_after_sessions", "9", s -> s.prediction().staleAfterSessions()),
            row("notifications.digest_above", "7", s -> s.notifications().digestAbove()),
            row(
                    "notifications.discord.enabled",
                    "true",
                    s -> s.notifications().discord().enabled()),
            row(
                    "notifications.discord.bot_token",
                    "bot-token-in-a-file",
                    s -> s.notifications().discord().botToken().orElseThrow().reveal()),
            row(
                    "notifications.discord.channel_id",
                    "123456789012345678",
                    s -> s.notifications().discord().channelId().orElseThrow()),
            row(
                    "notifications.discord.api_base_url",
                    "http://127.0.0.1:9/api",
                    s -> s.notifications().discord().apiBaseUrl()),
            row(
                    "notifications.webhook.enabled",
                    "true",
                    s -> s.notifications().webhook().enabled()),
            row(
                    "notifications.webhook.url",
                    "https://hooks.example/a/b?c=d",
                    s -> s.notifications().webhook().url().orElseThrow().reveal()),
            row(
                    "notifications.webhook.secret",
                    "secret-of-a-webhook",
                    s -> s.notifications().webhook().secret().orElseThrow().reveal()),
            row(
                    "notifications.console.enabled",
                    "true",
                    s -> s.notifications().console().enabled()),
            row("monitoring.sla_p95_latency_ms", "1500", s -> s.monitoring().slaP95LatencyMs()),
            row("monitoring.sla_error_rate_pct", "2.5", s -> s.monitoring().slaErrorRatePct()),
            row("monitoring.sla_uptime_pct", "99.9", s -> s.monitoring().slaUptimePct()),
            row("monitoring.data_collection_port", "9502", s -> s.monitoring().dataCollectionPort()),
            row("monitoring.scheduler_port", "0", s -> s.monitoring().schedulerPort()),
            row(
                    "monitoring.daily_digest_at",
                    "07:45",
                    s -> s.monitoring().dailyDigestAt().orElseThrow()),
            row(
                    "monitoring.ping_url",
                    "https://ping.example/a-secret-path",
                    s -> s.monitoring().pingUrl().orElseThrow().reveal()),
            row("monitoring.ping_minutes", "7", s -> s.monitoring().pingMinutes()),
            row("dashboard.host", "0.0.0.0", s -> s.dashboard().host()),
            row("dashboard.port", "9000", s -> s.dashboard().port()),
            new Row("dashboard.theme", "light", s -> s.dashboard().theme(), "LIGHT"),
            row(
                    "dashboard.password_hash",
                    "pbkdf2-sha256:1000:c2FsdHNhbHRzYWx0c2FsdA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                    s -> s.dashboard().passwordHash().orElseThrow().reveal()),
            row(
                    "dashboard.token_hash",
                    "0123456789abcdef".repeat(4),
                    s -> s.dashboard().tokenHash().orElseThrow().reveal()),
            new Row(
                    "dashboard.allowed_names",
                    "[dgas.example.com, Other]",
                    s -> s.dashboard().allowedNames(),
                    "[dgas.example.com, other]"),
            row("dashboard.behind_tls", "true", s -> s.dashboard().behindTls()),
            row(
                    "eodhd.api_token",
                    "a-token-in-a-file",
                    s -> s.eodhd().apiToken().orElseThrow().reveal()),
            row("eodhd.base_url", "http://127.0.0.1:9/api", s -> s.eodhd().baseUrl()),
            row("eodhd.websocket_url", "ws://127.0.0.1:9/ws", s -> s.eodhd().websocketUrl()),
            row("eodhd.websocket_symbols", "500", s -> s.eodhd().websocketSymbols()),
            row("eodhd.calls_per_day", "50000", s -> s.eodhd().callsPerDay()),
            row(
                    "data_collection.close_grace_seconds",
                    "30",
                    s -> s.dataCollection().closeGraceSeconds()),
            row(
                    "data_collection.quote_interval_minutes",
                    "7",
                    s -> s.dataCollection().quoteIntervalMinutes()),
            row(
                    "simulation.clock_url",
                    "http://127.0.0.1:9/clock",
                    s -> s.simulation().clockUrl().orElseThrow()),
            row("data_collection.enabled", "true", s -> s.dataCollection().enabled()),
            row(
                    "data_collection.use_websocket",
                    "false",
                    s -> s.dataCollection().useWebsocket()),
            row(
                    "data_collection.websocket_interval",
                    "1m",
                    s -> s.dataCollection().websocketInterval()),
            row(
                    "data_collection.interval_market_hours",
                    "5m",
                    s -> s.dataCollection().intervalMarketHours()),
            row(
                    "data_collection.interval_after_hours",
                    "1h",
                    s -> s.dataCollection().intervalAfterHours()),
            row(
                    "data_collection.interval_weekends",
                    "1d",
                    s -> s.dataCollection().intervalWeekends()),
            row("data_collection.batch_size", "51", s -> s.dataCollection().batchSize()),
            row(
                    "data_collection.max_concurrent_batches",
                    "2",
                    s -> s.dataCollection().maxConcurrentBatches()),
            row(
                    "data_collection.requests_per_minute",
                    "81",
                    s -> s.dataCollection().requestsPerMinute()),
            row("data_collection.max_retries", "4", s -> s.dataCollection().maxRetries()),
            row(
                    "data_collection.retry_delay_seconds",
                    "6",
                    s -> s.dataCollection().retryDelaySeconds()),
            row(
                    "data_collection.request_timeout_seconds",
                    "61",
                    s -> s.dataCollection().requestTimeoutSeconds()),
            row(
                    "data_collection.error_threshold_pct",
                    "11.5",
                    s -> s.dataCollection().errorThresholdPct()),
            row(
                    "data_collection.log_collection_stats",
                    "false",
                    s -> s.dataCollection().logCollectionStats()),
            row(
                    "data_collection.track_freshness",
                    "false",
                    s -> s.dataCollection().trackFreshness()),
            row(
                    "data_collection.health_check_interval",
                    "61",
                    s -> s.dataCollection().healthCheckInterval()),
            row("data_collection.history_days", "30", s -> s.dataCollection().historyDays()));

    /** Keys whose value fits only a higher timeframe that is longer than the default. */
    private static final Set<String> NEED_A_HIGHER =
            Set.of("scheduler.trading_interval", "scheduler.further_intervals");

    @TempDir
    Path folder;

    private static Row row(String key, String written, Function<Settings, Object> read) {
        return new Row(key, written, read, written);
    }

    static List<Row> rows() {
        return ROWS;
    }

    static Stream<SettingKey> numbers() {
        return new SettingCatalogue()
                .keys().stream().filter(key -> key.type() == int.class || key.type() == double.class);
    }

    static List<SettingKey> keys() {
        return new SettingCatalogue().keys();
    }

    @Test
    void everyKeyIsInTheTable() {
        assertThat(ROWS.stream().map(Row::key).collect(toSet()))
                .isEqualTo(keys().stream().map(SettingKey::path).collect(toSet()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isReadFromTheFile(Row row) {
        String companion = NEED_A_HIGHER.contains(row.key()) ? "  htf_interval: 4h\n" : "";

        Settings settings = new SettingsFolder(folder)
                .load(SettingsFolder.yaml(row.key(), row.written()) + companion)
                .settings();

        assertThat(row.read().apply(settings)).hasToString(row.expected());
        assertThat(row.expected()).as("the table must not use the default").isNotEqualTo(defaultOf(row));
    }

    private String defaultOf(Row row) {
        try {
            return row.read()
                    .apply(new SettingsFolder(folder).load().settings())
                    .toString();
        } catch (java.util.NoSuchElementException absent) {
            return "";
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isOverriddenByItsVariable(Row row) {
        SettingKey key = new SettingCatalogue().key(row.key()).orElseThrow();
        String written = row.written().replaceAll("[\\[\\]]", "");
        SettingsFolder place = new SettingsFolder(folder).with(key.variable(), written);
        if (NEED_A_HIGHER.contains(row.key())) {
            place.with("DGAS_SCHEDULER_HTF_INTERVAL", "4h");
        }

        assertThat(row.read().apply(place.load().settings())).hasToString(row.expected());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void isRefusedOutsideItsRange(SettingKey key) {
        double above = key.declared().max() + 1;
        double below = key.declared().min() - 1;

        for (double wrong : new double[] {above, below}) {
            String text = key.type() == int.class ? Long.toString((long) wrong) : Double.toString(wrong);
            assertThat(new SettingsFolder(folder).problems(SettingsFolder.yaml(key.path(), text)))
                    .singleElement()
                    .asString()
                    .startsWith("s.yaml:")
                    .contains(key.path() + ": must be a ")
                    .endsWith("from " + ValueReader.range(key) + ", not '" + text + "'");
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void saysWhatItIsAndHasADefaultThatIsRight(SettingKey key) {
        assertThat(key.declared().doc()).endsWith(".");
        assertThat(ValueReader.read(key, List.of(key.declared().byDefault()))).isNotNull();
        if (key.type() == int.class || key.type() == double.class) {
            assertThat(key.declared().max()).isFinite();
        }
    }
}
