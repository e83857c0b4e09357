package io.dgas.app.settings;

import io.dgas.app.environment.Environment;
import io.dgas.app.exit.ConfigurationProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A working directory with a settings file, and the variables around it. */
final class SettingsFolder {

    static final String FILE = "s.yaml";

    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();

    SettingsFolder(Path folder) {
        this.folder = folder;
        variables.put("HOME", folder.resolve("home").toString());
    }

    SettingsFolder with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    SettingsFolder write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** Loads with no file named. */
    LoadedSettings load() {
        return new SettingsSource(environment(), Optional.empty()).load();
    }

    LoadedSettings load(String yaml) {
        write(FILE, yaml);
        return new SettingsSource(environment(), Optional.of(FILE)).load();
    }

    /** What is found wrong with this file; fails when nothing is. */
    List<String> problems(String yaml) {
        try {
            load(yaml);
        } catch (ConfigurationProblem e) {
            return e.findings();
        }
        throw new AssertionError("nothing was found wrong with:\n" + yaml);
    }

    private Environment environment() {
        return new Environment(variables, folder);
    }

    /** YAML that sets one key. */
    static String yaml(String key, String value) {
        StringBuilder text = new StringBuilder();
        String[] names = key.split("\\.", -1);
        for (int i = 0; i < names.length; i++) {
            text.append("  ".repeat(i)).append(names[i]).append(i + 1 < names.length ? ":\n" : ": " + value + "\n");
        }
        return text.toString();
    }
}
