package io.dgas.domain.state;

import static io.dgas.domain.state.StateKind.CONGESTION_ACTION;
import static io.dgas.domain.state.StateKind.CONGESTION_ENTRANCE;
import static io.dgas.domain.state.StateKind.CONGESTION_EXIT;
import static io.dgas.domain.state.StateKind.CONTINUED_ENTRANCE;
import static io.dgas.domain.state.StateKind.TREND;
import static io.dgas.domain.state.StateKind.TREND_REVERSAL;
import static io.dgas.domain.state.StateKind.UNDEFINED;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.series.Prices;

/**
 * The rules of METHOD 3, one closed bar at a time. The only implementation: {@link StateSeries} runs it over columns.
 *
 * <p>Signs are +1 up, −1 down, 0 none; they become {@code Direction} where a state is read. What belongs to a congestion
 * is meaningful in and just after one.
 */
final class StateMachine {

    /** Closes in a row on one side that make a trend run. */
    static final int CONFIRMING_CLOSES = 3;

    /** Bars of a congestion that make its original confines. */
    private static final int ORIGINAL_BARS = 3;

    StateKind kind = UNDEFINED;
    int direction;
    int side;
    int run;
    private double runLow;
    private double runHigh;

    int congestionBars;
    boolean action;
    double dottedLine;
    double blockLevel;
    double low;
    double high;
    double originalLow;
    double originalHigh;

    int breakout;
    int breakoutBars;
    private double breakoutLow;
    private double breakoutHigh;
    boolean failedExit;
    boolean outside;

    /** Takes the close of {@code bar}; {@code dot} is the one for that bar. */
    void close(BarSeries bars, int bar, double dot) {
        int closeSide = Prices.compare(bars.close(bar), dot);
        int now = closeSide == 0 ? side : closeSide;
        boolean flip = now != side;
        int length = now == 0 ? 0 : flip ? 1 : run + 1;
        kind = next(kind, direction, now, length);
        side = now;
        run = length;
        apply(bars, bar, flip);
        extendRun(bars, bar, flip);
    }

    /** Which state follows, by the rules top to bottom. */
    static StateKind next(StateKind from, int direction, int side, int run) {
        boolean confirmed = run >= CONFIRMING_CLOSES;
        boolean same = side == direction;
        return switch (from) {
            case UNDEFINED -> confirmed ? TREND : UNDEFINED;
            case TREND, CONGESTION_EXIT, TREND_REVERSAL -> same ? TREND : CONGESTION_ENTRANCE;
            case CONGESTION_ENTRANCE, CONTINUED_ENTRANCE ->
                confirmed ? resolution(same) : same ? CONGESTION_ACTION : CONTINUED_ENTRANCE;
            case CONGESTION_ACTION -> confirmed ? resolution(same) : CONGESTION_ACTION;
        };
    }

    private static StateKind resolution(boolean same) {
        return same ? CONGESTION_EXIT : TREND_REVERSAL;
    }

    private void apply(BarSeries bars, int bar, boolean flip) {
        switch (kind) {
            case UNDEFINED -> {}
            case TREND -> direction = side;
            case CONGESTION_ENTRANCE -> enter(bars.low(bar), bars.high(bar));
            case CONTINUED_ENTRANCE, CONGESTION_ACTION -> stay(bars, bar, flip);
            case CONGESTION_EXIT, TREND_REVERSAL -> {
                outside = Confines.sideOf(bars.close(bar), low, high) != 0;
                direction = side;
            }
        }
    }

    /** Rule 3; the run's extremes still are those of the trend run. */
    private void enter(double barLow, double barHigh) {
        congestionBars = 1;
        action = false;
        breakout = 0;
        breakoutBars = 0;
        failedExit = false;
        dottedLine = direction > 0 ? Math.max(runHigh, barHigh) : Math.min(runLow, barLow);
        blockLevel = direction > 0 ? barLow : barHigh;
        low = originalLow = Math.min(dottedLine, blockLevel);
        high = originalHigh = Math.max(dottedLine, blockLevel);
    }

    /** Rules 6 to 9. */
    private void stay(BarSeries bars, int bar, boolean flip) {
        congestionBars++;
        action |= side == direction;
        if (flip) {
            blockLevel = side > 0 ? bars.high(bar) : bars.low(bar);
        }
        confine(bars.low(bar), bars.high(bar), Confines.sideOf(bars.close(bar), low, high));
    }

    /** Effect (a); {@code beyond} is the side of the confines that the bar closed on. */
    private void confine(double barLow, double barHigh, int beyond) {
        failedExit = breakout != 0 && beyond != breakout;
        if (failedExit) {
            expand(Math.min(barLow, breakoutLow), Math.max(barHigh, breakoutHigh));
            breakout = 0;
            breakoutBars = 0;
        }
        if (beyond != 0) {
            breakOut(barLow, barHigh, beyond);
        } else {
            expand(barLow, barHigh);
            if (congestionBars <= ORIGINAL_BARS) {
                originalLow = Math.min(originalLow, barLow);
                originalHigh = Math.max(originalHigh, barHigh);
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

    private void extendRun(BarSeries bars, int bar, boolean flip) {
        runLow = flip ? bars.low(bar) : Math.min(runLow, bars.low(bar));
        runHigh = flip ? bars.high(bar) : Math.max(runHigh, bars.high(bar));
    }
}
