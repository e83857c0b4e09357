package io.dgas.bench.peer;

import io.dgas.domain.state.StateKind;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.Bar;
import org.ta4j.core.num.Num;

/** A state after one close, in ta4j's numbers. Confines and what goes with them are null before the first congestion. */
record Ta4jState(
        StateKind kind,
        int direction,
        int side,
        int run,
        Run extremes,
        @Nullable Congestion congestion) {

    private static final int CONFIRMING_CLOSES = 3;

    /** The extremes of the current run of closes on one side. */
    record Run(Num low, Num high) {

        static Run of(Bar bar) {
            return new Run(bar.getLowPrice(), bar.getHighPrice());
        }

        Run with(Bar bar) {
            return new Run(low.min(bar.getLowPrice()), high.max(bar.getHighPrice()));
        }
    }

    /** Before the first bar with a dot. */
    static Ta4jState before(Bar bar) {
        return new Ta4jState(StateKind.UNDEFINED, 0, 0, 0, Run.of(bar), null);
    }

    Ta4jState after(Bar bar, Num dot) {
        Num close = bar.getClosePrice();
        int now = close.isGreaterThan(dot) ? 1 : close.isLessThan(dot) ? -1 : side;
        boolean flip = now != side;
        int length = now == 0 ? 0 : flip ? 1 : run + 1;
        StateKind next = next(now, length);
        return new Ta4jState(
                next,
                next.isTrending() ? now : direction,
                now,
                length,
                flip ? Run.of(bar) : extremes.with(bar),
                congestion(next, now, flip, bar));
    }

    private StateKind next(int now, int length) {
        boolean confirmed = length >= CONFIRMING_CLOSES;
        boolean same = now == direction;
        if (kind == StateKind.UNDEFINED) {
            return confirmed ? StateKind.TREND : kind;
        }
        if (kind.isTrending()) {
            return same ? StateKind.TREND : StateKind.CONGESTION_ENTRANCE;
        }
        if (confirmed) {
            return same ? StateKind.CONGESTION_EXIT : StateKind.TREND_REVERSAL;
        }
        return same || kind == StateKind.CONGESTION_ACTION ? StateKind.CONGESTION_ACTION : StateKind.CONTINUED_ENTRANCE;
    }

    private @Nullable Congestion congestion(StateKind next, int now, boolean flip, Bar bar) {
        if (next == StateKind.CONGESTION_ENTRANCE) {
            return Congestion.entered(direction, extremes.with(bar), bar);
        }
        return congestion == null || !next.isCongestion() ? congestion : congestion.after(bar, flip ? now : 0);
    }

    /** A congestion: dotted line, block level, confines, and the side and extremes of a pending breakout. */
    record Congestion(
            Num dottedLine,
            Num blockLevel,
            Num low,
            Num high,
            int breakout,
            @Nullable Run beyond) {

        static Congestion entered(int direction, Run run, Bar bar) {
            Num dotted = direction > 0 ? run.high() : run.low();
            Num block = direction > 0 ? bar.getLowPrice() : bar.getHighPrice();
            return new Congestion(dotted, block, dotted.min(block), dotted.max(block), 0, null);
        }

        /** {@code flippedTo} is the new side, 0 when the side stayed. */
        Congestion after(Bar bar, int flippedTo) {
            Num block = flippedTo == 0 ? blockLevel : flippedTo > 0 ? bar.getHighPrice() : bar.getLowPrice();
            Num close = bar.getClosePrice();
            int now = close.isGreaterThan(high) ? 1 : close.isLessThan(low) ? -1 : 0;
            Run failed = beyond != null && now != breakout ? beyond.with(bar) : null;
            Num lowest = failed == null ? low : low.min(failed.low());
            Num highest = failed == null ? high : high.max(failed.high());
            if (now == 0) {
                return new Congestion(
                        dottedLine, block, lowest.min(bar.getLowPrice()), highest.max(bar.getHighPrice()), 0, null);
            }
            Run pending = beyond == null || failed != null ? Run.of(bar) : beyond.with(bar);
            return new Congestion(dottedLine, block, lowest, highest, now, pending);
        }
    }
}
