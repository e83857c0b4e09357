package io.dgas.domain.level;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.series.Prices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Near and far support and resistance by where the last close lies. Operational definition, docs/method.md, section 5,
 * grade B.
 *
 * <pre>
 *   last close          near support             near resistance
 *   above ETop          [PLdot, ETop]            {1-1 High, 5/2 Down, 5/9 Down}
 *   PLdot .. ETop       [EBot, PLdot]            ETop
 *   on PLdot            [EBot, PLdot]            [PLdot, ETop]
 *   EBot .. PLdot       EBot                     [PLdot, ETop]
 *   below EBot          {1-1 Low, 5/2 Up, 5/9 Up}   [EBot, PLdot]
 * </pre>
 *
 * <p>Far are the 5/2 and 5/9 of either side. The method names below EBot only the far lines; the 1-1 Low is added so that
 * the mirrored market gives the mirrored answer. A line on the wrong side of the close takes no part.
 */
public final class SupportResistance {

    private final BarSeries bars;
    private final Levels levels;

    SupportResistance(BarSeries bars, Levels levels) {
        this.bars = bars;
        this.levels = levels;
    }

    /**
     * Near and far for bar {@code t}.
     *
     * @throws IndexOutOfBoundsException in the warm-up and past the coming bar
     */
    public NearFar forBar(int t) {
        return new NearFar(
                position(t), nearSupport(t), nearResistance(t), far(t, Role.SUPPORT), far(t, Role.RESISTANCE));
    }

    /** Where the close of bar t−1 lies against the levels for bar {@code t}. */
    public Position position(int t) {
        double lastClose = bars.close(t - 1);
        if (Prices.compare(lastClose, levels.envelope().topForBar(t)) > 0) {
            return Position.ABOVE_ENVELOPE;
        }
        if (Prices.compare(lastClose, levels.envelope().bottomForBar(t)) < 0) {
            return Position.BELOW_ENVELOPE;
        }
        return switch (Prices.compare(lastClose, levels.pldot().forBar(t))) {
            case 1 -> Position.UPPER_HALF;
            case -1 -> Position.LOWER_HALF;
            default -> Position.ON_DOT;
        };
    }

    /** The near support for bar {@code t} alone. */
    public Area nearSupport(int t) {
        return switch (position(t)) {
            case ABOVE_ENVELOPE -> Area.spanning(List.of(dot(t), top(t)));
            case UPPER_HALF, ON_DOT -> Area.spanning(List.of(bottom(t), dot(t)));
            case LOWER_HALF -> Area.spanning(List.of(bottom(t)));
            case BELOW_ENVELOPE ->
                beyondEnvelope(
                        t, Role.SUPPORT, contributor("1-1 Low", levels.oneOne().lowForBar(t)));
        };
    }

    /** The near resistance for bar {@code t} alone. */
    public Area nearResistance(int t) {
        return switch (position(t)) {
            case ABOVE_ENVELOPE ->
                beyondEnvelope(
                        t,
                        Role.RESISTANCE,
                        contributor("1-1 High", levels.oneOne().highForBar(t)));
            case UPPER_HALF -> Area.spanning(List.of(top(t)));
            case ON_DOT, LOWER_HALF -> Area.spanning(List.of(dot(t), top(t)));
            case BELOW_ENVELOPE -> Area.spanning(List.of(bottom(t), dot(t)));
        };
    }

    private Area beyondEnvelope(int t, Role role, Contributor oneOne) {
        List<Contributor> contributors = farLines(t, role);
        contributors.add(oneOne);
        return Area.spanning(contributors);
    }

    private Optional<Area> far(int t, Role role) {
        List<Contributor> contributors = farLines(t, role);
        return contributors.isEmpty() ? Optional.empty() : Optional.of(Area.spanning(contributors));
    }

    private List<Contributor> farLines(int t, Role role) {
        List<Contributor> contributors = new ArrayList<>(3);
        for (Line line : levels.lines().farForBar(t, role)) {
            if (!line.wrongSide()) {
                contributors.add(contributor(line.name(), line.value()));
            }
        }
        return contributors;
    }

    private Contributor dot(int t) {
        return contributor("PLdot", levels.pldot().forBar(t));
    }

    private Contributor top(int t) {
        return contributor("ETop", levels.envelope().topForBar(t));
    }

    private Contributor bottom(int t) {
        return contributor("EBot", levels.envelope().bottomForBar(t));
    }

    private Contributor contributor(String name, double value) {
        return new Contributor(levels.timeframe(), name, value);
    }
}
