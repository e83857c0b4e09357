package io.dgas.testkit.bars;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One file of recorded bars as columns: a header, then {@code symbol,timestamp,open,high,low,close,volume} with the bar's
 * opening time in ISO-8601. Recorded bars are never part of the project; {@link #folder} says where they are at hand.
 */
public final class RecordedBars {

    /** The environment variable that names another folder than the one beside the project. */
    public static final String VARIABLE = "DGAS_RECORDED_BARS";

    private static final int FIELDS = 7;

    private final String symbol;
    private final long[] openSeconds;
    /** open, high, low, close, volume */
    private final double[][] columns;

    private RecordedBars(String symbol, int size) {
        this.symbol = symbol;
        this.openSeconds = new long[size];
        this.columns = new double[FIELDS - 2][size];
    }

    /**
     * The folder of recorded bars: the one that the environment variable {@code DGAS_RECORDED_BARS} names, else
     * {@code shared/data} beside the project's root; empty where there is none.
     */
    public static Optional<Path> folder() {
        String named = System.getenv(VARIABLE);
        Optional<Path> folder = named == null || named.isBlank() ? besideProject() : Optional.of(Path.of(named));
        return folder.filter(Files::isDirectory);
    }

    private static Optional<Path> besideProject() {
        Path place = Path.of("").toAbsolutePath();
        while (place != null && !Files.isDirectory(place.resolve(".mvn"))) {
            place = place.getParent();
        }
        return Optional.ofNullable(place)
                .map(root -> root.resolveSibling("shared").resolve("data"));
    }

    /** The CSV files of one set, such as {@code daily} or {@code hourly}, by name; none where there are no recorded bars. */
    public static List<Path> files(String set) throws IOException {
        Optional<Path> folder = folder().map(data -> data.resolve(set)).filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException naming file and line, when a row has not seven fields
     */
    public static RecordedBars read(Path file) throws IOException {
        List<String> rows = Files.readAllLines(file);
        if (rows.size() < 2) {
            throw new IllegalArgumentException(file + " has no bars");
        }
        RecordedBars bars =
                new RecordedBars(rows.get(1).substring(0, rows.get(1).indexOf(',')), rows.size() - 1);
        for (int row = 1; row < rows.size(); row++) {
            String[] fields = rows.get(row).split(",", -1);
            if (fields.length != FIELDS) {
                throw new IllegalArgumentException(
                        file + ":" + (row + 1) + " has " + fields.length + " fields, not " + FIELDS);
            }
            bars.put(row - 1, fields);
        }
        return bars;
    }

    private void put(int bar, String[] fields) {
        openSeconds[bar] = Instant.parse(fields[1]).getEpochSecond();
        for (int column = 0; column < columns.length; column++) {
            columns[column][bar] = Double.parseDouble(fields[column + 2]);
        }
    }

    public String symbol() {
        return symbol;
    }

    public int size() {
        return openSeconds.length;
    }

    /** When the bar opened, epoch seconds. */
    public long openSecond(int bar) {
        return openSeconds[bar];
    }

    public double open(int bar) {
        return columns[0][bar];
    }

    public double high(int bar) {
        return columns[1][bar];
    }

    public double low(int bar) {
        return columns[2][bar];
    }

    public double close(int bar) {
        return columns[3][bar];
    }

    public double volume(int bar) {
        return columns[4][bar];
    }
}
