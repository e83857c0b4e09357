package io.dgas.domain.pattern;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.state.StateSeries;

/** What patterns are made of: bars, and the levels and states of the same bars. */
record Geometry(BarSeries bars, Levels levels, StateSeries states) {

    double dot(int bar) {
        return levels.pldot().forBar(bar);
    }

    double top(int bar) {
        return levels.envelope().topForBar(bar);
    }

    double bottom(int bar) {
        return levels.envelope().bottomForBar(bar);
    }

    double meanRange(int bar) {
        return levels.meanRange().forBar(bar);
    }

    /** Both sides where the mean range is above zero, so that it can be a unit; none after three bars without range. */
    int bothIfRanged(int bar) {
        return meanRange(bar) > 0 ? Sides.BOTH : Sides.NONE;
    }

    /** The edge of the envelope on this side. */
    double edge(int bar, int sign) {
        return sign > 0 ? top(bar) : bottom(bar);
    }

    /** The extreme of a bar on this side: its high above, its low below. */
    double extreme(int bar, int sign) {
        return sign > 0 ? bars.high(bar) : bars.low(bar);
    }

    int firstBar() {
        return levels.firstBar();
    }
}
