package io.dgas.postgres.server;

import java.util.Properties;

/**
 * Where a server listens and how to log in. Printing it does not show the password.
 *
 * @param host always the loopback address
 */
public record ServerAddress(String host, int port, String user, String password) {

    /** The JDBC address of one database, without the password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** What a JDBC driver needs to log in; refuses a server that would ask for the password in the clear. */
    public Properties login() {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("requireAuth", "scram-sha-256");
        return login;
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
