package io.dgas.testkit.bars;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the recorded market data lie: not part of the project, so a test that wants them is skipped without. */
public final class RecordedBars {

    /** Names another folder than the one beside the project. */
    public static final String VARIABLE = "DGAS_RECORDED_BARS";

    private RecordedBars() {}

    /** The folder that {@link #VARIABLE} names, or else {@code ../shared/data} beside the project's root; empty without. */
    public static Optional<Path> folder() {
        String named = System.getenv(VARIABLE);
        return Optional.ofNullable(named == null || named.isBlank() ? besideTheProject() : Path.of(named))
                .filter(Files::isDirectory);
    }

    private static @Nullable Path besideTheProject() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder == null ? null : folder.resolve("../shared/data").normalize();
    }
}
