package io.dgas.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.app.exit.ConfigurationProblem;
import io.dgas.app.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a file is named with its place and what would be right. */
class SettingsProblemsTest {

    @TempDir
    Path folder;

    private SettingsFolder place;

    @BeforeEach
    void begin() {
        place = new SettingsFolder(folder);
    }

    static Stream<String> sections() {
        return Stream.concat(Stream.of(""), new SettingCatalogue().sections().keySet().stream());
    }

    @ParameterizedTest
    @MethodSource("sections")
    void unknownKeyIsRefusedAtEachLevel(String section) {
        String key = section.isEmpty() ? "wholly_unknown_key" : section + ".wholly_unknown_key";
        int depth = key.split("\\.", -1).length;

        assertThat(place.problems(SettingsFolder.yaml(key, "1")))
                .singleElement()
                .asString()
                .startsWith("s.yaml:" + depth + ":" + (2 * depth - 1) + ": unknown key 'wholly_unknown_key'")
                .contains("known are " + new SettingCatalogue().names(section).getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "prediction.min_confidense, did you mean 'min_confidence'?",
        "prediction.Min_Confidence, did you mean 'min_confidence'?",
        "prediction.min-confidence, did you mean 'min_confidence'?",
        "prediction.minconfidence, did you mean 'min_confidence'?",
        "predictions.min_confidence, did you mean 'prediction'?",
        "scheduler.batch_size, it is known as data_collection.batch_size",
        "notifications.discord.token, did you mean 'bot_token'?",
    })
    void unknownKeyGetsASuggestion(String key, String suggestion) {
        assertThat(place.problems(SettingsFolder.yaml(key, "1")))
                .singleElement()
                .asString()
                .endsWith("; " + suggestion);
    }

