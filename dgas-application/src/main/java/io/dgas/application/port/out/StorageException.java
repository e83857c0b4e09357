package io.dgas.application.port.out;

/** The store could not answer. Says what was asked; never stands for "there is none". */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageException(String asked, Throwable cause) {
        super(asked + ": " + cause.getMessage(), cause);
    }
}
