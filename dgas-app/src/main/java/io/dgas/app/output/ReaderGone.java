package io.dgas.app.output;

/** Whoever read our output, such as {@code head}, has had enough: the command ends quietly. */
public final class ReaderGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReaderGone(Throwable cause) {
        super("the reader of the output is gone", cause);
    }
}
