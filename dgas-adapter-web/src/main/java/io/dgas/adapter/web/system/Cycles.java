package io.dgas.adapter.web.system;

import io.dgas.application.port.in.cycle.CycleFigures;
import io.dgas.application.port.in.cycle.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The cycles of the last day beside what was promised of them.
 *
 * @param longest that a cycle was promised to take, its wait for bars aside
 */
public record Cycles(CycleFigures figures, List<Promise> promises, Duration longest) {

    public Cycles {
        promises = List.copyOf(promises);
    }

    public CycleChart chart() {
        return CycleChart.of(figures.cycles(), longest);
    }

    /** As a figure with its unit; a dash when there was nothing to measure. */
    public static String measured(Promise promise) {
        OptionalDouble measured = promise.measured();
        return measured.isEmpty() ? "–" : figure(measured.getAsDouble(), promise.unit());
    }

    /** With the side on which the figure must be. */
    public static String promised(Promise promise) {
        String side = promise.bound() == Promise.Bound.AT_MOST ? "at most " : "at least ";
        return side + figure(promise.promised(), promise.unit());
    }

    private static String figure(double value, String unit) {
        return unit.equals("ms")
                ? String.format(Locale.ROOT, "%,.0f ms", value)
                : String.format(Locale.ROOT, "%.1f %s", value, unit);
    }

    public static String millis(Duration time) {
        return String.format(Locale.ROOT, "%,d", time.toMillis());
    }
}
