package io.dgas.adapter.postgres;

/** The database cannot be used at all: not reached, not let in, too old or too new. Never shows a password. */
public final class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(String message) {
        super(message);
    }
}
