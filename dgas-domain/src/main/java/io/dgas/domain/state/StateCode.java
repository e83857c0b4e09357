package io.dgas.domain.state;

import static io.dgas.domain.state.StateKind.CONGESTION_ACTION;
import static io.dgas.domain.state.StateKind.CONGESTION_ENTRANCE;
import static io.dgas.domain.state.StateKind.CONGESTION_EXIT;
import static io.dgas.domain.state.StateKind.CONTINUED_ENTRANCE;
import static io.dgas.domain.state.StateKind.TREND;
import static io.dgas.domain.state.StateKind.TREND_REVERSAL;
import static io.dgas.domain.state.StateKind.UNDEFINED;

/**
 * The state after a close as one int, and the step from one to the next: kind, direction of the trend (in congestion, of
 * the trend before), side of the current run and its length, side of the close itself. Directions and sides are signs, 0
 * for none yet; a close on the dot has none.
 *
 * <p>The rules are the only implementation of the table in docs/method.md, section 3: series, outlook and congestion are
 * all made of it. A step looks them up, since each waits for the one before: what it depends on is the key, which knows
 * of a run only how near it is to confirming.
 */
final class StateCode {

    /** Before the first close: undefined, without side or run. */
    static final int START = 0;

    /** Closes in a row on one side that make a trend run. */
    private static final int CONFIRMING_CLOSES = 3;

    private static final int DIRECTION = 3;
    private static final int SIDE = 5;
    private static final int NEAR_RUN = 7;
    private static final int CLOSE = 9;
    private static final int RUN = 11;

    private static final int KEYS = 1 << CLOSE;

    /** {@link #nextKey} of every key and side of a close. */
    private static final short[] NEXT_KEY = tabulated();

    private StateCode() {}

    /** The state after one more close; {@code closeSide} is the sign of the close against its bar's dot. */
    static int next(int code, int closeSide) {
        int key = NEXT_KEY[(code & (KEYS - 1)) << 2 | (closeSide & 3)];
        int near = key >> NEAR_RUN;
        int run = near <= 1 ? near : run(code) + 1;
        return key | (closeSide & 3) << CLOSE | run << RUN;
    }

    private static int nextKey(int key, int closeSide) {
        int side = closeSide == 0 ? side(key) : closeSide;
        int longer = Math.min((key >> NEAR_RUN) + 1, CONFIRMING_CLOSES);
        int near = side == 0 ? 0 : side == side(key) ? longer : 1;
        StateKind kind = nextKind(kind(key), side == direction(key), near == CONFIRMING_CLOSES);
        int direction = kind.isTrending() ? side : direction(key);
        return kind.code | (direction & 3) << DIRECTION | (side & 3) << SIDE | near << NEAR_RUN;
    }

    /** The rules top to bottom, as far as they say which state comes next; rule numbers as in the method. */
    private static StateKind nextKind(StateKind from, boolean sameSide, boolean confirmed) {
        return switch (from) {
            case UNDEFINED -> confirmed ? TREND : UNDEFINED; // 1, 0
            case TREND, CONGESTION_EXIT, TREND_REVERSAL -> sameSide ? TREND : CONGESTION_ENTRANCE; // 2, 3
            case CONGESTION_ENTRANCE, CONTINUED_ENTRANCE, CONGESTION_ACTION -> {
                if (confirmed) {
                    yield sameSide ? CONGESTION_EXIT : TREND_REVERSAL; // 4, 5
                }
                yield sameSide || from == CONGESTION_ACTION ? CONGESTION_ACTION : CONTINUED_ENTRANCE; // 7 to 9, 6
            }
        };
    }

    private static short[] tabulated() {
        short[] table = new short[KEYS << 2];
        for (int place = 0; place < table.length; place++) {
            boolean isState = (place >> 2 & 7) < StateKind.values().length;
            table[place] = isState ? (short) nextKey(place >> 2, sign(place, 0)) : 0;
        }
        return table;
    }

    static StateKind kind(int code) {
        return StateKind.ofCode(code & 7);
    }

    /** Direction of a trend run, 0 when none is on. */
    static int trendSign(int code) {
        return direction(code) * StateKind.trending(code & 7);
    }

    static boolean isCongestion(int code) {
        return StateKind.isCongestion(code & 7);
    }

    static boolean isEntrance(int code) {
        return (code & 7) == CONGESTION_ENTRANCE.code;
    }

    static int direction(int code) {
        return sign(code, DIRECTION);
    }

    static int side(int code) {
        return sign(code, SIDE);
    }

    static int closeSide(int code) {
        return sign(code, CLOSE);
    }

    static int run(int code) {
        return code >>> RUN;
    }

    /** Two bits as a sign: 01 is +1, 11 is −1. */
    private static int sign(int code, int place) {
        return code << (30 - place) >> 30;
    }
}
