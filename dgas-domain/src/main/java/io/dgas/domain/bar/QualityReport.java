package io.dgas.domain.bar;

import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Grid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How trustworthy a recorded series looks. Judged by its own measure: nothing depends on the unit of price.
 *
 * @param span empty for a series without bars
 * @param gaps against the calendar
 * @param zeroVolumeBars bars in which nothing was traded, by their volume
 * @param flatBars bars whose high is their low
 * @param jumps overnight, which no known action explains, oldest first
 * @param outliers bars with an extraordinary range, oldest first
 */
public record QualityReport(
        BarKey key,
        Optional<Span> span,
        Gaps gaps,
        int zeroVolumeBars,
        int flatBars,
        List<SuspiciousJump> jumps,
        List<RangeOutlier> outliers) {

    public QualityReport {
        jumps = List.copyOf(jumps);
        outliers = List.copyOf(outliers);
    }

    /** From the opening of the first bar to the close of the last. */
    public record Span(int bars, Instant firstOpen, Instant lastClose) {}

    public int bars() {
        return span.map(Span::bars).orElse(0);
    }

    /**
     * The report of a series.
     *
     * @param raw bars as recorded
     * @param adjusted the same bars adjusted for the known actions
     * @param grid that the bars lie on
     * @throws IllegalArgumentException when a bar is not on the grid, and when the two series are not of the same bars
     */
    public static QualityReport of(BarSeries raw, BarSeries adjusted, Grid grid) {
        if (!raw.key().equals(adjusted.key()) || raw.size() != adjusted.size()) {
            throw new IllegalArgumentException(raw.size() + " bars of " + raw.key() + " and " + adjusted.size() + " of "
                    + adjusted.key() + " are not the same bars");
        }
        return new QualityReport(
                raw.key(),
                span(raw),
                Gaps.of(raw, grid),
                zeroVolumes(raw),
                flats(raw),
                SuspiciousJump.in(adjusted, grid.calendar()),
                RangeOutlier.in(adjusted));
    }

    private static Optional<Span> span(BarSeries series) {
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(series.size(), series.openTime(0), series.closeTime(series.last())));
    }

    private static int zeroVolumes(BarSeries series) {
        int count = 0;
        for (int bar = 0; bar < series.size(); bar++) {
            count += series.volume(bar) == 0 ? 1 : 0;
        }
        return count;
    }

    private static int flats(BarSeries series) {
        int count = 0;
        for (int bar = 0; bar < series.size(); bar++) {
            count += series.high(bar) == series.low(bar) ? 1 : 0;
        }
        return count;
    }
}
