package io.dgas.app.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The table of what was seen, written anew with each row, so that those before a failure are there. */
final class MatrixTable {

    static final Path FILE = Path.of("target", "fault-matrix.txt");

    private static final String HEAD = """
            | fault | seconds until named | what was said | healed |
            |---|---|---|---|
            """;

    private final Map<Fault, String> rows = new EnumMap<>(Fault.class);

    /**
     * What was said of a fault.
     *
     * @param seconds after it, on the clock on the wall
     */
    record Named(String said, double seconds) {}

    void add(Fault fault, Named named, String healed) {
        write(fault, String.format(Locale.ROOT, "%.1f | %s | %s", named.seconds(), named.said(), healed));
    }

    /** One that cannot be made here, or not now. */
    void skip(Fault fault, String why) {
        write(fault, "| not played: " + why + " |");
    }

    private void write(Fault fault, String cells) {
        rows.put(fault, "| " + fault.title() + " | " + cells + " |\n");
        try {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.writeString(FILE, HEAD + String.join("", rows.values()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
