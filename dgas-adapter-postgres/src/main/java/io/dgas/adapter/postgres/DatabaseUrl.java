package io.dgas.adapter.postgres;

import io.dgas.postgres.server.ServerAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a database is and how to log in. Printing it shows neither password nor parameters. */
public final class DatabaseUrl {

    private static final Pattern FORM = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?://(?:(?<login>[^/?]*)@)?(?<hosts>[^/?@]*)(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?",
            Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(?:\\[[0-9a-fA-F:.]+]|[^\\s:,\\[\\]]+)(?::\\d{1,5})?");
    /** Names that libpq and psql use, by what the JDBC driver calls the same. */
    private static final Map<String, String> DRIVER_NAMES = Map.of(
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName",
            "target_session_attrs", "targetServerType");

    private static final String EXPECTED = "expected postgresql://user:password@host:port/database";

    private final String hosts;
    private final String database;
    private final Map<String, String> properties;

    private DatabaseUrl(String hosts, String database, Map<String, String> properties) {
        this.hosts = hosts;
        this.database = database;
        this.properties = Map.copyOf(properties);
    }

    /**
     * Reads {@code postgresql://user:password@host:port/database?parameter=value}, with {@code postgres:} and {@code
     * jdbc:postgresql:} as other names. Parts are percent-encoded where they hold special letters.
     *
     * @throws IllegalArgumentException saying what is expected, without the password
     */
    public static DatabaseUrl parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "this database address does not begin with postgresql:// or has an '@' or '/' that is not written "
                            + "%40 or %2F; " + EXPECTED);
        }
        Map<String, String> properties = new LinkedHashMap<>();
        addLogin(properties, orEmpty(parts.group("login")));
        addQuery(properties, orEmpty(parts.group("query")));
        String hosts = orEmpty(parts.group("hosts"));
        requireHosts(hosts);
        String database = decoded(orEmpty(parts.group("database")));
        if (database.isEmpty() || database.contains("/")) {
            throw new IllegalArgumentException("the database address names no database after the host; " + EXPECTED);
        }
        return new DatabaseUrl(hosts, database, properties);
    }

    /** A database of the private server. */
    public static DatabaseUrl of(ServerAddress address, String database) {
        Map<String, String> properties = new LinkedHashMap<>();
        address.login().forEach((name, value) -> properties.put(name.toString(), value.toString()));
        return new DatabaseUrl(address.host() + ":" + address.port(), database, properties);
    }

    private static void addLogin(Map<String, String> properties, String login) {
        if (login.isEmpty()) {
            return;
        }
        int colon = login.indexOf(':');
        properties.put("user", decoded(colon < 0 ? login : login.substring(0, colon)));
        if (colon >= 0) {
            properties.put("password", decoded(login.substring(colon + 1)));
        }
    }

    private static void addQuery(Map<String, String> properties, String query) {
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                String name = decoded(parameter.substring(0, equals));
                properties.put(DRIVER_NAMES.getOrDefault(name, name), decoded(parameter.substring(equals + 1)));
            } else if (!parameter.isEmpty()) {
                throw new IllegalArgumentException(
                        "a parameter of the database address has no value; write name=value");
            }
        }
    }

    private static void requireHosts(String hosts) {
        for (String host : hosts.split(",", -1)) {
            if (!HOST.matcher(host).matches()) {
                throw new IllegalArgumentException("'" + host + "' in the database address is not a host or host:port; "
                        + EXPECTED + ", an IPv6 address in brackets");
            }
        }
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "a '%' in the database address is not followed by two hexadecimal digits; write %25 for the sign");
        }
    }

    /** The address for the JDBC driver, without login and parameters. */
    String jdbcUrl() {
        return "jdbc:postgresql://" + hosts + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Login and parameters for the JDBC driver. */
    Map<String, String> properties() {
        return properties;
    }

    public String database() {
        return database;
    }

    /** The text without the password. */
    String masked(String text) {
        String password = properties.getOrDefault("password", "");
        return password.isEmpty() ? text : text.replace(password, "***");
    }

    /** What {@code psql} needs in its environment to reach the same database; holds the password. */
    public Map<String, String> psqlEnvironment() {
        Matcher first = Pattern.compile("(.*?)(?::(\\d+))?").matcher(hosts.split(",", 2)[0]);
        Map<String, String> environment = new TreeMap<>();
        if (first.matches()) {
            environment.put("PGHOST", first.group(1).replaceAll("[\\[\\]]", ""));
            environment.put("PGPORT", first.group(2) == null ? "5432" : first.group(2));
        }
        environment.put("PGDATABASE", database);
        putIfThere(environment, "PGUSER", "user");
        putIfThere(environment, "PGPASSWORD", "password");
        putIfThere(environment, "PGSSLMODE", "sslmode");
        return environment;
    }

    private void putIfThere(Map<String, String> environment, String variable, String property) {
        String value = properties.get(property);
        if (value != null) {
            environment.put(variable, value);
        }
    }

    @Override
    public String toString() {
        String user = properties.getOrDefault("user", "");
        return (user.isEmpty() ? "" : user + "@") + hosts + "/" + database;
    }
}