    @Test
    void keyWithATrailingBlankIsRefused() {
        assertThat(place.problems("prediction:\n  'min_confidence ': 0.5\n"))
                .containsExactly(
                        "s.yaml:2:3: unknown key 'min_confidence ' in prediction; did you mean 'min_confidence'?");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "dashboard.port, eighty, must be a whole number from 1 to 65535, not 'eighty'",
                "dashboard.port, 80.0, must be a whole number from 1 to 65535, not '80.0'",
                "dashboard.port, 99999999999999999999, must be a whole number from 1 to 65535, not '99999999999999999999'",
                "prediction.min_confidence, .nan, must be a number from 0 to 1, not '.nan'",
                "prediction.min_confidence, NaN, must be a number from 0 to 1, not 'NaN'",
                "prediction.min_confidence, \"'0,65'\", must be a number from 0 to 1, not '0,65'",
                "scheduler.market_hours_only, yes, must be true or false, not 'yes'",
                "scheduler.timezone, America/NewYork, 'America/NewYork' is not a time zone; did you mean America/New_York?",
                "scheduler.trading_interval, 45m, interval '45m' does not exist; there are 1m 2m",
                "scheduler.cron_expression, hourly, must have five fields",
                "scheduler.symbols, \"[AAPL, 'A B']\", 'A B' is not a ticker",
                "dashboard.theme, blue, must be one of dark, light, system, not 'blue'",
                "eodhd.base_url, eodhd.com, must be an address that begins with https:// or http://, not 'eodhd.com'",
                "eodhd.websocket_url, https://x.y, must be an address that begins with wss:// or ws://, not 'https://x.y'",
                "notifications.discord.channel_id, general, must be a channel id of 17 to 20 digits, not 'general'",
                "notifications.discord.channel_id, 1234567890123456, must be a channel id of 17 to 20 digits, not '1234567890123456'",
                "notifications.discord.channel_id, 99999999999999999999, must be a channel id of 17 to 20 digits",
                "prediction.min_confidence, 1.01, must be a number from 0 to 1, not '1.01'",
                "prediction.min_signal_strength, -0.1, must be a number from 0 to 1, not '-0.1'",
                "dashboard.port, , has no value; without this line it is 8501",
                "dashboard.port, \"[1]\", must be one value",
                "dashboard.port, \"{a: 1}\", must be one value",
                "scheduler.symbols, \"{a: 1}\", \"must be a list such as [A, B]\"",
                "scheduler.symbols, \"[[A]]\", must be a list of plain values",
            })
    void wrongValueIsNamedWithWhatWouldBeRight(String key, String value, String message) {
        assertThat(place.problems(SettingsFolder.yaml(key, value == null ? "" : value)))
                .singleElement()
                .asString()
                .startsWith("s.yaml:" + key.split("\\.", -1).length + ":")
                .contains(": " + key + ": " + message);
    }

    @Test
    void wrongDatabaseAddressIsNotRepeated() {
        assertThat(place.problems("database:\n  url: mysql://user:open-sesame@host/x\n"))
                .singleElement()
                .asString()
                .startsWith("s.yaml:2:8: database.url: ")
                .contains("does not begin with postgresql://")
                .doesNotContain("open-sesame");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example/open-sesame",
                "https://open-sesame:b@hooks.example/a",
                "https://hooks.example/a#open-sesame",
                "http://127.0.0.1.example/open-sesame",
                "open-sesame",
                "https://a b/open-sesame",
                "file:///open-sesame",
            })
    void webhookThatIsNotSafeIsRefusedAndNotRepeated(String url) {
        assertThat(place.problems(SettingsFolder.yaml("notifications.webhook.url", "'" + url + "'")))
                .singleElement()
                .asString()
                .startsWith("s.yaml:3:10: notifications.webhook.url: must be an address that begins with https://")
                .doesNotContain("open-sesame");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8080/x", "http://localhost/x", "http://[::1]:9/x", "https://hooks.example/x"})
    void webhookOnThisMachineNeedsNoEncryption(String url) {
        Settings settings = place.load(SettingsFolder.yaml("notifications.webhook.url", "'" + url + "'"))
                .settings();
        assertThat(settings.notifications().webhook().url().orElseThrow().toString())
                .endsWith("/***");
        assertThat(settings.gaps()).isEmpty();
        assertThat(place.load("notifications:\n  webhook:\n    enabled: true\n")
                        .settings()
                        .gaps())
                .containsExactly(
                        "notifications.webhook.enabled is true, but its url is missing; set DGAS_WEBHOOK_URL, or"
                                + " notifications.webhook.enabled to false");
    }

    @Test
    void allProblemsOfAFileAreToldInItsOrder() {
        assertThat(place.problems("""
                        dashbord: {}
                        dashboard:
                          port: 0
                          port: 5
                        scheduler:
                          htf_interval: 1m
                        prediction:
                          min_confidence: 2
                        """))
                .extracting(problem -> problem.substring(0, 10))
                .containsExactly("s.yaml:1:1", "s.yaml:3:9", "s.yaml:4:3", "s.yaml:6:1", "s.yaml:8:1");
    }

    @Test
    void higherTimeframeShorterThanTradingIsRefused() {
        assertThat(place.problems("scheduler:\n  htf_interval: 1m\n  trading_interval: 1h\n"))
                .containsExactly(
                        "s.yaml:2:17: scheduler.htf_interval: 1m is shorter than the trading interval 1h; it must"
                                + " be as long or longer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1h] | 1h is not above 1h",
                "[30m] | 30m is not above 1h",
                "[1d, 4h] | 4h is not above 1d",
                "[1w, 1w] | 1w is not above 1w",
            })
    void furtherIntervalsThatDoNotRiseAreRefused(String further, String problem) {
        assertThat(place.problems("scheduler:\n  htf_interval: 1h\n  further_intervals: " + further + "\n"))
                .containsExactly("s.yaml:3:22: scheduler.further_intervals: higher timeframe " + problem
                        + "; each must be above the one before it, the first above scheduler.htf_interval");
    }

    @Test
    void furtherIntervalsOfAnalysisOnOneTimeframeAreRefused() {
        assertThat(place.problems(
                        "scheduler:\n  htf_interval: 1h\n  trading_interval: 1h\n  further_intervals: [1d]\n"))
                .containsExactly(
                        "s.yaml:4:22: scheduler.further_intervals: needs an htf_interval above the trading"
                                + " interval, which is 1h too; set scheduler.htf_interval to a longer one, or leave this empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/15 17-23 * * *",
                "0 12 * * 0,6",
                "0 12 25 12 *",
                "30 9 * * 1-5",
            })
    void cronThatNeverFiresInMarketHoursIsRefused(String cron) {
        String yaml = "scheduler:\n  cron_expression: '" + cron + "'\n  market_hours_only: true\n";
        assertThat(place.problems(yaml))
                .containsExactly(
                        "s.yaml:2:20: scheduler.cron_expression: '" + cron + "' in America/New_York never fires"
                                + " in market hours, and scheduler.market_hours_only is true; such as '*/15 9-16 * * 1-5' in"
                                + " America/New_York does");
        assertThat(place.load(yaml.replace("true", "false")).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"*/15 17-23 * * *, Asia/Tokyo", "0 16 * * 5, America/New_York", "0 12 3 7 *, America/New_York"})
    void cronThatFiresOnceInMarketHoursIsTaken(String cron, String zone) {
        assertThat(place.load("scheduler:\n  cron_expression: '" + cron + "'\n  timezone: " + zone
                                + "\n  market_hours_only: true\n")
                        .settings()
                        .scheduler()
                        .marketHoursOnly())
                .isTrue();
    }

    @Test
    void tradingIntervalThatIsNotCollectedIsWarnedOf() {
        String yaml = "scheduler:\n  trading_interval: 1h\n  htf_interval: 1d\ndata_collection:\n  enabled: true\n";
        assertThat(place.load(yaml).warnings())
                .containsExactly("warning: s.yaml:2:21: scheduler.trading_interval: 1h is none of the intervals that"
                        + " data_collection collects (30m by websocket_interval and interval_market_hours and"
                        + " interval_after_hours, 1d by the daily sweep), so that no such bar would ever come");
        assertThat(place.load(yaml.replace("enabled: true", "enabled: false")).warnings())
                .isEmpty();
        assertThat(place.load(yaml.replace("1h", "1d")).warnings()).isEmpty();
        assertThat(place.load(yaml + "  interval_after_hours: 1h\n").warnings()).isEmpty();
        assertThat(place.load(yaml + "  websocket_interval: 1h\n").warnings()).isEmpty();
        assertThat(place.load(yaml + "  websocket_interval: 1h\n  use_websocket: false\n")
                        .warnings())
                .hasSize(1);
    }

    @Test
    void barsTooLongToBeCollectedSoAreRefused() {
        assertThat(place.problems("data_collection:\n  websocket_interval: 1d\n  interval_weekends: 1w\n"))
                .containsExactly(
                        "s.yaml:2:23: data_collection.websocket_interval: 1d is too long; it must be 4h or shorter",
                        "s.yaml:3:22: data_collection.interval_weekends: 1w is too long; it must be 1d or shorter");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("- a\n- b\n", "s.yaml:1:1: the file must hold keys with values, such as 'database: ...'"),
                Arguments.of("just words", "s.yaml:1:1: the file must hold keys with values"),
                Arguments.of(
                        "dashboard: yes", "s.yaml:1:12: dashboard must hold keys with values, such as 'host: ...'"),
                Arguments.of("dashboard:\n\tport: 1\n", "s.yaml:2:1: is not YAML: "),
                Arguments.of("dashboard: [\n", "s.yaml:2:1: is not YAML: "),
                Arguments.of("dashboard: {}\n---\ndashboard: {}\n", "s.yaml:2:1: is not YAML: "),
                Arguments.of("dashboard: {}\ndashboard: {}\n", "s.yaml:2:1: dashboard is there twice; keep one"),
                Arguments.of("? [a, b]\n: 1\n", "s.yaml: is not YAML: Non scalar key"),
                Arguments.of("a\u0007: 1\n", "s.yaml: is not YAML: "));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedFileIsRefusedWithItsPlace(String yaml, String beginning) {
        assertThat(place.problems(yaml)).first().asString().startsWith(beginning);
    }

    @Test
    void fileThatIsNotThereIsNamed() {
        place.with("DGAS_CONFIG", "nowhere.yaml");

        assertThatThrownBy(place::load)
                .isInstanceOfSatisfying(
                        ConfigurationProblem.class,
                        problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessage("nowhere.yaml: there is no such file; 'dgas configure init nowhere.yaml' writes one");
    }

    @Test
    void fileThatIsNotTextIsRefused() throws IOException {
        Files.write(place.path("binary.yaml"), new byte[] {'a', (byte) 0xff, (byte) 0xfe});
        place.with("DGAS_CONFIG", "binary.yaml");

        assertThatThrownBy(place::load).hasMessage("binary.yaml: is not UTF-8 text");
    }

    @Test
    void folderInPlaceOfAFileIsRefused() throws IOException {
        Files.createDirectories(place.path("folder.yaml"));
        place.with("DGAS_CONFIG", "folder.yaml");

        assertThatThrownBy(place::load).hasMessageStartingWith("folder.yaml: cannot be read: ");
    }

    @Test
    void wrongVariableIsNamed() {
        place.with("DGAS_DASHBOARD_PORT", "none");

        assertThatThrownBy(place::load)
                .hasMessage(
                        "environment DGAS_DASHBOARD_PORT: dashboard.port: must be a whole number from 1 to 65535, not"
                                + " 'none'");
    }

    @Test
    void emptyFileAndEmptySectionsMeanDefaults() {
        Settings defaults = place.load().settings();

        assertThat(place.load("").settings()).isEqualTo(defaults);
        assertThat(place.load("# nothing\n").settings()).isEqualTo(defaults);
        assertThat(place.load("dashboard:\n  # port: 1\nnotifications:\n  discord:\n")
                        .settings())
                .isEqualTo(defaults);
    }
}
