package io.dgas.simulator.rest;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was asked: endpoint, ticker (empty where the endpoint takes none), query, and the request line's own text. */
public record Request(String endpoint, String ticker, Map<String, String> query, String line) {

    public static Request of(URI uri) {
        String[] parts = uri.getPath().substring("/api/".length()).split("/", 2);
        return new Request(parts[0], parts.length > 1 ? parts[1] : "", query(uri.getRawQuery()), uri.toString());
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    boolean wantsJson() {
        return parameter("fmt").filter("json"::equals).isPresent();
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
