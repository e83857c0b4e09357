package io.dgas.domain.timeframe;

import io.dgas.domain.level.Area;
import io.dgas.domain.level.AreaClusters;
import io.dgas.domain.level.Contributor;
import io.dgas.domain.level.Levels;
import java.util.ArrayList;
import java.util.List;

/**
 * Areas where lines and levels of several timeframes lie together. Higher levels are those in force: frozen for the life
 * of the higher bar that is forming. Operational definition, docs/method.md, section 5, grade B.
 */
public final class Confluence {

    private Confluence() {}

    /**
     * The areas in force once {@code bar} has closed, low to high; tolerance is the standard share of the trading
     * timeframe's mean range.
     *
     * @throws IndexOutOfBoundsException in the warm-up of the trading timeframe; higher ones still in theirs take no part
     */
    public static List<Area> areasAfter(MultiTimeframeView view, int bar) {
        double meanRange = view.trading().levels().meanRange().forBar(bar + 1);
        return AreaClusters.of(linesAfter(view, bar), AreaClusters.STANDARD_FRACTION * meanRange);
    }

    /** Every line, dot and envelope edge of every timeframe that is in force once {@code bar} has closed. */
    public static List<Contributor> linesAfter(MultiTimeframeView view, int bar) {
        List<Contributor> contributors =
                new ArrayList<>(contributors(view.trading().levels(), bar + 1));
        if (!view.isSingleTimeframe()) {
            for (HigherTimeframe higher : view.higher()) {
                int forming = higher.formingAfter(bar);
                Levels levels = higher.geometry().levels();
                if (forming >= levels.firstBar()) {
                    contributors.addAll(contributors(levels, forming));
                }
            }
        }
        return contributors;
    }

    private static List<Contributor> contributors(Levels levels, int t) {
        List<Contributor> contributors = new ArrayList<>(AreaClusters.linesForBar(levels, t));
        contributors.add(level(levels, "PLdot", levels.pldot().forBar(t)));
        contributors.add(level(levels, "ETop", levels.envelope().topForBar(t)));
        contributors.add(level(levels, "EBot", levels.envelope().bottomForBar(t)));
        return contributors;
    }

    private static Contributor level(Levels levels, String name, double value) {
        return new Contributor(levels.timeframe(), name, value);
    }
}
