package io.dgas.simulator.discord;

import io.dgas.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One HTTP answer: status, body, headers. */
record Answer(int status, byte[] body, Map<String, String> headers) {

    static Answer json(int status, JsonNode body) {
        return of(status, body.toString(), "application/json");
    }

    static Answer of(int status, String body, String contentType) {
        return new Answer(status, body.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", contentType));
    }

    /** An error as the API tells it. */
    static Answer error(int status, int code, String message) {
        return json(status, Json.object().put("message", message).put("code", code));
    }

    static Answer page(int status, String title) {
        return of(
                status,
                "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head><body><center><h1>" + title
                        + "</h1></center><hr><center>cloudflare</center></body></html>",
                "text/html; charset=UTF-8");
    }

    static Answer nothing(int status) {
        return new Answer(status, new byte[0], Map.of());
    }

    Answer with(String header, String value) {
        return with(Map.of(header, value));
    }

    Answer with(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(others);
        return new Answer(status, body, more);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    static Answer unauthorized() {
        return error(401, 0, "401: Unauthorized");
    }

    static Answer notFound() {
        return error(404, 0, "404: Not Found");
    }

    static Answer methodNotAllowed() {
        return error(405, 0, "405: Method Not Allowed");
    }

    static Answer missingAccess() {
        return error(403, 50_001, "Missing Access");
    }

    static Answer missingPermissions() {
        return error(403, 50_013, "Missing Permissions");
    }

    static Answer unknownChannel() {
        return error(404, 10_003, "Unknown Channel");
    }

    static Answer unknownMessage() {
        return error(404, 10_008, "Unknown Message");
    }

    static Answer requestTooLarge() {
        return error(413, 40_005, "Request entity too large");
    }

    static Answer fileTooLarge() {
        return error(400, 50_045, "File uploaded exceeds the maximum size");
    }
}
