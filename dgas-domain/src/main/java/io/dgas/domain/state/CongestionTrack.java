package io.dgas.domain.state;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Direction;
import java.util.Optional;

/**
 * Dotted line, block level and confines of a congestion, followed bar by bar from its entrance: the effects of rules 3 and
 * 6 to 9 of docs/method.md, section 3. One track follows one congestion after the other.
 */
final class CongestionTrack {

    /** Bars of a congestion that make its original confines. */
    private static final int ORIGINAL_BARS = 3;

    private final BarSeries bars;
    private final int[] codes;
    private int direction;
    private double dottedLine;
    private int count;
    private boolean action;
    private double blockLevel;
    private double low;
    private double high;
    private double originalLow;
    private double originalHigh;
    private int breakout;
    private int breakoutBars;
    private double breakoutLow;
    private double breakoutHigh;
    private boolean failedExit;

    CongestionTrack(BarSeries bars, int[] codes) {
        this.bars = bars;
        this.codes = codes;
    }

    /** The congestion that {@code bar} is in, as it stands after it. */
    static CongestionTrack after(BarSeries bars, int[] codes, int bar) {
        int entrance = bar;
        while (!StateCode.isEntrance(codes[entrance])) {
            entrance--;
        }
        CongestionTrack track = new CongestionTrack(bars, codes);
        for (int next = entrance; next <= bar; next++) {
            track.follow(next);
        }
        return track;
    }

    /** One more bar in congestion: its entrance, or the one after the bar followed last. */
    void follow(int bar) {
        if (StateCode.isEntrance(codes[bar])) {
            enter(bar);
        } else {
            stay(bar);
        }
    }

    /** Rule 3, for the bar that entered congestion. */
    private void enter(int bar) {
        direction = StateCode.direction(codes[bar]);
        int runStart = bar - StateCode.run(codes[bar - 1]);
        dottedLine = direction > 0 ? highest(runStart, bar) : lowest(runStart, bar);
        blockLevel = direction > 0 ? bars.low(bar) : bars.high(bar);
        low = originalLow = Math.min(dottedLine, blockLevel);
        high = originalHigh = Math.max(dottedLine, blockLevel);
        count = 1;
        action = false;
        breakout = 0;
        breakoutBars = 0;
        failedExit = false;
    }

    private double highest(int from, int to) {
        double highest = bars.high(from);
        for (int bar = from + 1; bar <= to; bar++) {
            highest = Math.max(highest, bars.high(bar));
        }
        return highest;
    }

    private double lowest(int from, int to) {
        double lowest = bars.low(from);
        for (int bar = from + 1; bar <= to; bar++) {
            lowest = Math.min(lowest, bars.low(bar));
        }
        return lowest;
    }

    /** Rules 6 to 9. */
    private void stay(int bar) {
        int side = StateCode.side(codes[bar]);
        count++;
        action |= side == direction;
        if (StateCode.run(codes[bar]) == 1) {
            blockLevel = side > 0 ? bars.high(bar) : bars.low(bar);
        }
        confine(bar, sideOfConfines(bars.close(bar)));
    }

    /** Effect (a); {@code beyond} is the side of the confines that the bar closed on. */
    private void confine(int bar, int beyond) {
        failedExit = breakout != 0 && beyond != breakout;
        if (failedExit) {
            expand(Math.min(bars.low(bar), breakoutLow), Math.max(bars.high(bar), breakoutHigh));
            breakout = 0;
            breakoutBars = 0;
        }
        if (beyond != 0) {
            breakOut(bars.low(bar), bars.high(bar), beyond);
        } else {
            expand(bars.low(bar), bars.high(bar));
            if (count <= ORIGINAL_BARS) {
                originalLow = Math.min(originalLow, bars.low(bar));
                originalHigh = Math.max(originalHigh, bars.high(bar));
            }
        }
    }

    private void breakOut(double barLow, double barHigh, int beyond) {
        breakoutLow = breakoutBars == 0 ? barLow : Math.min(breakoutLow, barLow);
        breakoutHigh = breakoutBars == 0 ? barHigh : Math.max(breakoutHigh, barHigh);
        breakout = beyond;
        breakoutBars++;
    }

    private void expand(double toLow, double toHigh) {
        low = Math.min(low, toLow);
        high = Math.max(high, toHigh);
    }

    private int sideOfConfines(double close) {
        return Confines.sideOf(close, low, high);
    }

    double dottedLine() {
        return dottedLine;
    }

    double blockLevel() {
        return blockLevel;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    Congestion congestion() {
        return new Congestion(
                Direction.ofSign(direction),
                count,
                action,
                dottedLine,
                blockLevel,
                new Confines(originalLow, originalHigh),
                new Confines(low, high),
                breakout == 0
                        ? Optional.empty()
                        : Optional.of(new ProvisionalExit(Direction.ofSign(breakout), breakoutBars)),
                failedExit);
    }

    /** Rules 4 and 5: how {@code bar}, the one after, resolves it. */
    Resolution resolvedBy(int bar) {
        boolean resumed = StateCode.side(codes[bar]) == direction;
        boolean outside = sideOfConfines(bars.close(bar)) != 0;
        return new Resolution(resumed, action, outside, count, new Confines(low, high));
    }
}
