package io.dgas.app.logging;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is logged, how and where to.
 *
 * @param file rolled by size; empty: standard error
 */
public record LogChoice(Detail detail, LogFormat format, Optional<Path> file) {

    /** What a command does that is not told otherwise. */
    public static final LogChoice USUAL = new LogChoice(Detail.PROBLEMS, LogFormat.TEXT, Optional.empty());

    /** How much is logged. */
    public enum Detail {
        /** Warnings and worse. */
        PROBLEMS,
        /** Also what the parts of DGAS do, as is wanted of what runs for long. */
        WORK,
        /** Also what the libraries do. */
        EVERYTHING
    }
}
