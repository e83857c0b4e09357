package io.dgas.domain.risk;

import io.dgas.domain.signal.Protection;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many shares an entry may buy or sell: as many as lose no more than a fraction of the equity at the stop, within
 * caps.
 *
 * @param equity dollars, above zero
 * @param riskFraction share of the equity that may be lost at the stop, in (0, 1]
 * @param maxEquityFraction share of the equity that the position may cost, above zero; above 1 means margin
 * @param maxShares cap on the number of shares, from 1 up
 */
public record PositionSizer(BigDecimal equity, double riskFraction, double maxEquityFraction, long maxShares) {

    public PositionSizer {
        require(equity.signum() > 0, "equity", equity, "above 0");
        require(riskFraction > 0 && riskFraction <= 1, "risk fraction", riskFraction, "above 0 and at most 1");
        require(
                maxEquityFraction > 0 && Double.isFinite(maxEquityFraction),
                "equity fraction",
                maxEquityFraction,
                "a number above 0");
        require(maxShares >= 1, "cap on shares", maxShares, "at least 1");
    }

    private static void require(boolean holds, String what, Object value, String right) {
        if (!holds) {
            throw new IllegalArgumentException(what + " must be " + right + ", got " + value);
        }
    }

    /** What sets the size in the end. */
    public enum Limit {
        RISK,
        EQUITY,
        SHARES
    }

    /**
     * A size.
     *
     * @param shares whole shares; 0 when even one share is too much
     * @param cost at the entry price, dollars
     * @param loss at the stop, dollars, without slippage
     */
    public record Size(long shares, BigDecimal cost, BigDecimal loss, Limit limitedBy) {}

    /** The size for an entry; the tightest of the limits sets it. */
    public Size size(Protection protection) {
        long byRisk = shares(riskFraction, protection.risk());
        long byEquity = shares(maxEquityFraction, protection.entry());
        long shares = Math.min(byRisk, Math.min(byEquity, maxShares));
        BigDecimal count = BigDecimal.valueOf(shares);
        return new Size(
                shares,
                count.multiply(protection.entry()),
                count.multiply(protection.risk()),
                limit(shares, byRisk, byEquity));
    }

    private long shares(double fraction, BigDecimal perShare) {
        return equity.multiply(BigDecimal.valueOf(fraction))
                .divide(perShare, 0, RoundingMode.FLOOR)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue();
    }

    private static Limit limit(long shares, long byRisk, long byEquity) {
        if (shares == byRisk) {
            return Limit.RISK;
        }
        return shares == byEquity ? Limit.EQUITY : Limit.SHARES;
    }
}
