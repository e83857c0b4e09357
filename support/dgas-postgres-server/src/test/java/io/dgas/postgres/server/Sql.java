package io.dgas.postgres.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Short talks with a server. */
record Sql(ServerAddress address, String database) {

    void execute(String... statements) throws SQLException {
        try (Connection connection = Probe.connect(address, database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    String answer(String query) throws SQLException {
        try (Connection connection = Probe.connect(address, database);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }
}
