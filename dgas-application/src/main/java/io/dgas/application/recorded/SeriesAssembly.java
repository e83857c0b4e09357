package io.dgas.application.recorded;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Misplaced;
import io.dgas.domain.market.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Makes one series out of the rows of one instrument. */
final class SeriesAssembly {

    private final Instrument instrument;
    private final BarAssembly whole;
    private final List<PlacedRow> placed = new ArrayList<>();

    SeriesAssembly(Instrument instrument, BarAssembly whole) {
        this.instrument = instrument;
        this.whole = whole;
    }

    /** The series; empty when no row is sound. */
    Optional<BarSeries> assemble(List<RecordedRows> parts) {
        Grid grid = Grid.fitting(whole.calendar(), whole.timeframe(), times(parts));
        parts.forEach(part -> place(part, grid));
        if (!isOrdered()) {
            placed.sort(Comparator.comparingLong(PlacedRow::openTime));
        }
        BarSeries series = build();
        if (series.isEmpty()) {
            return Optional.empty();
        }
        Spacing.doubtIn(series).ifPresent(doubt -> placed.getFirst().tally().note(doubt));
        return Optional.of(series);
    }

    private static LongStream times(List<RecordedRows> parts) {
        return parts.stream()
                .flatMapToLong(part -> IntStream.range(0, part.size()).mapToLong(part::time));
    }

    private void place(RecordedRows rows, Grid grid) {
        FileTally tally = whole.tally(rows);
        for (int row = 0; row < rows.size(); row++) {
            if (row > 0 && rows.time(row) < rows.time(row - 1)) {
                tally.noteUnordered();
            }
            if (RowRules.holdFor(rows, row)) {
                place(rows, row, grid);
            } else {
                refuse(rows, row, RowRules.broken(rows, row).orElseThrow());
            }
        }
    }

    private void place(RecordedRows rows, int row, Grid grid) {
        switch (grid.place(rows.time(row), whole.timeframe())) {
            case Slot slot -> placed.add(new PlacedRow(rows, row, slot, whole.tally(rows)));
            case Misplaced misplaced -> setAsideOrRefuse(rows, row, misplaced);
        }
    }

    private void setAsideOrRefuse(RecordedRows rows, int row, Misplaced misplaced) {
        if (misplaced.cause() == Misplaced.Cause.OUTSIDE_REGULAR_HOURS) {
            whole.tally(rows).countSetAside();
        } else {
            refuse(rows, row, "time " + Instant.ofEpochSecond(rows.time(row)) + ": " + misplaced.reason());
        }
    }

    private void refuse(RecordedRows rows, int row, String text) {
        whole.report(new InputProblem(rows.file(), rows.line(row), text));
    }

    private boolean isOrdered() {
        for (int at = 1; at < placed.size(); at++) {
            if (placed.get(at - 1).openTime() > placed.get(at).openTime()) {
                return false;
            }
        }
        return true;
    }

    private BarSeries build() {
        BarSeries.Builder builder = BarSeries.builder(new BarKey(instrument, whole.timeframe()), placed.size());
        int from = 0;
        while (from < placed.size()) {
            int to = from + 1;
            while (to < placed.size()
                    && placed.get(to).openTime() == placed.get(from).openTime()) {
                to++;
            }
            add(placed.subList(from, to), builder);
            from = to;
        }
        return builder.build();
    }

    /** Adds the bar that all these rows are for, or refuses them all: nothing tells which of them is right. */
    private void add(List<PlacedRow> same, BarSeries.Builder builder) {
        PlacedRow first = same.getFirst();
        if (same.size() == 1 || same.stream().allMatch(first::agreesWith)) {
            first.addTo(builder);
            first.tally().countBar();
            same.stream().skip(1).forEach(copy -> copy.tally().countDuplicate());
        } else {
            same.forEach(row -> whole.report(row.problem(disagreement(row, same))));
        }
    }

    private String disagreement(PlacedRow row, List<PlacedRow> same) {
        PlacedRow other = same.stream()
                .filter(candidate -> !candidate.agreesWith(row))
                .findFirst()
                .orElseThrow();
        return "the row disagrees with " + other.place() + " about the " + whole.timeframe() + " bar of " + instrument
                + " opening " + Instant.ofEpochSecond(row.openTime()) + "; expected one row for each bar";
    }
}
