package io.dgas.application.collection.sweep;

import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.LedgerScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a sweep is to ask for.
 *
 * @param isAtOnce whether open lines are asked for before they are due; only a whole session then counts as an answer
 */
public record SweepOrder(LedgerScope scope, Instant now, boolean isAtOnce) {

    /** No retry is planned further ahead. */
    private static final Duration ANY_TIME = Duration.ofDays(365);

    /** What is due by now. */
    public static SweepOrder due(LedgerScope scope, Instant now) {
        return new SweepOrder(scope, now, false);
    }

    List<Line> lines(CoverageView coverage) {
        return coverage.due(scope, isAtOnce ? now.plus(ANY_TIME) : now);
    }
}
