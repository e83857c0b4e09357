package io.dgas.adapter.discord.chart;

/**
 * Which column of pixels a bar has. The coming bar is one slot right of the newest.
 *
 * @param first the oldest bar shown
 * @param newest the newest bar
 * @param slot pixels from one bar to the next
 * @param coming left edge of the coming bar's slot
 */
record BarScale(int first, int newest, double slot, int coming) {

    private static final int MOST_BARS = 60;

    /** Bars of a short history stand at the right, no wider than this many would. */
    private static final int LEAST_SLOTS = 30;

    /** The newest bars up to {@code newest}, between two columns. */
    static BarScale of(int newest, int left, int coming) {
        int shown = Math.min(MOST_BARS, newest + 1);
        double slot = (coming - left) / (double) Math.max(shown, LEAST_SLOTS);
        return new BarScale(newest + 1 - shown, newest, slot, coming);
    }

    /** Left edge of a bar's slot. */
    double left(int bar) {
        return coming + (bar - newest - 1) * slot;
    }

    /** Middle of a bar's slot. */
    int middle(int bar) {
        return (int) Math.round(left(bar) + slot / 2);
    }

    /** Half the width of a bar's body. */
    int half() {
        return (int) Math.max(2, Math.round(slot * 0.32));
    }
}
