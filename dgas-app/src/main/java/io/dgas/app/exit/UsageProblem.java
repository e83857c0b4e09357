package io.dgas.app.exit;

/** The command line asks for something that does not exist or does not fit together. */
public final class UsageProblem extends Problem {

    private static final long serialVersionUID = 1L;

    public UsageProblem(String message) {
        super(ExitCode.USAGE, message, null);
    }

    public UsageProblem(String message, Throwable cause) {
        super(ExitCode.USAGE, message, cause);
    }
}
