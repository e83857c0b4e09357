package io.dgas.postgres.server;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** Finds out by connecting whether a cluster's server lives. */
enum Probe {
    /** It answers, and it is the server of that data folder. */
    READY,
    /** Something is there that cannot take us yet: starting, recovering or stopping. */
    BUSY,
    /** Nobody, or somebody else. */
    DOWN;

    private static final String CANNOT_CONNECT_NOW = "57P03";
    private static final String TOO_MANY_CONNECTIONS = "53300";

    static Probe of(ServerAddress address, Path data) {
        try (Connection connection = connect(address, "postgres")) {
            return serves(connection, data) ? READY : DOWN;
        } catch (SQLException e) {
            return meaningOf(e);
        } catch (IOException e) {
            return DOWN;
        }
    }

    /** Connects with a time limit. */
    static Connection connect(ServerAddress address, String database) throws SQLException {
        Properties login = address.login();
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "10");
        @Nullable Connection connection = new Driver().connect(address.jdbcUrl(database), login);
        if (connection == null) {
            throw new SQLException("the driver does not know " + address.jdbcUrl(database));
        }
        return connection;
    }

    /** A copied data folder names the server of its original. */
    private static boolean serves(Connection connection, Path data) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select current_setting('data_directory')")) {
            found.next();
            return Path.of(found.getString(1)).toRealPath().equals(data.toRealPath());
        }
    }

    private static Probe meaningOf(SQLException e) {
        if (TOO_MANY_CONNECTIONS.equals(e.getSQLState())) {
            return READY;
        }
        boolean silent = e.getCause() instanceof SocketTimeoutException;
        return silent || CANNOT_CONNECT_NOW.equals(e.getSQLState()) ? BUSY : DOWN;
    }
}
