package io.dgas.app.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.adapter.web.WebAddress;
import io.dgas.adapter.web.WebServer;
import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.service.Problems;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service answers to those that look after it. */
class ServiceRoutesTest {

    private static final Instant NOW = Instant.parse("2026-10-30T21:01:00Z");

    @TempDir
    Path folder;

    private static HttpResponse<String> get(WebServer server, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aServiceWhoseLoopHangsIsNotLiveAndLooksAreNotRepeatedForEachQuestion() throws Exception {
        Problems problems = new Problems();
        AtomicInteger looks = new AtomicInteger();
        try (Installation installation = new StoredDgas(folder).installation();
                ProcessMetrics metrics = ProcessMetrics.begin(installation)) {
            ServiceRoutes routes = new ServiceRoutes(metrics, InstantSource.fixed(NOW), problems, () -> {
                looks.incrementAndGet();
                return new SystemStatus(NOW, List.of(ComponentStatus.ok("database", "there")));
            });
            try (WebServer server = WebServer.start(new WebAddress("127.0.0.1", 0), routes.all())) {
                assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
                problems.begin(Problems.LOOPS, "its part 'live' does not go on", NOW);
                HttpResponse<String> hanging = get(server, "/health/live");
                assertThat(hanging.statusCode()).isEqualTo(503);
                assertThat(hanging.body()).contains("its part 'live' does not go on");

                long asked = System.nanoTime();
                for (int i = 0; i < 20; i++) {
                    assertThat(get(server, "/health/ready").statusCode()).isEqualTo(200);
                }
                long seconds = 1 + (System.nanoTime() - asked) / 1_000_000_000;
                assertThat(looks.get()).isPositive().isLessThanOrEqualTo((int) seconds + 1);
            }
        }
    }
}
