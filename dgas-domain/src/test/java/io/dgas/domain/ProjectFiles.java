package io.dgas.domain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Files of the project that are not on a class path. */
public final class ProjectFiles {

    private ProjectFiles() {}

    public static Path docs() {
        return root().resolve("docs");
    }

    public static Path root() {
        Path place = Path.of("").toAbsolutePath();
        while (place != null && !Files.isDirectory(place.resolve(".mvn"))) {
            place = place.getParent();
        }
        return Objects.requireNonNull(place, "the project's root");
    }
}
