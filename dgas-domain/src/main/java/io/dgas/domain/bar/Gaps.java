package io.dgas.domain.bar;

import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import java.time.Instant;
import java.util.List;

/**
 * The bars that the calendar expects of a series against those there are. It adds up: present and missing bars are the
 * expected ones, exactly. Why a bar is missing, no trade or a fault, is not known here.
 *
 * @param expected slots of the grid
 * @param present those with a bar
 * @param missing runs of slots without one, oldest first; a run may go on over nights
 */
public record Gaps(BarKey key, long expected, long present, List<Gap> missing) {

    /**
     * Slots without a bar in between.
     *
     * @param from opening of the first
     * @param to close of the last
     * @param bars how many
     */
    public record Gap(Instant from, Instant to, long bars) {}

    public Gaps {
        missing = List.copyOf(missing);
        long absent = missing.stream().mapToLong(Gap::bars).sum();
        if (present + absent != expected) {
            throw new IllegalArgumentException(key + ": " + present + " bars present and " + absent
                    + " missing are not " + expected + " expected");
        }
    }

    public long missingBars() {
        return expected - present;
    }

    /** Share of the expected bars that are present; 1 when none is expected. */
    public double coverage() {
        return expected == 0 ? 1 : (double) present / expected;
    }

    /**
     * The gaps between the first and the last bar.
     *
     * @throws IllegalArgumentException when a bar is not on the grid
     */
    public static Gaps of(BarSeries series, Grid grid) {
        GapSearch search = new GapSearch(series, grid);
        return series.isEmpty()
                ? search.between(0, 0)
                : search.between(series.coveredFrom(), series.closeSecond(series.last()));
    }

    /**
     * The gaps on these dates, whether or not there are bars before and after.
     *
     * @throws IllegalArgumentException when a bar is not on the grid, and for dates beyond the calendar
     */
    public static Gaps of(BarSeries series, Grid grid, DateRange dates) {
        long from = grid.calendar().startOf(dates.first());
        long to = grid.calendar().endOf(dates.last());
        return new GapSearch(series, grid).between(from, to);
    }
}
