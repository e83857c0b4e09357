package io.dgas.domain.risk;

import io.dgas.domain.signal.Moment;
import io.dgas.domain.signal.Protection;
import io.dgas.domain.signal.ProtectionRule;
import java.util.Optional;

/**
 * Stop and target at multiples of the average true range from the close. Empty in a market without range, and where a
 * price would not be above zero.
 *
 * @param stop average true ranges to the stop, above zero
 * @param target average true ranges to the target, above zero
 */
public record AtrMultiples(double stop, double target) implements ProtectionRule {

    /** 1.5 to the stop, 2.5 to the target. */
    public static final AtrMultiples STANDARD = new AtrMultiples(1.5, 2.5);

    public AtrMultiples {
        if (!(stop > 0 && stop < Double.POSITIVE_INFINITY && target > 0 && target < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("ATR multiples must be numbers above 0, got " + stop
                    + " for the stop and " + target + " for the target");
        }
    }

    @Override
    public Optional<Protection> protect(Moment moment) {
        double range = moment.trading().averageTrueRange().after(moment.bar());
        double close = moment.close();
        int sign = moment.direction().sign();
        return OnTick.protection(
                moment,
                close - sign * stop * range,
                close + sign * target * range,
                stop + " and " + target + " average true ranges of " + fourDecimals(range));
    }

    private static double fourDecimals(double dollars) {
        return Math.round(dollars * 10_000) / 10_000.0;
    }
}
