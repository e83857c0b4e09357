package io.dgas.adapter.postgres.backup;

/**
 * A table of a backup beside the one in a database.
 *
 * @param inBackup rows
 * @param inDatabase rows; -1 where the table, or one of its columns, is not there
 * @param isSame whether both hold the same rows, in whatever order
 */
public record TableComparison(String table, long inBackup, long inDatabase, boolean isSame) {}
