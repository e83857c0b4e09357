package io.dgas.app.environment;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds the process.
 *
 * @param variables environment variables
 * @param workingDirectory absolute; relative paths of the user begin here
 */
public record Environment(Map<String, String> variables, Path workingDirectory) {

    public Environment {
        variables = Map.copyOf(variables);
        workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }

    public static Environment ofProcess() {
        return new Environment(System.getenv(), Path.of(""));
    }

    /** The value of a variable; one that is set to nothing counts as not set. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** A path as the user wrote it, made absolute. */
    public Path resolve(String path) {
        return workingDirectory.resolve(path).normalize();
    }

    /** The folder of the user, from {@code HOME}: Java's own idea of it ignores that variable. */
    public Path home() {
        return resolve(variable("HOME").orElseGet(() -> System.getProperty("user.home")));
    }
}
