package io.dgas.app.csv;

/** A file that cannot be read as what it should be; the message says why, without the file's name. */
final class CsvFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    CsvFileException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
