package io.dgas.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables of the environment and of {@code .env}: where they come in, and which of them wins. */
class VariablesInSettingsTest {

    private static final String HOST = "dashboard:\n  host: ";

    @TempDir
    Path folder;

    private SettingsFolder place;

    @BeforeEach
    void begin() {
        place = new SettingsFolder(folder).with("SET", "here").with("EMPTY", "");
    }

    @ParameterizedTest
    @CsvSource({
        "${SET}, here",
        "a-${SET}-b-${SET}, a-here-b-here",
        "${SET:-other}, here",
        "${NOT_SET:-other}, other",
        "${EMPTY:-other}, other",
        "x$${SET}, x${SET}",
        "$SET, $SET",
        "a$b, a$b",
    })
    void isExpanded(String written, String expected) {
        assertThat(place.load(HOST + "\"" + written + "\"\n")
                        .settings()
                        .dashboard()
                        .host())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "${}", "${A B}", "${SET", "${1A}", "${SET-x}"})
    void malformedReferenceIsRefused(String malformed) {
        assertThat(place.problems(HOST + "\"" + malformed + "\"\n"))
                .containsExactly(
                        "s.yaml:2:9: dashboard.host: a variable is written ${NAME} or ${NAME:-otherwise}; $${ is a"
                                + " plain ${");
    }

    @Test
    void unsetVariableIsNamed() {
        assertThat(place.problems(HOST + "${NOT_SET}\n"))
                .containsExactly(
                        "s.yaml:2:9: dashboard.host: the variable NOT_SET is not set; set it, or write ${NAME:-otherwise}");
    }

    @Test
    void unsetVariableOfASecretIsMissedOnlyByThePartThatNeedsIt() {
        String yaml = "notifications:\n  discord:\n    enabled: %s\n    bot_token: ${NOT_SET}\n";

        assertThat(place.load(yaml.formatted(false)).settings().gaps()).isEmpty();
        assertThat(place.load(yaml.formatted(true)).settings().gaps())
                .containsExactly(
                        "notifications.discord.enabled is true, but its bot_token is missing; set DGAS_DISCORD_BOT_TOKEN, or"
                                + " notifications.discord.enabled to false",
                        "notifications.discord.enabled is true, but its channel_id is missing; set DGAS_DISCORD_CHANNEL_ID, or"
                                + " notifications.discord.enabled to false");
    }

    @Test
    void collectionWithoutATokenIsAGap() {
        String yaml = "data_collection:\n  enabled: true\n";

        assertThat(place.load(yaml).settings().gaps())
                .singleElement()
                .asString()
                .contains("EODHD_API_TOKEN");
        assertThat(place.with("EODHD_API_TOKEN", "abcdefgh")
                        .load(yaml)
                        .settings()
                        .gaps())
                .isEmpty();
    }

    @Test
    void environmentWinsOverDotEnvWinsOverFileWinsOverDefault() {
        String yaml = "dashboard:\n  port: 1\n";

        assertThat(port(place.load())).isEqualTo("8501 default");
        assertThat(port(place.load(yaml))).isEqualTo("1 s.yaml:2:9");
        place.write(".env", "DGAS_DASHBOARD_PORT=2\n");
        assertThat(port(place.load(yaml))).isEqualTo("2 " + place.path(".env") + " DGAS_DASHBOARD_PORT");
        place.with("DGAS_DASHBOARD_PORT", "3");
        assertThat(port(place.load(yaml))).isEqualTo("3 environment DGAS_DASHBOARD_PORT");
    }

    private static String port(LoadedSettings loaded) {
        EffectiveSetting port = loaded.effective().stream()
                .filter(setting -> setting.key().equals("dashboard.port"))
                .findFirst()
                .orElseThrow();
        return port.value() + " " + port.from();
    }

    @Test
    void fileIsFoundInTheWorkingDirectoryThenPerUser() {
        place.write("home/.config/dgas/dgas.yaml", "dashboard: {port: 1}\n");
        assertThat(place.load().settings().dashboard().port()).isEqualTo(1);
        place.write("dgas.yaml", "dashboard: {port: 2}\n");
        assertThat(place.load().settings().dashboard().port()).isEqualTo(2);
        place.write("named.yaml", "dashboard: {port: 3}\n").with("DGAS_CONFIG", "named.yaml");
        assertThat(place.load().settings().dashboard().port()).isEqualTo(3);
        assertThat(place.load("dashboard: {port: 4}\n").settings().dashboard().port())
                .isEqualTo(4);
    }

    @Test
    void dotEnvBesideTheFileIsReadWhereNoneIsInTheWorkingDirectory() {
        place.write("conf/x.yaml", HOST + "${NAME:-none}\n").with("DGAS_CONFIG", "conf/x.yaml");
        place.write("conf/.env", "NAME=beside\n");
        assertThat(place.load().settings().dashboard().host()).isEqualTo("beside");
        place.write(".env", "NAME=here\n");
        assertThat(place.load().settings().dashboard().host()).isEqualTo("here");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "NAME=plain, plain",
                "export NAME=plain, plain",
                "  NAME=plain  , plain",
                "NAME=two words, two words",
                "NAME=value # comment, value",
                "NAME=a#b, a#b",
                "NAME='single # quoted', single # quoted",
                "NAME=\"double # quoted\", double # quoted",
                "NAME=\"with \\\" quote\", with \" quote",
                "NAME=a=b, a=b",
            })
    void dotEnvIsReadAsAShellWould(String line, String expected) {
        place.write(".env", "# first\n\n" + line + "\n");

        assertThat(place.load(HOST + "${NAME}\n").settings().dashboard().host()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"my-secret-token", "NAME = my-secret-token", "1NAME=my-secret-token", "NAME='my-secret-token"})
    void malformedLineOfDotEnvIsNamedAndNotRepeated(String line) {
        place.write(".env", "A=1\n" + line + "\n");

        assertThatThrownBy(place::load).hasMessage(place.path(".env") + ":2:1: expected NAME=value");
    }

    @Test
    void warnsWhenOthersCanReadDotEnv() throws IOException {
        place.write(".env", "A=1\n");
        Path file = place.path(".env");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(place.load().warnings())
                .containsExactly("warning: " + file + " can be read by other users; chmod 600 " + file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(place.load().warnings()).isEmpty();
    }

    @Test
    void secretsAreMaskedWhereverTheyAreShown() {
        place.with("DGAS_DATABASE_URL", "postgresql://me:open-sesame@db/x").with("EODHD_API_TOKEN", "abcdef123456");
        LoadedSettings loaded = place.load();

        assertThat(loaded.toString()).doesNotContain("open-sesame", "abcdef123456");
        assertThat(loaded.effective())
                .contains(new EffectiveSetting(
                        "database.url", "postgresql://me:***@db/x", "environment DGAS_DATABASE_URL"))
                .contains(new EffectiveSetting("eodhd.api_token", "***", "environment EODHD_API_TOKEN"));
    }
}
