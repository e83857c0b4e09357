package io.dgas.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client as anyone would write it, on the JDK's HTTP. */
final class Client implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final EodhdSimulator simulator;

    Client(EodhdSimulator simulator) {
        this.simulator = simulator;
    }

    HttpResponse<String> get(String pathAndQuery) throws IOException, InterruptedException {
        return get(pathAndQuery, EodhdSimulator.TOKEN);
    }

    HttpResponse<String> get(String pathAndQuery, String token) throws IOException, InterruptedException {
        String joint = pathAndQuery.contains("?") ? "&" : "?";
        return http.send(request(pathAndQuery + joint + "api_token=" + token), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String pathAndQuery) throws IOException, InterruptedException {
        return http.send(
                request(pathAndQuery + "&api_token=" + EodhdSimulator.TOKEN), HttpResponse.BodyHandlers.ofByteArray());
    }

    JsonNode json(String pathAndQuery) throws IOException, InterruptedException {
        return new JsonMapper().readTree(get(pathAndQuery).body());
    }

    HttpResponse<String> control(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.controlUrl() + path))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(simulator.baseUrl() + pathAndQuery))
                .timeout(PATIENCE)
                .build();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
