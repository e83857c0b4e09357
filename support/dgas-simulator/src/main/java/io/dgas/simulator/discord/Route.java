package io.dgas.simulator.discord;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of the API that there are; the name in lower case is that of scenarios. */
enum Route {
    CREATE("POST", "/channels/([^/]+)/messages"),
    LIST("GET", "/channels/([^/]+)/messages"),
    GET("GET", "/channels/([^/]+)/messages/([^/]+)"),
    EDIT("PATCH", "/channels/([^/]+)/messages/([^/]+)"),
    DELETE("DELETE", "/channels/([^/]+)/messages/([^/]+)"),
    ME("GET", "/users/@me"),
    CHANNEL("GET", "/channels/([^/]+)"),
    GUILD("GET", "/guilds/([^/]+)"),
    ROLES("GET", "/guilds/([^/]+)/roles"),
    MEMBER("GET", "/guilds/([^/]+)/members/([^/]+)");

    private static final Pattern VERSION = Pattern.compile("/api/v(?:9|10)(/.*)");

    private final String method;
    private final Pattern path;

    Route(String method, String path) {
        this.method = method;
        this.path = Pattern.compile(path);
    }

    /** A route and the ids in its path; an empty text where there is none. */
    record Target(Route route, String first, String second) {

        /** The channel that it is about; empty where it is about none. */
        String channel() {
            return switch (route) {
                case CREATE, LIST, GET, EDIT, DELETE, CHANNEL -> first;
                default -> "";
            };
        }
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Target> find(String method, String path) {
        return Arrays.stream(values())
                .filter(route -> route.method.equals(method))
                .flatMap(route -> route.match(path).stream())
                .findFirst();
    }

    /** Whether the path has other methods. */
    static boolean known(String path) {
        return Arrays.stream(values()).anyMatch(route -> route.match(path).isPresent());
    }

    private Optional<Target> match(String address) {
        Matcher version = VERSION.matcher(address);
        if (!version.matches()) {
            return Optional.empty();
        }
        Matcher ids = path.matcher(version.group(1));
        return ids.matches() ? Optional.of(new Target(this, id(ids, 1), id(ids, 2))) : Optional.empty();
    }

    private static String id(Matcher ids, int group) {
        return ids.groupCount() >= group ? ids.group(group) : "";
    }
}
