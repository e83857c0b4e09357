package io.dgas.application.recorded;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Slot;

/** A sound row on its slot of the grid. */
record PlacedRow(RecordedRows rows, int row, Slot slot, FileTally tally) {

    long openTime() {
        return slot.openTime();
    }

    /** Whether the numbers of both are the same. */
    boolean agreesWith(PlacedRow other) {
        return rows.open(row) == other.rows.open(other.row)
                && rows.high(row) == other.rows.high(other.row)
                && rows.low(row) == other.rows.low(other.row)
                && rows.close(row) == other.rows.close(other.row)
                && rows.volume(row) == other.rows.volume(other.row);
    }

    void addTo(BarSeries.Builder builder) {
        builder.add(
                slot.openTime(),
                slot.closeTime(),
                rows.open(row),
                rows.high(row),
                rows.low(row),
                rows.close(row),
                rows.volume(row),
                slot.isShort());
    }

    InputProblem problem(String text) {
        return new InputProblem(rows.file(), rows.line(row), text);
    }

    String place() {
        return rows.file() + " line " + rows.line(row);
    }
}
