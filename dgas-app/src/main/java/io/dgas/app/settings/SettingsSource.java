package io.dgas.app.settings;

import io.dgas.app.environment.Environment;
import io.dgas.app.exit.ConfigurationProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the settings of a process. The environment wins over the {@code .env} file (in the working directory, else
 * beside the settings), that over the file, that over the defaults. The file is the one named on the command line, else
 * by {@code DGAS_CONFIG}, else {@code dgas.yaml} in the working directory or in {@code ~/.config/dgas}; without any the
 * defaults are in force.
 */
public final class SettingsSource {

    private final Environment environment;
    private final Optional<String> named;

    /** @param named the file named on the command line, as the user wrote it */
    public SettingsSource(Environment environment, Optional<String> named) {
        this.environment = environment;
        this.named = named;
    }

    /**
     * Reads and checks all settings.
     *
     * @throws ConfigurationProblem with everything that is wrong
     */
    public LoadedSettings load() {
        SettingCatalogue catalogue = new SettingCatalogue();
        Optional<String> label = label();
        DotEnv dotEnv = dotEnv(label);
        Optional<SettingsFile> file = label.map(name -> SettingsFile.read(catalogue, environment.resolve(name), name));
        SettingsReader reader = new SettingsReader(catalogue, new Variables(environment, dotEnv), file);
        return reader.read(label.orElse("built-in defaults"));
    }

    /** The file of variables, there or not. */
    public SecretFile variablesFile() {
        return dotEnv(label()).secrets();
    }

    /**
     * The settings file; empty where the defaults are in force.
     *
     * @throws ConfigurationProblem when there is no such file or it cannot be read
     */
    public Optional<SecretFile> settingsFile() {
        SettingCatalogue catalogue = new SettingCatalogue();
        return label().map(name -> {
            Path path = environment.resolve(name);
            return new SecretFile(path, SettingsFile.read(catalogue, path, name).holdsSecrets());
        });
    }

    private Optional<String> label() {
        return named.or(() -> environment.variable("DGAS_CONFIG")).or(this::usualFile);
    }

    private Optional<String> usualFile() {
        Path perUser = environment
                .variable("XDG_CONFIG_HOME")
                .map(environment::resolve)
                .orElseGet(() -> environment.home().resolve(".config"))
                .resolve("dgas/dgas.yaml");
        if (Files.exists(environment.resolve("dgas.yaml"))) {
            return Optional.of("dgas.yaml");
        }
        return Optional.of(perUser).filter(Files::exists).map(Path::toString);
    }

    private DotEnv dotEnv(Optional<String> label) {
        Path here = environment.resolve(".env");
        if (Files.exists(here) || label.isEmpty()) {
            return DotEnv.read(here);
        }
        return DotEnv.read(environment.resolve(label.get()).resolveSibling(".env"));
    }
}
