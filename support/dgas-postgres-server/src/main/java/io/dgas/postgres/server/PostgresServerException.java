package io.dgas.postgres.server;

import org.jspecify.annotations.Nullable;

/** The private PostgreSQL cannot be had. The message says why and what would help, and never contains a password. */
public final class PostgresServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PostgresServerException(String message) {
        this(message, null);
    }

    PostgresServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
