package io.dgas.adapter.postgres;

import io.dgas.adapter.postgres.SqlResult.SqlColumn;
import io.dgas.application.port.out.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Runs SQL that a person typed, where no {@code psql} is installed. */
public final class SqlConsole {

    private static final Set<Integer> NUMERIC =
            Set.of(Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.REAL, Types.DOUBLE, Types.NUMERIC, Types.DECIMAL);

    private final Database database;

    public SqlConsole(Database database) {
        this.database = database;
    }

    /**
     * Runs statements with semicolons between them, each taking effect at its end.
     *
     * @throws StorageException when the server refuses one; those before it keep their effect
     */
    public List<SqlResult> run(String statements) {
        List<SqlResult> results = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            boolean isRows = statement.execute(statements);
            while (isRows || statement.getUpdateCount() >= 0) {
                results.add(
                        isRows
                                ? rows(statement)
                                : new SqlResult(List.of(), List.of(), statement.getLargeUpdateCount()));
                isRows = statement.getMoreResults();
            }
            return results;
        } catch (SQLException e) {
            throw new StorageException("the SQL was refused", e);
        }
    }

    private static SqlResult rows(Statement statement) throws SQLException {
        try (ResultSet found = statement.getResultSet()) {
            ResultSetMetaData description = found.getMetaData();
            List<SqlColumn> columns = new ArrayList<>();
            for (int i = 1; i <= description.getColumnCount(); i++) {
                columns.add(
                        new SqlColumn(description.getColumnLabel(i), NUMERIC.contains(description.getColumnType(i))));
            }
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(cells(found, columns.size()));
            }
            return new SqlResult(columns, rows, 0);
        }
    }

    private static List<String> cells(ResultSet found, int count) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            cells.add(Objects.toString(found.getString(i), ""));
        }
        return cells;
    }
}
