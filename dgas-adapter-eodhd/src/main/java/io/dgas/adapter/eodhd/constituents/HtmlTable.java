package io.dgas.adapter.eodhd.constituents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A table as a grid: each cell stands in every row and column that it spans. Tables within its cells are not part of it.
 *
 * @param headings of each column, lower case; headings one above the other are joined by a blank
 * @param rows below the headings
 */
record HtmlTable(List<String> headings, List<TableRow> rows) {

    /** The table with its headings: the rows at its top that hold nothing but headings; empty when there are none. */
    static Optional<HtmlTable> of(Element table) {
        List<Element> own = ownRows(table);
        List<List<@Nullable Element>> grid = grid(own);
        int heads = 0;
        while (heads < own.size() && isHeading(own.get(heads))) {
            heads++;
        }
        return heads == 0
                ? Optional.empty()
                : Optional.of(new HtmlTable(headings(grid, heads), body(own, grid, heads)));
    }

    private static List<TableRow> body(List<Element> own, List<List<@Nullable Element>> grid, int heads) {
        List<TableRow> rows = new ArrayList<>();
        for (int i = heads; i < own.size(); i++) {
            boolean isData = !isHeading(own.get(i)) && !isFoot(own.get(i));
            rows.add(new TableRow(i - heads + 1, isData, grid.get(i)));
        }
        return rows;
    }

    private static List<Element> ownRows(Element table) {
        return table.children().stream()
                .flatMap(child -> child.normalName().equals("tr") ? Stream.of(child) : child.children().stream())
                .filter(row -> row.normalName().equals("tr"))
                .toList();
    }

    private static List<List<@Nullable Element>> grid(List<Element> own) {
        SpanGrid grid = new SpanGrid();
        own.forEach(grid::add);
        return grid.rows();
    }

    private static boolean isHeading(Element row) {
        return !row.children().isEmpty()
                && row.children().stream().allMatch(cell -> cell.normalName().equals("th"));
    }

    private static boolean isFoot(Element row) {
        Element parent = row.parent();
        return parent != null && parent.normalName().equals("tfoot");
    }

    private static List<String> headings(List<List<@Nullable Element>> grid, int heads) {
        int width = grid.stream().limit(heads).mapToInt(List::size).max().orElse(0);
        List<String> headings = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            Set<String> texts = new LinkedHashSet<>();
            for (List<@Nullable Element> row : grid.subList(0, heads)) {
                Element cell = column < row.size() ? row.get(column) : null;
                if (cell != null) {
                    texts.add(CellText.of(cell).toLowerCase(Locale.ROOT));
                }
            }
            headings.add(String.join(" ", texts).strip());
        }
        return headings;
    }
}
