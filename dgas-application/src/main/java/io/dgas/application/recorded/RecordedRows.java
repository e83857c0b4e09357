package io.dgas.application.recorded;

import io.dgas.domain.market.Instrument;
import java.util.Arrays;
import java.util.Objects;

/**
 * Rows of one instrument as one file has them, in the file's order and not yet checked: line, time and the five numbers
 * open, high, low, close, volume. Filled by the reader of the file.
 */
public final class RecordedRows {

    /** Numbers in a row. */
    public static final int WIDTH = 5;

    private final String file;
    private final Instrument instrument;
    private long[] lines = new long[256];
    private long[] times = new long[256];
    private double[] values = new double[256 * WIDTH];
    private int size;

    public RecordedRows(String file, Instrument instrument) {
        this.file = file;
        this.instrument = instrument;
    }

    public String file() {
        return file;
    }

    public Instrument instrument() {
        return instrument;
    }

    public int size() {
        return size;
    }

    /**
     * Adds a row.
     *
     * @param time the bar's open in epoch seconds
     * @param ohlcv {@link #WIDTH} numbers, copied
     */
    public void add(long line, long time, double[] ohlcv) {
        if (size == lines.length) {
            grow();
        }
        lines[size] = line;
        times[size] = time;
        System.arraycopy(ohlcv, 0, values, size * WIDTH, WIDTH);
        size++;
    }

    private void grow() {
        lines = Arrays.copyOf(lines, 2 * size);
        times = Arrays.copyOf(times, 2 * size);
        values = Arrays.copyOf(values, 2 * size * WIDTH);
    }

    public long line(int row) {
        return lines[checked(row)];
    }

    /** The bar's open in epoch seconds. */
    public long time(int row) {
        return times[checked(row)];
    }

    /** The numbers of the row, copied: open, high, low, close, volume. */
    public double[] ohlcv(int row) {
        return Arrays.copyOfRange(values, checked(row) * WIDTH, row * WIDTH + WIDTH);
    }

    double open(int row) {
        return value(row, 0);
    }

    double high(int row) {
        return value(row, 1);
    }

    double low(int row) {
        return value(row, 2);
    }

    double close(int row) {
        return value(row, 3);
    }

    double volume(int row) {
        return value(row, 4);
    }

    private double value(int row, int column) {
        return values[checked(row) * WIDTH + column];
    }

    private int checked(int row) {
        return Objects.checkIndex(row, size);
    }
}
