package io.dgas.simulator.discord;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bot as anyone would write it, on the JDK's HTTP, and a simulator whose clock stands still. */
abstract class RawBot {

    static final Instant NOW = Instant.parse("2026-06-10T15:30:00Z");
    static final String AGENT = "DiscordBot (https://bot.invalid, 1.0)";
    static final String MESSAGES = "/channels/" + DiscordSimulator.CHANNEL + "/messages";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    DiscordSimulator simulator;
    String token = DiscordSimulator.TOKEN;
    String agent = AGENT;

    @BeforeEach
    void start() throws IOException {
        simulator = DiscordSimulator.start(DiscordSimulator.Settings.of(NOW));
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        simulator.close();
    }

    void order(String fields) {
        simulator.order("{\"faults\":[{" + fields.replace('\'', '"') + "}]}");
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bot " + token)
                .header("User-Agent", agent);
    }

    HttpResponse<String> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return sent(to(path).GET());
    }

    /** With apostrophes for quotes. */
    HttpResponse<String> request(String method, String path, String json) throws IOException, InterruptedException {
        return sent(to(path).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    HttpResponse<String> create(String json) throws IOException, InterruptedException {
        return request("POST", MESSAGES, json);
    }

    HttpResponse<String> upload(String payload, byte[]... files) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder("--edge\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + payload.replace('\'', '"') + "\r\n");
        for (int at = 0; at < files.length; at++) {
            body.append("--edge\r\nContent-Disposition: form-data; name=\"files[" + at + "]\"; filename=\"chart"
                    + (at == 0 ? "" : at) + ".png\"\r\nContent-Type: image/png\r\n\r\n"
                    + new String(files[at], StandardCharsets.ISO_8859_1) + "\r\n");
        }
        byte[] bytes = body.append("--edge--\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        return sent(to(MESSAGES)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    HttpResponse<String> control(String method, String path, String body) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(URI.create(simulator.controlUrl() + path))
                .timeout(PATIENCE)
                .method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<byte[]> attachment(String path) throws IOException, InterruptedException {
        URI address = simulator.controlUrl().resolve(path);
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    }

    static JsonNode tree(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }
}
