package io.dgas.adapter.eodhd.constituents;

/** A page that is not wholly understood; the message says what is wrong and what was expected, without the file's name. */
public final class UnreadablePage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadablePage(String message) {
        super(message);
    }

    UnreadablePage(String message, Throwable cause) {
        super(message, cause);
    }
}
