package io.dgas.app.environment;

import java.nio.file.Path;

/** Where an installation keeps its data. */
public final class DataDirectory {

    private DataDirectory() {}

    /** {@code DGAS_DATA_DIR}, else {@code dgas} below {@code XDG_DATA_HOME}, else {@code ~/.local/share/dgas}. */
    public static Path of(Environment environment) {
        return environment
                .variable("DGAS_DATA_DIR")
                .map(environment::resolve)
                .orElseGet(() -> dataHome(environment).resolve("dgas"));
    }

    private static Path dataHome(Environment environment) {
        return environment
                .variable("XDG_DATA_HOME")
                .map(environment::resolve)
                .orElseGet(() -> environment.home().resolve(".local/share"));
    }
}
