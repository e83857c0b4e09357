package io.dgas.app.collection;

import io.dgas.app.environment.Environment;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Looks into the database beside the program, with statements of its own. */
public record StoredRows(URI address) {

    public static StoredRows of(Environment environment) {
        return new StoredRows(
                URI.create(environment.variable("DGAS_DATABASE_URL").orElseThrow()));
    }

    public Connection connect() throws SQLException {
        String[] account = address.getUserInfo().split(":", 2);
        Properties properties = new Properties();
        properties.setProperty("user", account[0]);
        properties.setProperty("password", account[1]);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + address.getPath(), properties);
    }

    /** The first column of what a query finds, as text. */
    public List<String> texts(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (found.next()) {
                texts.add(String.valueOf(found.getString(1)));
            }
            return texts;
        } catch (SQLException failed) {
            throw new AssertionError(query, failed);
        }
    }

    public long number(String query) {
        return Long.parseLong(texts(query).getFirst());
    }

    public void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException failed) {
            throw new AssertionError(String.join("; ", statements), failed);
        }
    }
}
