package io.dgas.domain.pattern;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.level.LineKind;
import io.dgas.domain.market.Direction;
import io.dgas.domain.series.Prices;
import io.dgas.domain.state.StateKind;
import io.dgas.domain.state.StateSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * The definitions of docs/method.md, section 4, once more, one bar and one side at a time and looking back as far as
 * needed.
 */
final class PlainPatterns {

    private final BarSeries bars;
    private final Levels levels;
    private final StateSeries states;
    private final PatternParameters parameters;

    PlainPatterns(BarSeries bars, Levels levels, StateSeries states, PatternParameters parameters) {
        this.bars = bars;
        this.levels = levels;
        this.states = states;
        this.parameters = parameters;
    }

    List<String> at(int t) {
        List<String> found = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            int s = direction.sign();
            addIf(found, push(t, s), PatternKind.PLDOT_PUSH, direction);
            addIf(found, refresh(t, s), PatternKind.PLDOT_REFRESH, direction);
            addIf(found, wave(t, s), PatternKind.C_WAVE, direction);
            addIf(found, exhaust(t, s), PatternKind.EXHAUST, direction);
            addIf(found, confirmed(t, s), PatternKind.EXHAUST_CONFIRMED, direction);
            addIf(found, oscillates(t, s), PatternKind.CONGESTION_OSCILLATION, direction);
            addIf(found, moves(t, s, Ratio.ACCELERATING), PatternKind.DOT_ACCELERATING, direction);
            addIf(found, moves(t, s, Ratio.STEADY), PatternKind.DOT_STEADY, direction);
            addIf(found, moves(t, s, Ratio.DECELERATING), PatternKind.DOT_DECELERATING, direction);
            addIf(found, exhausting(t, s), PatternKind.DOT_EXHAUSTING, direction);
        }
        return found;
    }

    private static void addIf(List<String> found, boolean holds, PatternKind kind, Direction direction) {
        if (holds) {
            found.add(kind + " " + direction);
        }
    }

    private boolean push(int t, int s) {
        return t >= 5
                && range(t) > 0
                && beyond(dot(t), dot(t - 1), s)
                && beyond(dot(t - 1), dot(t - 2), s)
                && beyond(bars.close(t), dot(t), s)
                && !beyond(dot(t) - s * parameters.push().tolerance() * range(t), near(t, s), s);
    }

    private boolean refresh(int t, int s) {
        double excursion = parameters.refresh().minimumExcursion();
        return t >= 4
                && range(t) > 0
                && states.trendSignAt(t) == s
                && !beyond(near(t, s), dot(t), s)
                && beyond(bars.close(t), dot(t), s)
                && beyond(near(t - 1, s), dot(t - 1) + s * excursion * range(t - 1), s);
    }

    private boolean wave(int t, int s) {
        if (states.kindAt(t) != StateKind.TREND || states.trendSignAt(t) != s) {
            return false;
        }
        return waveCloses(t, Direction.ofSign(s)) >= parameters.cWave().minimumCloses();
    }

    /** Closes in a row, up to this one, beyond an edge that moved on. */
    int waveCloses(int t, Direction direction) {
        int s = direction.sign();
        int bar = t;
        while (bar >= 4 && beyond(bars.close(bar), edge(bar, s), s) && beyond(edge(bar, s), edge(bar - 1, s), s)) {
            bar--;
        }
        return t - bar;
    }

    private boolean exhaust(int t, int s) {
        return t >= 3
                && range(t) > 0
                && !beyond(bars.close(t), edge(t, s), s)
                && (beyond(far(t, s), z5(t, s), s) || beyond(far(t, s), z6(t, s), s) || beyondFiveNine(t, s));
    }

    private boolean beyondFiveNine(int t, int s) {
        LineKind kind = s > 0 ? LineKind.FIVE_NINE_DOWN : LineKind.FIVE_NINE_UP;
        double line = levels.lines().forBar(t, kind).orElseThrow().value();
        return !beyond(edge(t, s), line, s) && beyond(far(t, s), line, s);
    }

    /** Confirmed is the latest exhaust before this bar, unless a bar between has confirmed it. */
    private boolean confirmed(int t, int s) {
        if (t < 4 || !tradesAtDot(t)) {
            return false;
        }
        for (int bar = t - 1; bar >= Math.max(3, t - parameters.exhaust().confirmationBars()); bar--) {
            if (exhaust(bar, s)) {
                return true;
            }
            if (tradesAtDot(bar)) {
                return false;
            }
        }
        return false;
    }

    private boolean tradesAtDot(int t) {
        return Prices.compare(bars.low(t), dot(t)) <= 0 && Prices.compare(bars.high(t), dot(t)) >= 0;
    }

    private boolean oscillates(int t, int s) {
        List<Integer> turns = turns(t);
        return touches(t) >= parameters.oscillation().minimumTouches()
                && touches(t) > turns(t - 1).size()
                && turns.getLast() == s;
    }

    /** Touches of the edges in turn since congestion action began, up to this bar. */
    int touches(int t) {
        return turns(t).size();
    }

    private List<Integer> turns(int t) {
        int start = t;
        while (start >= 0 && states.kindAt(start) == StateKind.CONGESTION_ACTION) {
            start--;
        }
        List<Integer> turns = new ArrayList<>();
        for (int bar = start + 1; bar <= t; bar++) {
            int last = turns.isEmpty() ? 0 : turns.getLast();
            int touched = touched(bar, last);
            if (touched != 0 && touched != last) {
                turns.add(touched);
            }
        }
        return turns;
    }

    private int touched(int t, int last) {
        boolean top = !beyond(edge(t, 1), far(t, 1), 1);
        boolean bottom = !beyond(edge(t, -1), far(t, -1), -1);
        if (top && bottom) {
            return last == 0 ? states.runSignAt(t) : -last;
        }
        return top ? 1 : bottom ? -1 : 0;
    }

    private enum Ratio {
        ACCELERATING,
        STEADY,
        DECELERATING
    }

    private boolean moves(int t, int s, Ratio wanted) {
        if (t < 5) {
            return false;
        }
        double move = dot(t) - dot(t - 1);
        double before = dot(t - 1) - dot(t - 2);
        double tie = dot(t) * 1e-14;
        if (Math.abs(before) <= tie) {
            return false;
        }
        double side = Math.abs(move) <= tie ? before : move;
        double ratio = Math.abs(move) / Math.abs(before);
        double slack = tie / Math.abs(before);
        DotStructure structure = parameters.dotStructure();
        return Math.signum(side) == s
                && switch (wanted) {
                    case ACCELERATING -> ratio >= structure.accelerating() - slack;
                    case STEADY -> Math.abs(ratio - 1) <= structure.deadBand() + slack;
                    case DECELERATING -> ratio <= structure.decelerating() + slack;
                };
    }

    /** Decelerating, with an acceleration in this trend since the last time this was seen in it. */
    private boolean exhausting(int t, int s) {
        if (!decelerates(t) || states.trendSignAt(t) != s) {
            return false;
        }
        for (int bar = t - 1; bar >= 5 && states.trendSignAt(bar) == s; bar--) {
            if (moves(bar, s, Ratio.ACCELERATING)) {
                return true;
            }
            if (decelerates(bar)) {
                return false;
            }
        }
        return false;
    }

    private boolean decelerates(int t) {
        return moves(t, 1, Ratio.DECELERATING) || moves(t, -1, Ratio.DECELERATING);
    }

    private static boolean beyond(double a, double b, int s) {
        return Prices.compare(a, b) == s;
    }

    private double dot(int t) {
        return levels.pldot().forBar(t);
    }

    private double range(int t) {
        return levels.meanRange().forBar(t);
    }

    private double edge(int t, int s) {
        return s > 0 ? levels.envelope().topForBar(t) : levels.envelope().bottomForBar(t);
    }

    private double z5(int t, int s) {
        return s > 0 ? levels.zones().z5tForBar(t) : levels.zones().z2bForBar(t);
    }

    private double z6(int t, int s) {
        return s > 0 ? levels.zones().z6tForBar(t) : levels.zones().z1bForBar(t);
    }

    private double far(int t, int s) {
        return s > 0 ? bars.high(t) : bars.low(t);
    }

    private double near(int t, int s) {
        return s > 0 ? bars.low(t) : bars.high(t);
    }
}
