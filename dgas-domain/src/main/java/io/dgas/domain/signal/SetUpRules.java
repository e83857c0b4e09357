package io.dgas.domain.signal;

import java.util.List;

/**
 * The entries of docs/method.md, section 10: what must hold, and what speaks for them by degrees. The thresholds and
 * weights are operational definitions, chosen on recorded bars so that every factor tells the bars apart; none of them is known to
 * predict.
 */
final class SetUpRules {

    /** Without a mean range every distance reads 0, which would pass a gate that asks for 0. */
    private static final Gate MEASURABLE = new Gate(AreaMeasures.MEAN_RANGES, 3);

    private static final Gate TREND_GOES_ON = new Gate(TrendMeasures.TREND_RUN, 3);
    private static final Gate LEAVES_CONGESTION = new Gate(TrendMeasures.CLOSES_OUT_OF_CONGESTION, 3);
    private static final Gate EXHAUSTED = new Gate(AreaMeasures.EXHAUSTED, 1);

    static final SetUpRule TREND_CONTINUATION = new SetUpRule(
            SetUp.TREND_CONTINUATION,
            TREND_GOES_ON,
            List.of(
                    TREND_GOES_ON,
                    new Gate(TrendMeasures.HIGHER_TREND, 0),
                    new Gate(TrendMeasures.TREND_MARGIN, 0),
                    new Gate(AreaMeasures.NEAR_AREA_DEPTH, 0),
                    MEASURABLE),
            List.of(
                    new Factor(TrendMeasures.HIGHER_POSITION, 2, -0.5, 0.9),
                    new Factor(TrendMeasures.HIGHER_SLOPE, 2, -0.2, 0.4),
                    new Factor(TrendMeasures.DOT_SLOPE, 1, -0.1, 0.4),
                    new Factor(AreaMeasures.CONFLUENCE, 1, 0, 4)),
            List.of(
                    new Factor(AreaMeasures.CLOSE_LOCATION, 1, 0, 0.8),
                    new Factor(AreaMeasures.NEAR_AREA_DEPTH, 1, -0.1, 0.3),
                    new Factor(AreaMeasures.ROOM, 1, 0, 0.7),
                    new Factor(AreaMeasures.RANGE_EXPANSION, 1, 0.3, 1.0)));

    static final SetUpRule CONGESTION_EXIT = new SetUpRule(
            SetUp.CONGESTION_EXIT,
            LEAVES_CONGESTION,
            List.of(LEAVES_CONGESTION, new Gate(TrendMeasures.HIGHER_TREND, 1), MEASURABLE),
            List.of(
                    new Factor(TrendMeasures.HIGHER_POSITION, 2, -0.3, 0.7),
                    new Factor(TrendMeasures.HIGHER_SLOPE, 2, -0.1, 0.4),
                    new Factor(TrendMeasures.DOT_SLOPE, 1, 0, 0.5),
                    new Factor(AreaMeasures.CONFLUENCE, 1, 0, 4)),
            List.of(
                    new Factor(AreaMeasures.CLOSE_LOCATION, 1, 0, 0.7),
                    new Factor(AreaMeasures.BEYOND_CONFINES, 1, -1.2, 0.4),
                    new Factor(AreaMeasures.ROOM, 1, 0, 0.7),
                    new Factor(AreaMeasures.RANGE_EXPANSION, 1, 0.3, 1.0)));

    static final SetUpRule EXHAUST = new SetUpRule(
            SetUp.EXHAUST,
            EXHAUSTED,
            List.of(
                    new Gate(AreaMeasures.EXCESS, 0),
                    new Gate(AreaMeasures.BACK_INSIDE, 0),
                    EXHAUSTED,
                    new Gate(TrendMeasures.HIGHER_TREND, 0),
                    MEASURABLE),
            List.of(
                    new Factor(AreaMeasures.HIGHER_STRETCH, 2, -0.6, 0.6),
                    new Factor(TrendMeasures.HIGHER_SLOPE, 2, -0.4, 0.2),
                    new Factor(TrendMeasures.RUN_AGAINST, 1, 0, 4),
                    new Factor(AreaMeasures.CONFLUENCE, 1, 0, 4)),
            List.of(
                    new Factor(AreaMeasures.EXCESS, 1, 0, 0.3),
                    new Factor(AreaMeasures.BACK_INSIDE, 1, 0, 0.4),
                    new Factor(AreaMeasures.CLOSE_LOCATION, 1, 0.4, 0.9),
                    new Factor(AreaMeasures.RANGE_EXPANSION, 1, 0.6, 1.5)));

    /** In the order in which they are tried. */
    static final List<SetUpRule> ALL = List.of(TREND_CONTINUATION, CONGESTION_EXIT, EXHAUST);

    private SetUpRules() {}
}
