package io.dgas.adapter.postgres;

import java.util.List;

/**
 * What one statement of SQL gave, as text.
 *
 * @param columns none for a statement that gives no rows
 * @param rows cells in the order of the columns; one without a value is empty
 * @param changed rows changed by a statement that gives none
 */
public record SqlResult(List<SqlColumn> columns, List<List<String>> rows, long changed) {

    public SqlResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A column of the result. */
    public record SqlColumn(String name, boolean isNumeric) {}
}
