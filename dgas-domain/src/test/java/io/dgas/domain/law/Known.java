package io.dgas.domain.law;

import io.dgas.domain.bar.BarSeries;
import org.jspecify.annotations.Nullable;

/** A computation over bars that says, for each bar, what it knows when that bar has closed. */
@FunctionalInterface
public interface Known {

    At of(BarSeries bars);

    /** What is known at the close of one bar, as a value with {@code equals}; null in the warm-up. */
    @FunctionalInterface
    interface At {
        @Nullable
        Object close(int bar);
    }
}
