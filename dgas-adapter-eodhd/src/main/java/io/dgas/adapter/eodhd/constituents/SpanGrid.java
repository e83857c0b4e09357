package io.dgas.adapter.eodhd.constituents;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Lays the rows of a table out as a grid, row by row; where no cell is, there is null. */
final class SpanGrid {

    /** No table here has more columns; a page that claims so is not followed further. */
    private static final int WIDEST = 100;

    /** A cell that reaches down. */
    private record Hanging(Element cell, long rowsLeft) {}

    private final List<List<@Nullable Element>> rows = new ArrayList<>();
    private List<@Nullable Hanging> above = new ArrayList<>();

    void add(Element row) {
        List<@Nullable Hanging> now = new ArrayList<>();
        int column = 0;
        for (Element cell : row.children()) {
            column = nextFree(column, now);
            long down = span(cell, "rowspan");
            for (long i = Math.max(1, span(cell, "colspan")); i > 0 && column < WIDEST; i--) {
                put(now, column++, new Hanging(cell, down == 0 ? Long.MAX_VALUE : down));
            }
        }
        nextFree(column, now);
        takeDown(now);
        rows.add(now.stream().<@Nullable Element>map(SpanGrid::cell).toList());
        above = now;
    }

    List<List<@Nullable Element>> rows() {
        return rows;
    }

    /** The first column from this one on that no cell reaches down to; those that do take their places. */
    private int nextFree(int from, List<@Nullable Hanging> now) {
        int column = from;
        while (reaches(column)) {
            takeDown(now, column++);
        }
        return column;
    }

    private void takeDown(List<@Nullable Hanging> now) {
        for (int column = 0; column < above.size(); column++) {
            if (reaches(column) && (column >= now.size() || now.get(column) == null)) {
                takeDown(now, column);
            }
        }
    }

    private void takeDown(List<@Nullable Hanging> now, int column) {
        Hanging hanging = above.get(column);
        if (hanging != null) {
            put(now, column, new Hanging(hanging.cell(), hanging.rowsLeft() - 1));
        }
    }

    private boolean reaches(int column) {
        Hanging hanging = column < above.size() ? above.get(column) : null;
        return hanging != null && hanging.rowsLeft() > 1;
    }

    private static void put(List<@Nullable Hanging> row, int column, Hanging cell) {
        while (row.size() <= column) {
            row.add(null);
        }
        row.set(column, cell);
    }

    private static @Nullable Element cell(@Nullable Hanging hanging) {
        return hanging == null ? null : hanging.cell();
    }

    private static long span(Element cell, String name) {
        String text = cell.attr(name).strip();
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 1;
    }
}
