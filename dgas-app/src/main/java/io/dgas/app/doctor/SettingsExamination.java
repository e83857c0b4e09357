package io.dgas.app.doctor;

import io.dgas.app.exit.ConfigurationProblem;
import io.dgas.app.settings.LoadedSettings;
import io.dgas.app.settings.SecretFile;
import io.dgas.app.settings.SettingsSource;
import io.dgas.app.wiring.Installation;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;

/** The settings, and whether their secrets are for their owner alone. */
record SettingsExamination(Installation installation) implements Examination {

    private static final String VALIDATE = "mend the settings as it says, then 'dgas configure validate'";

    @Override
    public List<Subject> subjects() {
        return List.of(Subject.VARIABLES_FILE, Subject.SETTINGS, Subject.SETTINGS_FILE);
    }

    @Override
    public void look(Consumer<Diagnosis> found) {
        SettingsSource source = new SettingsSource(
                installation.environment(), installation.invocation().configFile());
        found.accept(exposure(Subject.VARIABLES_FILE, source.variablesFile()));
        found.accept(settings());
        found.accept(settingsFile(source));
    }

    private Diagnosis settings() {
        try {
            LoadedSettings loaded = installation.loadedSettings();
            List<String> gaps = loaded.settings().gaps();
            if (!gaps.isEmpty()) {
                return Diagnosis.failing(Subject.SETTINGS, String.join("; ", gaps), VALIDATE);
            }
            return loaded.warnings().isEmpty()
                    ? Diagnosis.ok(Subject.SETTINGS, "valid: " + loaded.source())
                    : Diagnosis.warning(Subject.SETTINGS, String.join("; ", loaded.warnings()), VALIDATE);
        } catch (ConfigurationProblem wrong) {
            return Diagnosis.failing(Subject.SETTINGS, String.join("; ", wrong.findings()), VALIDATE);
        }
    }

    private static Diagnosis settingsFile(SettingsSource source) {
        try {
            return source.settingsFile()
                    .map(file -> exposure(Subject.SETTINGS_FILE, file))
                    .orElseGet(() -> Diagnosis.ok(Subject.SETTINGS_FILE, "none: the defaults are in force"));
        } catch (ConfigurationProblem unreadable) {
            return Diagnosis.unknown(Subject.SETTINGS_FILE, unreadable.text());
        }
    }

    private static Diagnosis exposure(Subject subject, SecretFile file) {
        if (file.isExposed()) {
            return Diagnosis.warning(
                    subject, file.file() + " holds secrets and can be read by other users", file.mend());
        }
        String holds =
                Files.exists(file.file()) ? (file.isHolding() ? " for its owner alone" : " holds no secret") : ": none";
        return Diagnosis.ok(subject, file.file() + holds);
    }
}
