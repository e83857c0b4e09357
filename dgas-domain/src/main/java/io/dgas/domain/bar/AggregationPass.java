package io.dgas.domain.bar;

import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One walk over the shorter bars that closes a longer one whenever its slot is left. */
final class AggregationPass {

    private final BarSeries series;
    private final Grid grid;
    private final Timeframe target;
    private final BarSeries.Builder result;
    private final RunningBar bar = new RunningBar();
    private @Nullable Slot slot;

    AggregationPass(BarSeries series, Grid grid, Timeframe target) {
        this.series = series;
        this.grid = grid;
        this.target = target;
        this.result = BarSeries.builder(new BarKey(series.key().instrument(), target), 16);
    }

    /**
     * The bars of slots that open at {@code coveredFrom} or later and have closed by {@code asOf}.
     *
     * @param coveredFrom epoch seconds
     * @param asOf epoch seconds
     */
    BarSeries run(long coveredFrom, long asOf) {
        result.coveredFrom(coveredFrom);
        for (int index = 0; index < series.size(); index++) {
            if (slot != null && series.closeSecond(index) <= slot.closeTime()) {
                bar.extend(series, index);
            } else {
                finish(coveredFrom);
                slot = slotOf(index);
                bar.start(series, index);
            }
        }
        if (slot != null && slot.closeTime() <= asOf) {
            finish(coveredFrom);
        }
        return result.build();
    }

    private void finish(long coveredFrom) {
        if (slot != null && slot.openTime() >= coveredFrom) {
            bar.addTo(result, slot);
        }
    }

    /** A bar belongs where it closes: clock bars and dates are stamped before the session that they are of. */
    private Slot slotOf(int index) {
        Slot found = grid.slotAt(series.closeSecond(index) - 1, target)
                .orElseThrow(() -> refused(index, "it closes outside regular hours"));
        if (series.openSecond(index) < found.openTime() && tradesJustBefore(found)) {
            throw refused(
                    index,
                    "the " + target + " bar that it closes in opens within it, at "
                            + Instant.ofEpochSecond(found.openTime()));
        }
        return found;
    }

    private boolean tradesJustBefore(Slot found) {
        return grid.slotAt(found.tradingFrom() - 1, target)
                .filter(before -> before.closeTime() == found.tradingFrom())
                .isPresent();
    }

    private IllegalArgumentException refused(int index, String why) {
        return new IllegalArgumentException(series.key() + " bar opening " + series.openTime(index)
                + " cannot be part of a " + target + " bar: " + why);
    }
}
