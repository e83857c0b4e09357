package io.dgas.app.settings;

import io.dgas.app.environment.Environment;
import java.util.Optional;

/** Variables of the environment, then of the {@code .env} file; one that is set to nothing counts as not set. */
record Variables(Environment environment, DotEnv file) {

    /** @param origin where it is set, for people */
    record Variable(String value, String origin) {}

    Optional<Variable> find(String name) {
        return environment
                .variable(name)
                .map(value -> new Variable(value, "environment " + name))
                .or(() -> inFile(name));
    }

    private Optional<Variable> inFile(String name) {
        return Optional.ofNullable(file.variables().get(name))
                .filter(value -> !value.isEmpty())
                .map(value -> new Variable(value, file.file() + " " + name));
    }
}
