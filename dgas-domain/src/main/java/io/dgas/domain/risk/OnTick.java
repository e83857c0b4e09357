package io.dgas.domain.risk;

import io.dgas.domain.market.Direction;
import io.dgas.domain.market.TickSize;
import io.dgas.domain.signal.Moment;
import io.dgas.domain.signal.Protection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Prices that an order can carry, each on the tick of its own height. Rounding never flatters: the entry is dearer, the
 * stop farther away and the target nearer than computed.
 */
final class OnTick {

    private OnTick() {}

    /** Empty when the prices on the tick are not in order, or one of them is not above zero. */
    static Optional<Protection> protection(Moment moment, double stop, double target, String basis) {
        boolean up = moment.direction() == Direction.UP;
        RoundingMode against = up ? RoundingMode.FLOOR : RoundingMode.CEILING;
        BigDecimal entry = rounded(moment.close(), up ? RoundingMode.CEILING : RoundingMode.FLOOR);
        BigDecimal stopped = rounded(stop, against);
        BigDecimal reached = rounded(target, against);
        boolean ordered = up ? ascend(stopped, entry, reached) : ascend(reached, entry, stopped);
        return ordered
                ? Optional.of(new Protection(moment.direction(), entry, stopped, reached, basis))
                : Optional.empty();
    }

    private static BigDecimal rounded(double price, RoundingMode mode) {
        return TickSize.ofUsStock(price).round(price, mode);
    }

    private static boolean ascend(BigDecimal low, BigDecimal middle, BigDecimal high) {
        return low.signum() > 0 && low.compareTo(middle) < 0 && middle.compareTo(high) < 0;
    }
}
