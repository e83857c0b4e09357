package io.dgas.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.adapter.web.health.HealthRoutes;
import io.dgas.adapter.web.metrics.PrometheusMetrics;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real server and real requests. */
class WebServerTest {

    private static final Instant NOW = Instant.parse("2026-10-30T21:01:00Z");

    private final AtomicReference<ComponentStatus> ready =
            new AtomicReference<>(ComponentStatus.ok("bars", "1 of 1 symbols fresh"));
    private final PrometheusMetrics metrics = new PrometheusMetrics();
    private final HttpClient http = HttpClient.newHttpClient();
    private WebServer server;

    @BeforeEach
    void start() {
        Routes failing = routes -> routes.get("/failing", context -> {
            throw new IllegalStateException("secret-word");
        });
        server = WebServer.start(
                new WebAddress("127.0.0.1", 0),
                List.of(
                        new HealthRoutes(() -> status(ComponentStatus.ok("loops", "turn")), () -> status(ready.get())),
                        metrics,
                        failing));
    }

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
        http.close();
    }

    private static SystemStatus status(ComponentStatus component) {
        return new SystemStatus(NOW, List.of(component));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The status line of an answer to headers that the client of the JDK does not let one choose. */
    private String statusLine(String... headers) throws IOException {
        URI url = URI.create(server.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            String request = "GET /health/live HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
                line.append((char) next);
            }
            return line.toString();
        }
    }

    @Test
    void healthIsTheVerdict() throws IOException, InterruptedException {
        HttpResponse<String> live = get("/health/live");
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body())
                .isEqualTo("{\"at\":\"2026-10-30T21:01:00Z\",\"verdict\":\"ok\",\"components\":"
                        + "[{\"component\":\"loops\",\"verdict\":\"ok\",\"reason\":\"turn\"}]}");

        ready.set(ComponentStatus.warning("bars", "8 of 9 symbols fresh"));
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);

        ready.set(ComponentStatus.failing("bars", "0 of 9 symbols fresh"));
        HttpResponse<String> failing = get("/health/ready");
        assertThat(failing.statusCode()).isEqualTo(503);
        assertThat(failing.body()).contains("\"verdict\":\"failing\"", "0 of 9 symbols fresh");
    }

    @Test
    void metricsAreThoseOfTheRegistry() throws IOException, InterruptedException {
        metrics.registry().counter("dgas.tests", "kind", "real").increment(3);
        HttpResponse<String> answer = get("/metrics");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body()).contains("dgas_tests_total{kind=\"real\"} 3.0", "jvm_memory_used_bytes");
    }

    @Test
    void headersAreSafe() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/health/live");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void aFailureTellsNothing() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/failing");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret-word").doesNotContain("IllegalState");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.0.0.1:8501", "[::1]:8501", "localhost:9"})
    void namesOfThisMachineAreAnswered(String host) throws IOException {
        assertThat(statusLine("Host: " + host)).contains("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example:8501", "127.0.0.1.evil.example", "10.0.0.7", "1.2"})
    void otherNamesAreRefused(String host) throws IOException {
        assertThat(statusLine("Host: " + host)).contains("403");
    }

    @Test
    void pagesOfOthersAreRefused() throws IOException {
        assertThat(statusLine("Host: localhost:8501", "Origin: https://evil.example"))
                .contains("403");
        assertThat(statusLine("Host: localhost:8501", "Origin: http://localhost:8501"))
                .contains("200");
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            WebAddress address = new WebAddress("127.0.0.1", taken.getLocalPort());
            assertThatThrownBy(() -> WebServer.start(address, List.of()))
                    .isInstanceOf(AddressInUseException.class)
                    .hasMessage("port " + taken.getLocalPort() + " of 127.0.0.1 is in use");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void whatOthersCouldReachNeedsMoreThanNames(String host) {
        assertThatThrownBy(() -> WebServer.start(new WebAddress(host, 0), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(host);
    }

    @Test
    void aHostThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new WebAddress("no.such.host.invalid", 8501))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'no.such.host.invalid'");
    }
}
