package io.dgas.app.exit;

/** What the exit status of {@code dgas} says. */
public enum ExitCode {
    /** Yes, or done. */
    DONE(0),
    /** No, unhealthy, or failed. */
    NO(1),
    /** The command line is wrong. */
    USAGE(2),
    /** A setting is wrong or missing. */
    CONFIGURATION(3),
    /** Something outside, such as a server, cannot be reached. */
    UNREACHABLE(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** {@link #DONE} for yes, {@link #NO} for no. */
    public static ExitCode of(boolean yes) {
        return yes ? DONE : NO;
    }
}
