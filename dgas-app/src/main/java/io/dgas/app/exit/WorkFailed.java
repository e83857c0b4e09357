package io.dgas.app.exit;

/** The command was right, but its work could not be done: a bad file, a full disk, a refused change. */
public final class WorkFailed extends Problem {

    private static final long serialVersionUID = 1L;

    public WorkFailed(String message) {
        super(ExitCode.NO, message, null);
    }

    public WorkFailed(String message, Throwable cause) {
        super(ExitCode.NO, message, cause);
    }
}
