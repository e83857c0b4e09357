package io.dgas.domain;

import io.dgas.testkit.bars.RecordedBars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The recorded CSV files as rows. Skips the test where they are not at hand. */
public final class RecordedCsv {

    private RecordedCsv() {}

    public record Row(long openTime, double open, double high, double low, double close, double volume) {

        static Row parse(String line) {
            String[] cells = line.split(",", -1);
            return new Row(
                    Instant.parse(cells[1]).getEpochSecond(),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]),
                    Double.parseDouble(cells[5]),
                    Double.parseDouble(cells[6]));
        }
    }

    /** The rows of a file such as {@code hourly/AAPL.csv}. */
    public static List<Row> rows(String file) {
        return lines(file).stream().skip(1).map(Row::parse).toList();
    }

    public static List<String> lines(String file) {
        try {
            return Files.readAllLines(folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The CSV files below a folder such as {@code daily}, as names that {@link #rows} takes. */
    public static List<String> files(String folder) {
        try (Stream<Path> files = Files.list(folder().resolve(folder))) {
            return files.map(file -> folder + "/" + file.getFileName())
                    .filter(name -> name.endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        Optional<Path> folder = RecordedBars.folder();
        Assumptions.assumeTrue(
                folder.isPresent(), "no recorded bars at hand: set " + RecordedBars.VARIABLE + " to their folder");
        return folder.get();
    }
}
