package io.dgas.simulator.discord;

import io.dgas.simulator.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** So many requests in so long, for each bucket; and for the headers that tell of it. */
final class RateBuckets {

    static final int MESSAGES = 5;
    static final int LOOKUPS = 50;
    private static final int WHOLE_BOT = 50;
    private static final Duration MESSAGES_WINDOW = Duration.ofSeconds(5);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** What a request finds: the limit, how many are left after it, when it begins anew; and whether it comes too early. */
    record Standing(int limit, int remaining, Instant reset, Instant now, boolean exceeded) {

        double secondsLeft() {
            return Math.max(0, Duration.between(now, reset).toMillis()) / 1_000.0;
        }
    }

    private static final class Window {

        private Instant until = Instant.MIN;
        private int used;

        Standing take(int limit, Duration length, Instant now) {
            if (!now.isBefore(until) || until.isAfter(now.plus(length))) {
                until = now.plus(length);
                used = 0;
            }
            boolean exceeded = used >= limit;
            used += exceeded ? 0 : 1;
            return new Standing(limit, limit - used, until, now, exceeded);
        }
    }

    private final Map<String, Window> windows = new HashMap<>();
    private final Map<Route, Integer> renamed = new HashMap<>();

    synchronized Standing bot(String bot, Instant now) {
        return window("all " + bot).take(WHOLE_BOT, SECOND, now);
    }

    synchronized Standing route(Route.Target target, String bot, Instant now) {
        boolean messages = target.route() == Route.CREATE || target.route() == Route.LIST;
        Window window = window(hash(target.route()) + " " + bot + " " + target.first());
        return messages ? window.take(MESSAGES, MESSAGES_WINDOW, now) : window.take(LOOKUPS, SECOND, now);
    }

    /** The route has another, fresh bucket. */
    synchronized void rename(Route route) {
        renamed.merge(route, 1, Integer::sum);
    }

    private Window window(String key) {
        return windows.computeIfAbsent(key, any -> new Window());
    }

    private String hash(Route route) {
        int nth = renamed.getOrDefault(route, 0);
        return String.format(Locale.ROOT, "%08x%04x", route.name().hashCode(), nth);
    }

    /** The headers of an answer. */
    synchronized Map<String, String> headers(Route route, Standing standing) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-RateLimit-Limit", Integer.toString(standing.limit()));
        headers.put("X-RateLimit-Remaining", Integer.toString(standing.remaining()));
        headers.put("X-RateLimit-Reset", seconds(standing.reset().toEpochMilli() / 1_000.0));
        headers.put("X-RateLimit-Reset-After", seconds(standing.secondsLeft()));
        headers.put("X-RateLimit-Bucket", hash(route));
        return headers;
    }

    static Answer tooMany(double retryAfter, String scope) {
        Answer answer = Answer.json(
                        429,
                        Json.object()
                                .put("message", "You are being rate limited.")
                                .put("retry_after", retryAfter)
                                .put("global", scope.equals("global")))
                .with("X-RateLimit-Scope", scope)
                .with("Retry-After", Long.toString((long) Math.ceil(retryAfter)));
        return scope.equals("global") ? answer.with("X-RateLimit-Global", "true") : answer;
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
