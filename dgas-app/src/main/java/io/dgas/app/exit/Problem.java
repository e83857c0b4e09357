package io.dgas.app.exit;

import org.jspecify.annotations.Nullable;

/** Ends a command with one message for its user: what is wrong, named, and what would be right. Never holds a secret. */
public abstract sealed class Problem extends RuntimeException
        permits UsageProblem, ConfigurationProblem, OutsideUnreachable, WorkFailed {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    Problem(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public final ExitCode exitCode() {
        return exitCode;
    }

    /** The message, which a problem always has. */
    public final String text() {
        return String.valueOf(getMessage());
    }
}
