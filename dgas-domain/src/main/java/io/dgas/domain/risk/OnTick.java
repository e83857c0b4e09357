package io.dgas.domain.risk;

import io.dgas.domain.market.Direction;
import io.dgas.domain.market.TickSize;
import io.dgas.domain.signal.Moment;
import io.dgas.domain.signal.Protection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Prices that an order can carry: rounding never flatters, the stop goes away from the entry, the target towards it. */
final class OnTick {

    private OnTick() {}

    static Optional<Protection> protection(Moment moment, double stop, double target, String basis) {
        TickSize tick = TickSize.ofUsStock(moment.close());
        Direction position = moment.direction();
        RoundingMode down = position == Direction.UP ? RoundingMode.FLOOR : RoundingMode.CEILING;
        BigDecimal entry = tick.round(moment.close(), RoundingMode.HALF_EVEN);
        BigDecimal stopped = tick.round(stop, down);
        BigDecimal reached = tick.round(target, down);
        boolean ordered = position == Direction.UP
                ? inOrder(stopped, entry, reached)
                : inOrder(reached, entry, stopped) && reached.signum() > 0;
        return ordered && stopped.signum() > 0
                ? Optional.of(new Protection(position, entry, stopped, reached, basis))
                : Optional.empty();
    }

    private static boolean inOrder(BigDecimal low, BigDecimal middle, BigDecimal high) {
        return low.compareTo(middle) < 0 && middle.compareTo(high) < 0;
    }
}
