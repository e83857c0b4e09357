package io.dgas.domain.level;

import static io.dgas.domain.level.LineKind.FIVE_NINE_DOWN;
import static io.dgas.domain.level.LineKind.FIVE_NINE_UP;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.series.DoubleSeries;
import io.dgas.domain.series.Prices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two-bar "5" lines and the "6" lines through the dot.
 *
 * <p>Indexed by the bar they are for: "5" lines from 2, "6" lines from 3, 6/6 from 4, up to the coming bar. Each bar has
 * one line from the highs, one from the lows, both 5/9, and one "6" line per extreme. h1, l1, c1 are bar t−1, h2, l2 bar
 * t−2, P is PLdot_t and Q PLdot_{t−1}. Units: price. Source: docs/method.md, section 2.
 */
public final class Lines {

    /** Bars a "5" line is made of. */
    private static final int BARS = 2;

    private final BarSeries bars;
    private final DoubleSeries dots;
    private final LevelOptions options;

    Lines(BarSeries bars, DoubleSeries dots, LevelOptions options) {
        this.bars = bars;
        this.dots = dots;
        this.options = options;
    }

    /** First bar that has a line. */
    public int firstBar() {
        return BARS;
    }

    /**
     * The lines for bar {@code t}, always in this order: from highs, from lows, 5/9 Up, 5/9 Down, "6" through the high,
     * "6" through the low, 6/6 Up, 6/6 Down, extensions, closed lines.
     *
     * @throws IndexOutOfBoundsException in the warm-up and past the coming bar
     */
    public List<Line> forBar(int t) {
        if (t < BARS || t > bars.size()) {
            throw new IndexOutOfBoundsException(
                    "there are no lines for bar " + t + ", only for " + BARS + ".." + bars.size());
        }
        List<Line> lines = new ArrayList<>(8);
        addFives(lines, t);
        addSixes(lines, t);
        if (options.extensions()) {
            addExtensions(lines, t);
        }
        if (options.closedLines()) {
            ClosedLines.add(lines, bars, t);
        }
        return List.copyOf(lines);
    }

    /** The line of this kind for bar {@code t}; empty when that bar has none. */
    public Optional<Line> forBar(int t, LineKind kind) {
        return forBar(t).stream().filter(line -> line.kind() == kind).findFirst();
    }

    /** Which line the last two highs give: 5/2 Down, 5/3 Down or 5/1 Up. */
    public LineKind kindFromHighs(int t) {
        return LineRules.fromHighs(bars.high(t - 1), bars.high(t - 2), bars.close(t - 1));
    }

    /** 2·h1 − h2, whichever line it is. */
    public double fromHighs(int t) {
        return 2 * bars.high(t - 1) - bars.high(t - 2);
    }

    /** Which line the last two lows give: 5/2 Up, 5/3 Up or 5/1 Down. */
    public LineKind kindFromLows(int t) {
        return LineRules.fromLows(bars.low(t - 1), bars.low(t - 2), bars.close(t - 1));
    }

    /** 2·l1 − l2, whichever line it is. */
    public double fromLows(int t) {
        return 2 * bars.low(t - 1) - bars.low(t - 2);
    }

    /** 5/9 Up: 2·l1 − h2. */
    public double fiveNineUp(int t) {
        return 2 * bars.low(t - 1) - bars.high(t - 2);
    }

    /** 5/9 Down: 2·h1 − l2. */
    public double fiveNineDown(int t) {
        return 2 * bars.high(t - 1) - bars.low(t - 2);
    }

    /**
     * Which line leads from the last high through the dot: 6/7 Down, 6/5 Down or 6/1 Up.
     *
     * @throws IndexOutOfBoundsException where there is no dot
     */
    public LineKind kindThroughHigh(int t) {
        return LineRules.throughHigh(dots.get(t), bars.high(t - 1), bars.close(t - 1));
    }

    /** 2·P − h1, whichever line it is. */
    public double throughHigh(int t) {
        return 2 * dots.get(t) - bars.high(t - 1);
    }

    /** Which line leads from the last low through the dot: 6/7 Up, 6/5 Up or 6/1 Down. */
    public LineKind kindThroughLow(int t) {
        return LineRules.throughLow(dots.get(t), bars.low(t - 1), bars.close(t - 1));
    }

    /** 2·P − l1, whichever line it is. */
    public double throughLow(int t) {
        return 2 * dots.get(t) - bars.low(t - 1);
    }

