package io.dgas.domain.bar;

import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One walk along the slots of the grid and the bars of a series side by side. */
final class GapSearch {

    private final BarSeries series;
    private final Grid grid;
    private final List<Gaps.Gap> gaps = new ArrayList<>();
    private int bar;
    private long present;
    private long absent;
    /** Of the run of missing slots under way: where it began, where it got to, how long it is. */
    private long gapFrom;

    private long gapTo;
    private long gapBars;

    GapSearch(BarSeries series, Grid grid) {
        this.series = series;
        this.grid = grid;
    }

    /** The gaps among the slots that open at {@code from} or later and before {@code to}, in epoch seconds. */
    Gaps between(long from, long to) {
        Timeframe timeframe = series.key().timeframe();
        while (bar < series.size() && series.openSecond(bar) < from) {
            bar++;
        }
        Optional<Slot> slot = grid.slotFrom(from, timeframe);
        while (slot.isPresent() && slot.get().openTime() < to) {
            meet(slot.get());
            slot = grid.slotFrom(slot.get().closeTime(), timeframe);
        }
        requireNoneLeft(to);
        endGap();
        return new Gaps(series.key(), present + absent, present, gaps);
    }

    private void meet(Slot slot) {
        requireNoneLeft(slot.openTime());
        if (bar < series.size() && series.openSecond(bar) == slot.openTime()) {
            bar++;
            present++;
            endGap();
        } else {
            absent++;
            gapFrom = gapBars == 0 ? slot.openTime() : gapFrom;
            gapTo = slot.closeTime();
            gapBars++;
        }
    }

    private void endGap() {
        if (gapBars > 0) {
            gaps.add(new Gaps.Gap(Instant.ofEpochSecond(gapFrom), Instant.ofEpochSecond(gapTo), gapBars));
            gapBars = 0;
        }
    }

    private void requireNoneLeft(long before) {
        if (bar < series.size() && series.openSecond(bar) < before) {
            throw new IllegalArgumentException(
                    series.key() + " bar opening " + series.openTime(bar) + " is not on the " + grid);
        }
    }
}
