package io.dgas.adapter.postgres.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tables of a schema whose rows belong into a backup, on a connection that is within a transaction.
 *
 * @param schema its name as SQL wants it
 */
record SchemaTables(Connection connection, String schema) {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Text of COPY is the same whatever the session's settings were; and nothing of ours takes too long. */
    private static final String SETTINGS = """
            set local time zone 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
            set local bytea_output = 'hex'; set local extra_float_digits = 1; set local statement_timeout = 0;
            set local idle_in_transaction_session_timeout = 0; set local lock_timeout = '30s'""";

    /** Computed columns compute themselves again. */
    private static final String COLUMNS = """
            select attname, pg_get_serial_sequence(attrelid::regclass::text, attname) as sequence
            from pg_attribute where attrelid = to_regclass(?) and attnum > 0 and not attisdropped and attgenerated = ''
            order by attnum""";

    /** Those of the connection's own schema. */
    static SchemaTables ofCurrent(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select quote_ident(current_schema())")) {
            found.next();
            return new SchemaTables(connection, found.getString(1));
        }
    }

    void settle() throws SQLException {
        execute(SETTINGS);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Optional<Long> number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next() ? Optional.of(found.getLong(1)) : Optional.empty();
        }
    }

    /** The name of one of them as SQL wants it. */
    String named(String table) {
        return schema + "." + table;
    }

    /** Those that this version of the schema has, each after those that its rows refer to. */
    List<String> present() throws SQLException {
        List<String> present = new ArrayList<>();
        for (String table : BackupTables.ALL) {
            if (number("select 1 where to_regclass('" + named(table) + "') is not null")
                    .isPresent()) {
                present.add(table);
            }
        }
        return present;
    }

    /**
     * Until the transaction ends.
     *
     * @throws BackupException when others hold them for too long
     */
    void lock(List<String> tables, String mode) throws SQLException {
        try {
            execute("lock table " + names(tables) + " in " + mode + " mode");
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            throw new BackupException(
                    "other sessions have kept tables of the database locked for 30 s; pg_stat_activity lists them", e);
        }
    }

    private String names(List<String> tables) {
        return tables.stream().map(this::named).collect(Collectors.joining(", "));
    }

    /** The columns that hold data, with the sequence that numbers each, if one does. */
    Map<String, Optional<String>> columns(String table) throws SQLException {
        Map<String, Optional<String>> columns = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, named(table));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    columns.put(found.getString(1), Optional.ofNullable(found.getString(2)));
                }
            }
        }
        return columns;
    }

    /** The last numbers that were given away, by column. They are never lower than those in the rows that are seen. */
    Map<String, Long> lastIds(String table) throws SQLException {
        Map<String, Long> last = new LinkedHashMap<>();
        for (var column : columns(table).entrySet()) {
            if (column.getValue().isPresent()) {
                last.put(column.getKey(), lastOf(column.getValue().get()));
            }
        }
        return last;
    }

    private long lastOf(String sequence) throws SQLException {
        return number("select case when is_called then last_value else 0 end from " + sequence)
                .orElse(0L);
    }

    /** No number that was ever given away is given to another row: neither here nor where the rows come from. */
    void raiseIds(String table, Map<String, Long> last) throws SQLException {
        for (var column : columns(table).entrySet()) {
            if (column.getValue().isPresent()) {
                String sequence = column.getValue().get();
                long inRows = number("select coalesce(max(" + quoted(column.getKey()) + "), 0) from " + named(table))
                        .orElse(0L);
                long given = Math.max(inRows, last.getOrDefault(column.getKey(), 0L));
                if (given > lastOf(sequence)) {
                    number("select setval('" + sequence.replace("'", "''") + "', " + given + ")");
                }
            }
        }
    }

    /** The first of them that has rows. */
    Optional<String> firstWithRows() throws SQLException {
        for (String table : present()) {
            if (number("select 1 from " + named(table) + " limit 1").isPresent()) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    void empty() throws SQLException {
        execute("truncate " + names(present()));
    }

    /** What the planner knows of rows that have just come. */
    void analyze() throws SQLException {
        execute("analyze " + names(present()));
    }

    /** The text of a COPY of these columns, without where to. */
    String copy(String table, List<String> columns) {
        return "copy " + named(table) + " (" + quoted(columns) + ")";
    }

    static String quoted(List<String> columns) {
        return columns.stream().map(SchemaTables::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    /** Takes over all rows of another schema of the same version. */
    void addAllOf(SchemaTables other) throws SQLException {
        for (String table : present()) {
            String columns = quoted(List.copyOf(columns(table).keySet()));
            execute("insert into " + named(table) + " (" + columns + ") overriding system value select " + columns
                    + " from " + other.named(table));
            raiseIds(table, other.lastIds(table));
        }
    }
}
