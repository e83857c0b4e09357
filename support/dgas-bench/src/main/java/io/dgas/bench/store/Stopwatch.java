package io.dgas.bench.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long the same work took, time after time. */
final class Stopwatch {

    private static final double NANOS = 1e9;

    private final String work;
    private final long rows;
    private final List<Double> seconds = new ArrayList<>();

    Stopwatch(String work, long rows) {
        this.work = work;
        this.rows = rows;
    }

    /** Work on a database. */
    interface Work {
        void run() throws SQLException, IOException;
    }

    void time(Work timed) throws SQLException, IOException {
        long start = System.nanoTime();
        timed.run();
        seconds.add((System.nanoTime() - start) / NANOS);
    }

    double best() {
        return seconds.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    private double median() {
        return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElse(Double.NaN);
    }

    /** Rows in a second at best, and the best and the middle time. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-46s %,12.0f rows/s   best %.3f s, median %.3f s of %d",
                work,
                rows / best(),
                best(),
                median(),
                seconds.size());
    }
}
