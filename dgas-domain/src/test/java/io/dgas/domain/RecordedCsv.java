package io.dgas.domain;

import io.dgas.testkit.bars.RecordedBars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The recorded CSV files as rows. Skips the test where they are not at hand. */
public final class RecordedCsv {

    private RecordedCsv() {}

    public record Row(long openTime, double open, double high, double low, double close, double volume) {

        private static Row of(RecordedBars bars, int bar) {
            return new Row(
                    bars.openSecond(bar),
                    bars.open(bar),
                    bars.high(bar),
                    bars.low(bar),
                    bars.close(bar),
                    bars.volume(bar));
        }
    }

    /** The rows of a file such as {@code hourly/AAPL.csv}. */
    public static List<Row> rows(String file) {
        try {
            RecordedBars bars = RecordedBars.read(folder().resolve(file));
            return IntStream.range(0, bars.size())
                    .mapToObj(bar -> Row.of(bars, bar))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
