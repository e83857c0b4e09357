package io.dgas.domain.state;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.level.PLdot;
import io.dgas.domain.market.Direction;
import io.dgas.domain.series.Prices;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state after each bar's close, index for index with the bars.
 *
 * <p>Bars before the first dot, and the first two closes on one side after it, are {@link StateKind#UNDEFINED}. Source:
 * docs/method.md, section 3; the state and its congestion levels are grade A to B as said there, the phase of a trend
 * grade B. Immutable.
 */
public final class StateSeries {

    /** By two bits: whether the trend slows, and whether it aborts. */
    private static final List<Optional<TrendPhase>> PHASES = List.of(
            Optional.of(TrendPhase.INTACT),
            Optional.of(TrendPhase.SLOWING),
            Optional.of(TrendPhase.ABORTING),
            Optional.of(TrendPhase.ABORTING));

    private final BarSeries bars;
    private final Levels levels;
    private final int[] codes;

    private StateSeries(BarSeries bars, Levels levels, int[] codes) {
        this.bars = bars;
        this.levels = levels;
        this.codes = codes;
    }

    /** The states of these bars; {@code levels} are made of the same bars. */
    public static StateSeries of(BarSeries bars, Levels levels) {
        int[] codes = new int[bars.size()];
        PLdot dots = levels.pldot();
        int code = StateCode.START;
        for (int bar = dots.firstBar(); bar < codes.length; bar++) {
            code = StateCode.next(code, Prices.compare(bars.close(bar), dots.forBar(bar)));
            codes[bar] = code;
        }
        return new StateSeries(bars, levels, codes);
    }

    public int size() {
        return bars.size();
    }

    public StateKind kindAt(int bar) {
        return StateCode.kind(codes[bar]);
    }

    /** Direction of the trend; in congestion, of the trend before; null while undefined. */
    public @Nullable Direction directionAt(int bar) {
        return directionOf(StateCode.direction(codes[bar]));
    }

    /** The side of the dot that the current run of closes is on; null before the first close off the dot. */
    public @Nullable Direction sideAt(int bar) {
        return directionOf(StateCode.side(codes[bar]));
    }

    /** Number of closes in a row on one side of the dot, with this one; 0 before the first. */
    public int runAt(int bar) {
        return StateCode.run(codes[bar]);
    }

    /** Whether a trend run in this direction is on after the bar's close. */
    public boolean isTrending(int bar, Direction direction) {
        return StateCode.trendSign(codes[bar]) == direction.sign();
    }

    /** Sign of the trend run that is on after the bar's close, 0 when none is: for rules that count. */
    public int trendSignAt(int bar) {
        return StateCode.trendSign(codes[bar]);
    }

    /** Sign of {@link #sideAt}, 0 before the first close off the dot. */
    public int runSignAt(int bar) {
        return StateCode.side(codes[bar]);
    }

    /** Sign of the close against its bar's dot, 0 on the dot and before the first. */
    public int closeSignAt(int bar) {
        return StateCode.closeSide(codes[bar]);
    }

    /** How the trend after this bar stands against the coming dot; empty outside {@link StateKind#TREND}. Grade B. */
    public Optional<TrendPhase> phaseAt(int bar) {
        return StateCode.kind(codes[bar]) == StateKind.TREND ? phase(bar) : Optional.empty();
    }

    /** The state in plain words: {@code trend up, intact} or {@code congestion action after a trend up}. */
    public String wordsAt(int bar) {
        StateKind kind = kindAt(bar);
        Direction direction = directionAt(bar);
        if (direction == null) {
            return "state " + spoken(kind);
        }
        return spoken(kind)
                + (kind.isCongestion() ? " after a trend " : " ")
                + spoken(direction)
                + phaseAt(bar).map(phase -> ", " + spoken(phase)).orElse("");
    }

    private static String spoken(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The congestion that the bar is in; empty outside one. */
    public Optional<Congestion> congestionAt(int bar) {
        return StateCode.kind(codes[bar]).isCongestion()
                ? Optional.of(CongestionTrack.after(bars, codes, bar).congestion())
                : Optional.empty();
    }

    /** How the bar resolved a congestion; empty when it did not. */
    public Optional<Resolution> resolutionAt(int bar) {
        return StateCode.kind(codes[bar]).isResolution()
                ? Optional.of(CongestionTrack.after(bars, codes, bar - 1).resolvedBy(bar))
                : Optional.empty();
    }

    /** The congestion levels of all bars, for reading many of them. */
    public CongestionSeries congestions() {
        return CongestionSeries.of(bars, codes);
    }

    /** The whole state after this bar. */
    public MarketState at(int bar) {
        int code = codes[bar];
        return new MarketState(
                StateCode.kind(code),
                optional(StateCode.direction(code)),
                optional(StateCode.side(code)),
                StateCode.run(code),
                phaseAt(bar),
                congestionAt(bar),
                resolutionAt(bar));
    }

    /**
     * The close that would change the state on the bar after {@code bar}, and into what.
     *
     * @throws IndexOutOfBoundsException where the bar after has no dot
     */
    public StateOutlook outlookAfter(int bar) {
        double threshold = levels.pldot().formedBy(bar);
        return new StateOutlook(threshold, next(bar, +1), next(bar, 0), next(bar, -1));
    }

    private StateOutlook.Next next(int bar, int closeSide) {
        int next = StateCode.next(codes[bar], closeSide);
        return new StateOutlook.Next(StateCode.kind(next), optional(StateCode.direction(next)));
    }

    private Optional<TrendPhase> phase(int bar) {
        int sign = StateCode.direction(codes[bar]);
        double close = bars.close(bar);
        double dot = levels.pldot().formedBy(bar);
        double channel = 2 * dot - levels.pldot().forBar(bar);
        int shortOfChannel = sign * Prices.compare(close, channel) < 0 ? 1 : 0;
        int shortOfDot = sign * Prices.compare(close, dot) < 0 ? 1 : 0;
        int pointedAgainst = levels.lines().isSixOneAgainst(sign, bar + 1) ? 1 : 0;
        return PHASES.get((shortOfChannel | pointedAgainst) + 2 * (shortOfChannel & shortOfDot));
    }

    private static Optional<Direction> optional(int sign) {
        return Optional.ofNullable(directionOf(sign));
    }

    private static @Nullable Direction directionOf(int sign) {
        return sign == 0 ? null : Direction.ofSign(sign);
    }
}
