package io.dgas.testkit;

import io.dgas.domain.bar.BarSeries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes bars as CSV in the layout that the import reads, each number with as many digits as it takes to read it back. */
public final class BarFiles {

    /** The names of the columns. */
    public static final String HEADER = "symbol,timestamp,open,high,low,close,volume";

    private BarFiles() {}

    /** Writes a file with the bars of one series. */
    public static void write(Path file, BarSeries series) {
        try {
            Files.writeString(file, text(series));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot write " + file, broken);
        }
    }

    /** The content of such a file. */
    public static String text(BarSeries series) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int bar = 0; bar < series.size(); bar++) {
            text.append(row(series, bar)).append('\n');
        }
        return text.toString();
    }

    /** The line of one bar, without its end. */
    public static String row(BarSeries series, int bar) {
        return String.join(
                ",",
                series.key().instrument().symbol(),
                series.openTime(bar).toString(),
                text(series.open(bar)),
                text(series.high(bar)),
                text(series.low(bar)),
                text(series.close(bar)),
                text(series.volume(bar)));
    }

    private static String text(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
