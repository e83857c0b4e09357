package io.dgas.adapter.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/**
 * A connection for locks that last as long as it does, and for listening: no pool ends it, and both sides notice within a minute when the
 * other is gone.
 */
final class LastingConnection implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private static final String SETTINGS = """
            set time zone 'UTC'; set idle_session_timeout = 0; set tcp_keepalives_idle = 10;
            set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3; set tcp_user_timeout = 40000""";

    private final Connection connection;

    private LastingConnection(Connection connection) {
        this.connection = connection;
    }

    static LastingConnection open(DatabaseUrl url, String name) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", String.valueOf(ANSWER_WITHIN.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", name);
        url.properties().forEach(properties::setProperty);
        properties.setProperty("socketTimeout", String.valueOf(ANSWER_WITHIN.toSeconds()));
        Connection connection = DriverManager.getConnection(url.jdbcUrl(), properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
            return new LastingConnection(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    /** Does not wait. */
    boolean takes(long lock) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select pg_try_advisory_lock(" + lock + ")")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    void release(long lock) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + lock + ")");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
