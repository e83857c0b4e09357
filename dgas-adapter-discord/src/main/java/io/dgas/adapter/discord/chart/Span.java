package io.dgas.adapter.discord.chart;

/** From a lowest to a highest number: prices, rows or columns. */
record Span(double low, double high) {

    static Span of(double value) {
        return new Span(value, value);
    }

    double length() {
        return high - low;
    }

    double middle() {
        return (low + high) / 2;
    }

    boolean contains(double value) {
        return low <= value && value <= high;
    }

    boolean contains(Span other) {
        return contains(other.low) && contains(other.high);
    }

    boolean meets(Span other) {
        return low < other.high && other.low < high;
    }

    Span with(double value) {
        return new Span(Math.min(low, value), Math.max(high, value));
    }

    /** With the value if it lies in {@code reach}, else unchanged. */
    Span with(double value, Span reach) {
        return reach.contains(value) ? with(value) : this;
    }

    /** Wider by {@code margin} on either side. */
    Span widened(double margin) {
        return new Span(low - margin, high + margin);
    }

    /** The longer of the two parts that {@code other} leaves, or all of it where they do not meet. */
    Span without(Span other) {
        if (!meets(other)) {
            return this;
        }
        Span below = new Span(low, Math.max(low, other.low));
        Span above = new Span(Math.min(high, other.high), high);
        return below.length() >= above.length() ? below : above;
    }
}
