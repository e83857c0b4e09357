package io.dgas.domain.state;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.level.LineKind;
import io.dgas.domain.level.PLdot;
import io.dgas.domain.market.Direction;
import io.dgas.domain.series.Prices;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state after each bar's close, index for index with the bars.
 *
 * <p>Bars before the first dot, and the first two closes on one side after it, are {@link StateKind#UNDEFINED}. Source:
 * METHOD 3; the state and its congestion levels are grade A to B as the method says, the phase of a trend grade B.
 * Immutable.
 */
public final class StateSeries {

    private final BarSeries bars;
    private final Levels levels;
    private final StateColumns columns;

    private StateSeries(BarSeries bars, Levels levels, StateColumns columns) {
        this.bars = bars;
        this.levels = levels;
        this.columns = columns;
    }

    /** The states of these bars; {@code levels} are made of the same bars. */
    public static StateSeries of(BarSeries bars, Levels levels) {
        StateColumns columns = new StateColumns(bars.size());
        StateMachine machine = new StateMachine();
        PLdot dots = levels.pldot();
        for (int bar = dots.firstBar(); bar < bars.size(); bar++) {
            machine.close(bars, bar, dots.forBar(bar));
            columns.put(bar, machine);
        }
        return new StateSeries(bars, levels, columns);
    }

    public int size() {
        return bars.size();
    }

    public StateKind kindAt(int bar) {
        return columns.kind(bar);
    }

    /** Direction of the trend; in congestion, of the trend before; null while undefined. */
    public @Nullable Direction directionAt(int bar) {
        return directionOf(columns.direction(bar));
    }

    /** The side of the dot that the current run of closes is on; null before the first close off the dot. */
    public @Nullable Direction sideAt(int bar) {
        return directionOf(columns.side(bar));
    }

    /** Number of closes in a row on one side of the dot, with this one; 0 before the first. */
    public int runAt(int bar) {
        return columns.runs[bar];
    }

    /** Whether a trend run in this direction is on after the bar's close. */
    public boolean isTrending(int bar, Direction direction) {
        return columns.kind(bar).isTrending() && columns.direction(bar) == direction.sign();
    }

    /** Sign of the trend run that is on after the bar's close, 0 when none is: for rules that count. */
    public int trendSignAt(int bar) {
        return columns.kind(bar).isTrending() ? columns.direction(bar) : 0;
    }

    /** Sign of {@link #sideAt}, 0 before the first close off the dot. */
    public int closeSignAt(int bar) {
        return columns.side(bar);
    }

    /** How the trend after this bar stands against the coming dot; empty outside {@link StateKind#TREND}. Grade B. */
    public Optional<TrendPhase> phaseAt(int bar) {
        return columns.kind(bar) == StateKind.TREND ? Optional.of(phase(bar)) : Optional.empty();
    }

    /** The whole state after this bar. */
    public MarketState at(int bar) {
        StateKind kind = columns.kind(Objects.checkIndex(bar, bars.size()));
        return new MarketState(
                kind,
                Optional.ofNullable(directionAt(bar)),
                Optional.ofNullable(sideAt(bar)),
                columns.runs[bar],
                phaseAt(bar),
                kind.isCongestion() ? Optional.of(congestion(bar)) : Optional.empty(),
                kind.isResolution() ? Optional.of(resolution(bar)) : Optional.empty());
    }

    /**
     * The close that would change the state on the bar after {@code bar}, and into what.
     *
     * @throws IndexOutOfBoundsException where the bar after has no dot
     */
    public StateOutlook outlookAfter(int bar) {
        double threshold = levels.pldot().formedBy(bar);
        return new StateOutlook(threshold, next(bar, +1), next(bar, columns.side(bar)), next(bar, -1));
    }

    private StateOutlook.Next next(int bar, int side) {
        int run = side == 0 ? 0 : side == columns.side(bar) ? columns.runs[bar] + 1 : 1;
        int direction = columns.direction(bar);
        StateKind next = StateMachine.next(columns.kind(bar), direction, side, run);
        return new StateOutlook.Next(next, Optional.ofNullable(directionOf(next.isTrending() ? side : direction)));
    }

    private TrendPhase phase(int bar) {
        int direction = columns.direction(bar);
        double close = bars.close(bar);
        double dot = levels.pldot().formedBy(bar);
        double channel = 2 * dot - levels.pldot().forBar(bar);
        boolean shortOfChannel = Prices.compare(close, channel) == -direction;
        if (shortOfChannel && Prices.compare(close, dot) == -direction) {
            return TrendPhase.ABORTING;
        }
        return shortOfChannel || pointsAgainst(direction, bar + 1) ? TrendPhase.SLOWING : TrendPhase.INTACT;
    }

    /** Whether there is a 6/1 against this direction for bar {@code t}. */
    private boolean pointsAgainst(int direction, int t) {
        return direction > 0
                ? levels.lines().kindThroughLow(t) == LineKind.SIX_ONE_DOWN
                : levels.lines().kindThroughHigh(t) == LineKind.SIX_ONE_UP;
    }

    private Congestion congestion(int bar) {
        return new Congestion(
                Direction.ofSign(columns.direction(bar)),
                columns.congestionBars[bar],
                columns.action(bar),
                columns.dottedLines[bar],
                columns.blockLevels[bar],
                new Confines(columns.originalLows[bar], columns.originalHighs[bar]),
                confines(bar),
                provisionalExit(bar),
                columns.failedExit(bar));
    }

    private Optional<ProvisionalExit> provisionalExit(int bar) {
        int side = columns.breakout(bar);
        return side == 0
                ? Optional.empty()
                : Optional.of(new ProvisionalExit(Direction.ofSign(side), columns.breakoutBars(bar)));
    }

    private Resolution resolution(int bar) {
        return new Resolution(
                columns.kind(bar) == StateKind.CONGESTION_EXIT,
                columns.action(bar),
                columns.outside(bar),
                columns.congestionBars[bar],
                confines(bar));
    }

    private Confines confines(int bar) {
        return new Confines(columns.lows[bar], columns.highs[bar]);
    }

    private static @Nullable Direction directionOf(int sign) {
        return sign == 0 ? null : Direction.ofSign(sign);
    }
}
