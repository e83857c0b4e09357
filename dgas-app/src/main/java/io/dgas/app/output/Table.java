package io.dgas.app.output;

import java.util.ArrayList;
import java.util.List;

/** A table of text: a line of titles, then the rows, columns two blanks apart. */
public final class Table {

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /**
     * Adds a row; each cell is shown as its {@code toString}.
     *
     * @throws IllegalArgumentException when there are not as many cells as columns
     */
    public Table row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell.toString());
        }
        rows.add(row);
        return this;
    }

    public int size() {
        return rows.size();
    }

    /** The whole table, each line ended. */
    public String render() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        append(text, columns.stream().map(Column::title).toList(), widths);
        rows.forEach(row -> append(text, row, widths));
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int widest =
                    rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
            widths[i] = Math.max(widest, width(columns.get(i).title()));
        }
        return widths;
    }

    private void append(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            String blanks = " ".repeat(widths[i] - width(cell));
            line.append(i == 0 ? "" : GAP).append(columns.get(i).isNumeric() ? blanks + cell : cell + blanks);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
