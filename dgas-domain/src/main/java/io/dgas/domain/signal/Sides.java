package io.dgas.domain.signal;

import io.dgas.domain.market.Direction;
import io.dgas.domain.timeframe.MultiTimeframeView;

/** One bar looked at in both directions. */
record Sides(Moment up, Moment down) {

    static Sides of(MultiTimeframeView view, int bar) {
        return new Sides(new Moment(view, bar, Direction.UP), new Moment(view, bar, Direction.DOWN));
    }

    Moment towards(Direction direction) {
        return direction == Direction.UP ? up : down;
    }

    int bar() {
        return up.bar();
    }
}
