package io.dgas.domain.signal;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.level.SupportResistance;
import io.dgas.domain.market.Direction;
import io.dgas.domain.series.Prices;
import io.dgas.domain.state.Confines;
import io.dgas.domain.state.MarketState;
import io.dgas.domain.state.Resolution;
import io.dgas.domain.timeframe.Confluence;

/** Where the newest bar lies against the areas that were projected for it, seen in the moment's direction. */
final class AreaMeasures {

    static final Measure NEAR_AREA_DEPTH =
            new Measure("depth into the near area", "mean ranges", AreaMeasures::nearAreaDepth);
    static final Measure BEYOND_CONFINES =
            new Measure("close beyond the confines", "mean ranges", AreaMeasures::beyondConfines);
    static final Measure EXCESS = new Measure("excess beyond the far area", "mean ranges", AreaMeasures::excess);
    static final Measure BACK_INSIDE =
            new Measure("close back inside the envelope", "mean ranges", AreaMeasures::backInside);
    static final Measure EXHAUSTED = new Measure("exhaust", "patterns", AreaMeasures::exhaust);
    static final Measure HIGHER_STRETCH =
            new Measure("stretch from the higher PLdot", "higher mean ranges", AreaMeasures::higherStretch);
    static final Measure CONFLUENCE = new Measure("confluence at the turn", "lines", AreaMeasures::confluence);
    static final Measure CLOSE_LOCATION =
            new Measure("close within its bar", "share of the range", AreaMeasures::closeLocation);
    static final Measure ROOM = new Measure("room to the higher area", "average true ranges", AreaMeasures::room);
    /** Distances are counted in mean ranges; three bars without a range leave nothing to count in. */
    static final Measure MEAN_RANGES = new Measure("mean ranges above zero", "of 3", AreaMeasures::meanRanges);

    static final Measure RANGE_EXPANSION = new Measure("range of the bar", "mean ranges", AreaMeasures::rangeExpansion);

    /** A share of the mean range. */
    private static final double CLOSE_TO_TURN = 0.25;

    private AreaMeasures() {}

    /** From the edge of the near area that price reaches first to the bar's extreme: positive when it was reached. */
    private static double nearAreaDepth(Moment moment) {
        SupportResistance areas = levels(moment).supportResistance();
        double edge = moment.direction() == Direction.UP
                ? areas.nearSupport(moment.bar()).high()
                : areas.nearResistance(moment.bar()).low();
        return moment.ahead(edge, moment.trailingExtreme()) / moment.meanRangeBefore();
    }

    private static double beyondConfines(Moment moment) {
        MarketState state = moment.trading().states().at(moment.bar());
        return state.resolution()
                .map(Resolution::confines)
                .map(confines -> moment.ahead(moment.close(), edge(moment, confines)) / moment.meanRange())
                .orElse(0.0);
    }

    private static double edge(Moment moment, Confines confines) {
        return moment.direction() == Direction.UP ? confines.high() : confines.low();
    }

    /** Against the moment's direction: a move of the other side that exhausted is what it hopes for. */
    private static double excess(Moment moment) {
        return moment.trading()
                .patterns()
                .excess(moment.bar(), moment.direction().opposite());
    }

    /** A bar that exhausted on both sides says nothing about the direction: they cancel out. */
    private static double exhaust(Moment moment) {
        int sign = moment.trading().patterns().exhaustSign(moment.bar());
        return sign == 0 ? 0 : -moment.direction().sign() * sign;
    }

    private static double backInside(Moment moment) {
        Levels levels = levels(moment);
        double edge = moment.direction() == Direction.UP
                ? levels.envelope().bottomForBar(moment.bar())
                : levels.envelope().topForBar(moment.bar());
        return moment.ahead(moment.close(), edge) / moment.meanRangeBefore();
    }

    private static double higherStretch(Moment moment) {
        Levels higher = moment.higher().levels();
        int forming = moment.higherBar() + 1;
        return moment.ahead(higher.pldot().forBar(forming), moment.trailingExtreme()) / moment.higherMeanRange();
    }

    /** Lines of all timeframes, of those in force before the bar, that lie close to where the bar turned. */
    private static double confluence(Moment moment) {
        double turn = moment.trailingExtreme();
        double close = CLOSE_TO_TURN * moment.meanRangeBefore();
        return Confluence.linesAfter(moment.view(), moment.bar() - 1).stream()
                .filter(line -> Prices.compareDistances(Math.abs(line.value() - turn), close, turn) <= 0)
                .count();
    }

    private static double closeLocation(Moment moment) {
        double range = Math.abs(moment.ahead(moment.leadingExtreme(), moment.trailingExtreme()));
        return moment.ahead(moment.close(), moment.trailingExtreme()) / range;
    }

    /** To the nearest edge of the higher envelope or zone that lies ahead; 0 beyond all of them. */
    private static double room(Moment moment) {
        Levels higher = moment.higher().levels();
        int forming = moment.higherBar() + 1;
        boolean up = moment.direction() == Direction.UP;
        double[] edges = {
            moment.leadingEdge(higher, forming),
            up ? higher.zones().z5tForBar(forming) : higher.zones().z2bForBar(forming),
            up ? higher.zones().z6tForBar(forming) : higher.zones().z1bForBar(forming)
        };
        for (double edge : edges) {
            double ahead = moment.ahead(edge, moment.close());
            if (ahead > 0) {
                return ahead / moment.trading().averageTrueRange().after(moment.bar());
            }
        }
        return 0;
    }

    private static double rangeExpansion(Moment moment) {
        BarSeries bars = moment.trading().bars();
        return (bars.high(moment.bar()) - bars.low(moment.bar())) / moment.meanRangeBefore();
    }

    private static double meanRanges(Moment moment) {
        return (moment.meanRangeBefore() > 0 ? 1 : 0)
                + (moment.meanRange() > 0 ? 1 : 0)
                + (moment.higherMeanRange() > 0 ? 1 : 0);
    }

    private static Levels levels(Moment moment) {
        return moment.trading().levels();
    }
}
