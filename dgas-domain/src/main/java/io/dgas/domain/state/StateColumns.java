package io.dgas.domain.state;

/** What a {@link StateMachine} was in after each bar, as columns. The small facts of a bar share one int. */
final class StateColumns {

    private static final int DIRECTION = 3;
    private static final int SIDE = 5;
    private static final int BREAKOUT = 7;
    private static final int ACTION = 9;
    private static final int FAILED_EXIT = 10;
    private static final int OUTSIDE = 11;
    private static final int BREAKOUT_BARS = 12;

    private final int[] facts;
    final int[] runs;
    final int[] congestionBars;
    final double[] dottedLines;
    final double[] blockLevels;
    final double[] lows;
    final double[] highs;
    final double[] originalLows;
    final double[] originalHighs;

    StateColumns(int size) {
        facts = new int[size];
        runs = new int[size];
        congestionBars = new int[size];
        dottedLines = new double[size];
        blockLevels = new double[size];
        lows = new double[size];
        highs = new double[size];
        originalLows = new double[size];
        originalHighs = new double[size];
    }

    void put(int bar, StateMachine machine) {
        StateKind kind = machine.kind;
        int fact = kind.code | (machine.direction & 3) << DIRECTION | (machine.side & 3) << SIDE;
        runs[bar] = machine.run;
        if (kind.isCongestion() || kind.isResolution()) {
            fact |= congestionFacts(machine);
            putCongestion(bar, machine);
        }
        facts[bar] = fact;
    }

    private static int congestionFacts(StateMachine machine) {
        return (machine.breakout & 3) << BREAKOUT
                | (machine.action ? 1 << ACTION : 0)
                | (machine.failedExit ? 1 << FAILED_EXIT : 0)
                | (machine.outside ? 1 << OUTSIDE : 0)
                | machine.breakoutBars << BREAKOUT_BARS;
    }

    private void putCongestion(int bar, StateMachine machine) {
        congestionBars[bar] = machine.congestionBars;
        dottedLines[bar] = machine.dottedLine;
        blockLevels[bar] = machine.blockLevel;
        lows[bar] = machine.low;
        highs[bar] = machine.high;
        originalLows[bar] = machine.originalLow;
        originalHighs[bar] = machine.originalHigh;
    }

    StateKind kind(int bar) {
        return StateKind.ofCode(facts[bar] & 7);
    }

    int direction(int bar) {
        return sign(bar, DIRECTION);
    }

    int side(int bar) {
        return sign(bar, SIDE);
    }

    int breakout(int bar) {
        return sign(bar, BREAKOUT);
    }

    int breakoutBars(int bar) {
        return facts[bar] >>> BREAKOUT_BARS;
    }

    boolean action(int bar) {
        return flag(bar, ACTION);
    }

    boolean failedExit(int bar) {
        return flag(bar, FAILED_EXIT);
    }

    boolean outside(int bar) {
        return flag(bar, OUTSIDE);
    }

    private boolean flag(int bar, int place) {
        return (facts[bar] >> place & 1) != 0;
    }

    /** Two bits as a sign: 01 is +1, 11 is −1. */
    private int sign(int bar, int place) {
        return facts[bar] << (30 - place) >> 30;
    }
}
