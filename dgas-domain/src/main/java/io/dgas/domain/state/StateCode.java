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
 * the trend before), side of the current run and its length. Directions and sides are signs, 0 for none yet.
 *
 * <p>The step is the only implementation of the table in docs/method.md, section 3: series, outlook and congestion are
 * all made of it.
 */
final class StateCode {

    /** Before the first close: undefined, without side or run. */
    static final int START = 0;

    /** Closes in a row on one side that make a trend run. */
    private static final int CONFIRMING_CLOSES = 3;

    private static final int DIRECTION = 3;
    private static final int SIDE = 5;
    private static final int RUN = 7;

    /** {@link #nextKind} for every kind, same side or not, confirmed or not. */
    private static final byte[] NEXT_KIND = tabulated();

    private StateCode() {}

    /** The state after one more close; {@code closeSide} is the sign of the close against its bar's dot. */
    static int next(int code, int closeSide) {
        int side = closeSide == 0 ? side(code) : closeSide;
        int run = side == 0 ? 0 : side == side(code) ? run(code) + 1 : 1;
        int same = side == direction(code) ? 2 : 0;
        int confirmed = run >= CONFIRMING_CLOSES ? 1 : 0;
        int kind = NEXT_KIND[(code & 7) << 2 | same | confirmed];
        int direction = StateKind.isTrending(kind) ? side : direction(code);
        return kind | (direction & 3) << DIRECTION | (side & 3) << SIDE | run << RUN;
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

    private static byte[] tabulated() {
        byte[] table = new byte[StateKind.values().length << 2];
        for (int place = 0; place < table.length; place++) {
            StateKind from = StateKind.ofCode(place >> 2);
            table[place] = (byte) nextKind(from, (place & 2) != 0, (place & 1) != 0).code;
        }
        return table;
    }

    static StateKind kind(int code) {
        return StateKind.ofCode(code & 7);
    }

    static boolean isTrending(int code) {
        return StateKind.isTrending(code & 7);
    }

    static int direction(int code) {
        return sign(code, DIRECTION);
    }

    static int side(int code) {
        return sign(code, SIDE);
    }

    static int run(int code) {
        return code >>> RUN;
    }

    /** Two bits as a sign: 01 is +1, 11 is −1. */
    private static int sign(int code, int place) {
        return code << (30 - place) >> 30;
    }
}