    /**
     * Whether a 6/1 stands against a trend of this sign: a 6/1 Down, below which an up-trend would close, or a 6/1 Up. A
     * projection beyond the close has passed the other rows of its table, whose lines lie on the near side of it.
     */
    public boolean isSixOneAgainst(int sign, int t) {
        return Prices.compare(sign > 0 ? throughLow(t) : throughHigh(t), bars.close(t - 1)) == sign;
    }

    /** Whether the 6/6 lines exist: the dot before lies within the last bar. Grade B; false where switched off. */
    public boolean hasSixSix(int t) {
        return options.sixSix()
                && dots.isDefined(t - 1)
                && LineRules.hasSixSix(dots.get(t - 1), bars.low(t - 1), bars.high(t - 1));
    }

    /** 6/6 Up: 3·l1 − 2·Q, where {@link #hasSixSix}. */
    public double sixSixUp(int t) {
        return 3 * bars.low(t - 1) - 2 * dots.get(t - 1);
    }

    /** 6/6 Down: 3·h1 − 2·Q, where {@link #hasSixSix}. */
    public double sixSixDown(int t) {
        return 3 * bars.high(t - 1) - 2 * dots.get(t - 1);
    }

    /** How deep the 5/2 of this side lies for bar {@code t}; empty without that 5/2, without 100 bars, or switched off. */
    public Optional<Depth> depthForBar(int t, Role role) {
        LineKind kind = role == Role.SUPPORT ? kindFromLows(t) : kindFromHighs(t);
        if (!options.depths() || !kind.isFar() || t < FiveTwoDepth.BARS) {
            return Optional.empty();
        }
        double beyond = role == Role.SUPPORT ? bars.low(t - 2) - bars.low(t - 1) : bars.high(t - 1) - bars.high(t - 2);
        return Optional.of(FiveTwoDepth.of(bars, t, beyond));
    }

    /** The far lines of one role for bar {@code t}: the 5/2, where there is one, and the 5/9. */
    List<Line> farForBar(int t, Role role) {
        List<Line> far = new ArrayList<>(2);
        boolean support = role == Role.SUPPORT;
        LineKind kind = support ? kindFromLows(t) : kindFromHighs(t);
        if (kind.isFar()) {
            far.add(line(kind, support ? fromLows(t) : fromHighs(t), t));
        }
        far.add(support ? line(FIVE_NINE_UP, fiveNineUp(t), t) : line(FIVE_NINE_DOWN, fiveNineDown(t), t));
        return far;
    }

    private void addFives(List<Line> lines, int t) {
        lines.add(line(kindFromHighs(t), fromHighs(t), t));
        lines.add(line(kindFromLows(t), fromLows(t), t));
        lines.add(line(FIVE_NINE_UP, fiveNineUp(t), t));
        lines.add(line(FIVE_NINE_DOWN, fiveNineDown(t), t));
    }

    private void addSixes(List<Line> lines, int t) {
        if (!dots.isDefined(t)) {
            return;
        }
        lines.add(line(kindThroughHigh(t), throughHigh(t), t));
        lines.add(line(kindThroughLow(t), throughLow(t), t));
        if (hasSixSix(t)) {
            lines.add(line(LineKind.SIX_SIX_UP, sixSixUp(t), t));
            lines.add(line(LineKind.SIX_SIX_DOWN, sixSixDown(t), t));
        }
    }

    private void addExtensions(List<Line> lines, int t) {
        addExtension(lines, kindFromHighs(t), 2 * fromHighs(t) - bars.high(t - 1), t);
        addExtension(lines, kindFromLows(t), 2 * fromLows(t) - bars.low(t - 1), t);
        addExtension(lines, FIVE_NINE_UP, 2 * fiveNineUp(t) - bars.low(t - 1), t);
        addExtension(lines, FIVE_NINE_DOWN, 2 * fiveNineDown(t) - bars.high(t - 1), t);
    }

    private void addExtension(List<Line> lines, LineKind kind, double value, int t) {
        lines.add(line(kind.extension(), value, t));
    }

    private Line line(LineKind kind, double value, int t) {
        return line(kind, value, bars.close(t - 1));
    }

    static Line line(LineKind kind, double value, double lastClose) {
        return new Line(
                kind, value, Prices.compare(value, lastClose) == kind.role().sign());
    }
}
