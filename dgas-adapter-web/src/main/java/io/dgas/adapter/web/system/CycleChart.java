package io.dgas.adapter.web.system;

import io.dgas.application.port.in.cycle.CycleFigures;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The times of cycles as bars side by side, the phases of each upon each other; a picture of {@code WIDTH} by {@code HEIGHT}
 * units of its own.
 *
 * @param bars oldest first
 * @param highest that the picture has room for, a round figure
 * @param promised where the promise lies in the picture; negative when it is beyond it
 */
public record CycleChart(List<Bar> bars, Duration highest, double promised) {

    public static final int WIDTH = 960;
    public static final int HEIGHT = 160;

    /** As the phases follow each other in a cycle. */
    public static final List<String> PHASES = List.of(CycleFigures.WAIT, "gather", "decide", "record");

    private static final int MOST = 96;
    private static final double GAP = 2;

    public CycleChart {
        bars = List.copyOf(bars);
    }

    /**
     * One cycle.
     *
     * @param x its left side
     */
    public record Bar(RecordedRun run, double x, double width, List<Piece> pieces) {

        public Bar {
            pieces = List.copyOf(pieces);
        }
    }

    /** A phase of one cycle, from its upper side down. */
    public record Piece(String phase, double y, double height) {}

    /**
     * Of the newest of these cycles.
     *
     * @param cycles newest first
     * @param promised of a cycle, its wait for bars aside
     */
    public static CycleChart of(List<RecordedRun> cycles, Duration promised) {
        List<RecordedRun> shown = new ArrayList<>(cycles.subList(0, Math.min(MOST, cycles.size())));
        Collections.reverse(shown);
        Duration highest = round(shown.stream()
                .map(RecordedRun::executionTime)
                .max(Duration::compareTo)
                .orElse(Duration.ofMillis(1)));
        double step = (double) WIDTH / Math.max(24, shown.size());
        List<Bar> bars = new ArrayList<>();
        for (RecordedRun run : shown) {
            bars.add(new Bar(run, bars.size() * step, step - GAP, pieces(run, highest)));
        }
        return new CycleChart(bars, highest, HEIGHT - height(promised, highest));
    }

    private static List<Piece> pieces(RecordedRun run, Duration highest) {
        List<Piece> pieces = new ArrayList<>();
        double y = HEIGHT;
        for (String phase : PHASES) {
            double height = height(run.phases().getOrDefault(phase, Duration.ZERO), highest);
            if (height > 0) {
                y -= height;
                pieces.add(new Piece(phase, y, height));
            }
        }
        return pieces;
    }

    private static double height(Duration time, Duration highest) {
        return (double) HEIGHT * time.toNanos() / highest.toNanos();
    }

    /** The least of 1, 2 and 5 times a power of ten milliseconds that is not shorter. */
    private static Duration round(Duration time) {
        long millis = Math.max(1, time.toMillis());
        long power = 1;
        while (power * 10 < millis) {
            power *= 10;
        }
        for (int times : new int[] {1, 2, 5}) {
            if (power * times >= millis) {
                return Duration.ofMillis(power * times);
            }
        }
        return Duration.ofMillis(power * 10);
    }

    public boolean isPromiseInSight() {
        return promised >= 0;
    }
}
