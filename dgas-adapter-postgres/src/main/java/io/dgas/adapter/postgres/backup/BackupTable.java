package io.dgas.adapter.postgres.backup;

import java.util.List;
import java.util.Map;

/**
 * A table in a backup.
 *
 * @param columns in the order of a row's fields
 * @param sha256 of the rows in whatever order: the SHA-256 of each, added up modulo 2^256, hexadecimal
 * @param lastIds by column that the database numbers: the last number that it gave away; 0 for none yet
 */
public record BackupTable(String name, List<String> columns, long rows, String sha256, Map<String, Long> lastIds) {

    public BackupTable {
        columns = List.copyOf(columns);
        lastIds = Map.copyOf(lastIds);
    }

    RowSum sum() {
        return new RowSum(rows, sha256);
    }
}
