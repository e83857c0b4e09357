package io.dgas.simulator.rest;

import io.dgas.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** One HTTP answer: status, body, headers. */
public record Reply(int status, String body, Map<String, String> headers) {

    public static Reply text(int status, String body) {
        return of(status, body, "text/html; charset=UTF-8");
    }

    public static Reply json(int status, String body) {
        return of(status, body, "application/json");
    }

    static Reply of(int status, String body, String contentType) {
        return new Reply(status, body, Map.of("Content-Type", contentType));
    }

    Reply with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, body, more);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    static Reply unauthenticated() {
        return text(401, "Unauthenticated");
    }

    static Reply quotaUsedUp() {
        return text(402, "You exceeded your daily API requests limit.  Please contact support@eodhistoricaldata.com");
    }

    static Reply forbidden() {
        return text(403, "Forbidden. Please contact support@eodhistoricaldata.com");
    }

    static Reply forbiddenToFreeUsers() {
        return text(
                403,
                "Only EOD data allowed for free users."
                        + " Please, contact our support team: support@eodhistoricaldata.com");
    }

    static Reply tickerNotFound() {
        return text(404, "Ticker Not Found.");
    }

    /** The vendor's page for an address it has not; it repeats the address, token included. */
    public static Reply pageNotFound(String line) {
        return text(
                404,
                "<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head>"
                        + "<body><h1>Not Found</h1><p>The requested URL " + line
                        + " was not found on this server.</p></body></html>");
    }

    static Reply tooManyRequests() {
        return json(429, "{\"error\":\"API rate limit exceeded\"}");
    }

    /** What is answered to an address that is none; it repeats the address, token included. */
    public static Reply badAddress(String line) {
        return json(
                400, Json.object().put("message", "bad request URL: " + line).toString());
    }

    static Reply invalid(String errors) {
        return json(422, "{\"errors\":{" + errors + "}}");
    }
}
