package io.dgas.adapter.eodhd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A server on loopback that gives the answers it was told to, the last one for ever, and a client without waits. */
final class Vendor implements AutoCloseable {

    static final String TOKEN = "65a1b2c3.d4e5f6a7b8";
    static final Instant NOW = Instant.parse("2026-06-02T12:00:00Z");

    /** An answer; in its body {@code $URL} stands for the address that was asked. */
    record Answer(int status, String type, byte[] body, Map<String, String> headers) {
        static Answer json(String body) {
            return bytes(body.getBytes(UTF_8));
        }

        static Answer bytes(byte[] body) {
            return new Answer(200, "application/json", body, Map.of());
        }

        static Answer text(int status, String body) {
            return new Answer(status, "text/html; charset=UTF-8", body.getBytes(UTF_8), Map.of());
        }

        Answer with(String header, String value) {
            return new Answer(status, type, body, Map.of(header, value));
        }
    }

    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Deque<Answer> answers = new ArrayDeque<>();
    final List<URI> asked = Collections.synchronizedList(new ArrayList<>());
    final List<Duration> slept = new ArrayList<>();
    final NotedBudget budget = new NotedBudget(new ArrayList<>());
    int largestBody = 1 << 20;

    Vendor(Answer... answers) throws IOException {
        this.answers.addAll(List.of(answers));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI());
        Answer answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        byte[] body = new String(answer.body(), ISO_8859_1)
                .replace("$URL", exchange.getRequestURI().toString())
                .getBytes(ISO_8859_1);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    URI address() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/api/");
    }

    EodhdHistory history() {
        return new EodhdHistory(client());
    }

    EodhdClient client() {
        RetryRules rules = new RetryRules(4, Duration.ofSeconds(1), Duration.ofSeconds(20));
        EodhdSettings settings =
                new EodhdSettings(address(), ApiToken.parse(TOKEN), Duration.ofSeconds(20), largestBody, rules);
        Pacing pacing = new Pacing(InstantSource.fixed(NOW), slept::add, new SplittableRandom(7), budget);
        return new EodhdClient(http, settings, pacing);
    }

    void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        http.close();
        stop();
    }
}
