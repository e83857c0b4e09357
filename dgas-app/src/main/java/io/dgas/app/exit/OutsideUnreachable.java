package io.dgas.app.exit;

/** A server or service outside the program did not answer. */
public final class OutsideUnreachable extends Problem {

    private static final long serialVersionUID = 1L;

    public OutsideUnreachable(String message) {
        super(ExitCode.UNREACHABLE, message, null);
    }

    public OutsideUnreachable(String message, Throwable cause) {
        super(ExitCode.UNREACHABLE, message, cause);
    }
}
