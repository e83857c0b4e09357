package io.dgas.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that an installation begins with, and those that ship. */
class SettingsTemplateTest {

    private static final Path SHIPPED = Path.of("../config");

    @TempDir
    Path folder;

    private final SettingsTemplate template = new SettingsTemplate();

    @Test
    void writtenDefaultsAreTheDefaults() {
        SettingsFolder place = new SettingsFolder(folder);

        LoadedSettings loaded = place.load(template.defaults());

        assertThat(loaded.settings()).isEqualTo(place.load().settings());
        assertThat(loaded.effective())
                .allSatisfy(setting -> assertThat(setting.from()).startsWith("s.yaml:"));
    }

    @Test
    void shippedProductionFileIsUpToDate() throws IOException {
        assertThat(Files.readString(SHIPPED.resolve("production.yaml")))
                .as("written anew by: dgas configure init --production config/production.yaml")
                .isEqualTo(template.production());
    }

    @Test
    void shippedVariablesAreUpToDate() throws IOException {
        assertThat(Files.readString(SHIPPED.resolve(".env.example"))).isEqualTo(template.variables());
    }

    @Test
    void productionFileIsValidWithItsVariablesAndSwitchesOnWhatProductionNeeds() {
        Settings settings = new SettingsFolder(folder)
                .with("EODHD_API_TOKEN", "token-of-eodhd")
                .with("DGAS_DISCORD_BOT_TOKEN", "token-of-discord")
                .with("DGAS_DISCORD_CHANNEL_ID", "123456789012345678")
                .load(template.production())
                .settings();

        assertThat(settings.gaps()).isEmpty();
        assertThat(settings.dataCollection().enabled()).isTrue();
        assertThat(settings.notifications().discord().enabled()).isTrue();
        assertThat(settings.prediction().minConfidence()).isEqualTo(0.65);
        assertThat(settings.scheduler().cronExpression()).hasToString("*/15 * * * *");
    }
}
