package io.dgas.adapter.postgres.backup;

/**
 * What tells the rows of a table from others.
 *
 * @param sha256 as in {@link BackupTable}
 */
record RowSum(long rows, String sha256) {}
