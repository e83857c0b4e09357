package io.dgas.application.chart;

import io.dgas.domain.timeframe.Timeframes;

/**
 * What shapes charts beside what is recorded.
 *
 * @param usual the timeframes decided on
 * @param historyBars trading bars that a decision looks at: a chart looks at as many, so that its states are those decided on
 */
public record ChartRules(Timeframes usual, int historyBars) {}
