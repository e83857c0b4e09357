package io.dgas.domain.signal;

import io.dgas.domain.level.Levels;
import io.dgas.domain.state.StateKind;
import io.dgas.domain.state.StateSeries;

/** Where the trend stands, on the trading and on the higher timeframe, seen in the moment's direction. */
final class TrendMeasures {

    static final Measure TREND_RUN = new Measure("trend run", "closes", TrendMeasures::trendRun);
    static final Measure CLOSES_OUT_OF_CONGESTION =
            new Measure("closes out of congestion", "closes", TrendMeasures::closesOutOfCongestion);
    static final Measure RUN_AGAINST = new Measure("run against", "closes", TrendMeasures::runAgainst);
    static final Measure TREND_MARGIN =
            new Measure("distance from aborting", "mean ranges", TrendMeasures::trendMargin);
    static final Measure DOT_SLOPE = new Measure("PLdot slope", "mean ranges per bar", m -> slope(m, m.bar(), false));
    static final Measure HIGHER_TREND = new Measure("higher-timeframe trend", "direction", TrendMeasures::higherTrend);
    static final Measure HIGHER_SLOPE =
            new Measure("higher PLdot slope", "mean ranges per bar", m -> slope(m, m.higherBar(), true));
    static final Measure HIGHER_POSITION =
            new Measure("close beyond the higher PLdot", "higher mean ranges", TrendMeasures::higherPosition);

    private TrendMeasures() {}

    private static double trendRun(Moment moment) {
        StateSeries states = moment.trading().states();
        boolean trends =
                states.kindAt(moment.bar()) == StateKind.TREND && states.isTrending(moment.bar(), moment.direction());
        return trends ? states.runAt(moment.bar()) : 0;
    }

    /** Closes in a row on this side of the dot since congestion; the third ends it, after that it is a trend. */
    private static double closesOutOfCongestion(Moment moment) {
        StateSeries states = moment.trading().states();
        boolean counts = states.kindAt(moment.bar()) != StateKind.TREND
                && states.kindAt(moment.bar()) != StateKind.UNDEFINED
                && states.sideAt(moment.bar()) == moment.direction();
        return counts ? states.runAt(moment.bar()) : 0;
    }

    private static double runAgainst(Moment moment) {
        StateSeries states = moment.trading().states();
        return states.sideAt(moment.bar()) == moment.direction().opposite() ? states.runAt(moment.bar()) : 0;
    }

    /** Above zero while the close is beyond the coming dot or beyond the main channel line of the bar after it. */
    private static double trendMargin(Moment moment) {
        Levels levels = moment.trading().levels();
        double coming = levels.pldot().forBar(moment.bar() + 1);
        double channel = 2 * coming - levels.pldot().forBar(moment.bar());
        double margin = Math.max(moment.ahead(moment.close(), coming), moment.ahead(moment.close(), channel));
        return margin / moment.meanRange();
    }

    private static double slope(Moment moment, int bar, boolean onHigher) {
        Levels levels = (onHigher ? moment.higher() : moment.trading()).levels();
        double change =
                moment.ahead(levels.pldot().forBar(bar + 1), levels.pldot().forBar(bar));
        return change / levels.meanRange().forBar(bar + 1);
    }

    private static double higherTrend(Moment moment) {
        StateSeries states = moment.higher().states();
        if (states.isTrending(moment.higherBar(), moment.direction())) {
            return 1;
        }
        return states.isTrending(moment.higherBar(), moment.direction().opposite()) ? -1 : 0;
    }

    private static double higherPosition(Moment moment) {
        Levels levels = moment.higher().levels();
        int forming = moment.higherBar() + 1;
        return moment.ahead(moment.close(), levels.pldot().forBar(forming)) / moment.higherMeanRange();
    }
}
