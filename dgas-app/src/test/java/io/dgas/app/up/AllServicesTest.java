package io.dgas.app.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.collection.Until;
import io.dgas.app.endpoint.FreePort;
import io.dgas.app.prediction.StoredDgas;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} and {@code dashboard} on a real database, looked at over HTTP. */
class AllServicesTest {

    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private final int page = FreePort.find();
    private final int scheduler = FreePort.find();
    private final HttpClient http = HttpClient.newHttpClient();
    private StoredDgas dgas;

    @BeforeEach
    void make() {
        dgas = new StoredDgas(
                folder,
                InstantSource.system(),
                Map.of(
                        "DGAS_DATA_COLLECTION_ENABLED",
                        "false",
                        "DGAS_NOTIFICATIONS_DISCORD_ENABLED",
                        "false",
                        "DGAS_DASHBOARD_PORT",
                        String.valueOf(page),
                        "DGAS_MONITORING_SCHEDULER_PORT",
                        String.valueOf(scheduler)));
    }

    @AfterEach
    void close() {
        http.shutdownNow();
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> awaited(int port, String path, String text) {
        AtomicReference<HttpResponse<String>> found = new AtomicReference<>();
        AtomicReference<String> last = new AtomicReference<>("nothing");
        Until.isSo(
                () -> {
                    try {
                        HttpResponse<String> answer = get(port, path);
                        found.set(answer);
                        last.set(answer.body());
                    } catch (IOException notYet) {
                        last.set(String.valueOf(notYet));
                    } catch (InterruptedException hurried) {
                        Thread.currentThread().interrupt();
                    }
                    return last.get().contains(text);
                },
                () -> "no '" + text + "' at " + path + ", but " + last.get());
        return found.get();
    }

    private static StoredDgas.Run ended(CompletableFuture<StoredDgas.Run> running) throws Exception {
        return running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void upRunsAllAndEachIsStoppedByItself() throws Exception {
        CompletableFuture<StoredDgas.Run> up = CompletableFuture.supplyAsync(() -> dgas.run("up"));

        HttpResponse<String> ready = awaited(scheduler, "/health/ready", "\"component\":\"cycles\"");
        assertThat(ready.body()).contains("\"component\":\"database\",\"verdict\":\"ok\"");
        assertThat(get(scheduler, "/health/live").statusCode()).isEqualTo(200);
        awaited(page, "/", "scheduler");
        assertThat(awaited(page, "/metrics", "dgas_problems").body())
                .contains("dgas_problems{service=\"dashboard\"}", "dgas_problems{service=\"scheduler\"}");
        assertThat(dgas.run("dashboard", "status").out()).contains("page: http://127.0.0.1:" + page);

        assertThat(dgas.run("scheduler", "stop").code()).isZero();
        assertThat(get(page, "/health/live").statusCode()).isEqualTo(200);
        assertThat(up).isNotDone();
        assertThat(dgas.run("dashboard", "stop").code()).isZero();
        StoredDgas.Run ended = ended(up);
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("data_collection.enabled is false: no bars are collected");
    }

    @Test
    void aPortInUseEndsAllAndSaysWhoHasIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(page, 1, InetAddress.getLoopbackAddress())) {
            StoredDgas.Run run = ended(CompletableFuture.supplyAsync(() -> dgas.run("up")));
            assertThat(run.code()).isOne();
            assertThat(run.err())
                    .contains(
                            "dgas: the page cannot be served: port " + taken.getLocalPort() + " of 127.0.0.1 is in use")
                    .contains("set dashboard.port");
        }
        assertThat(dgas.run("scheduler", "status").code()).isOne();
    }

    @Test
    void onePageForADatabase() throws Exception {
        CompletableFuture<StoredDgas.Run> first = CompletableFuture.supplyAsync(() -> dgas.run("dashboard", "start"));
        awaited(page, "/health/live", "ok");
        StoredDgas.Run second = dgas.run("dashboard", "start");
        assertThat(second.code()).isOne();
        assertThat(second.err())
                .contains("the dashboard is running already: ")
                .contains("stop it with 'dgas dashboard stop'");
        assertThat(dgas.run("dashboard", "stop").code()).isZero();
        assertThat(ended(first).code()).isZero();
    }

    @Test
    void whatTheNetworkCouldReadIsRefused() {
        StoredDgas.Run run = dgas.with(Map.of("DGAS_DASHBOARD_HOST", "0.0.0.0")).run("dashboard", "start");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("dgas: dashboard.host: '0.0.0.0' opens the page to the network");
    }

    @Test
    void aSchedulerWithoutItsPortWorksAllTheSame() throws Exception {
        try (ServerSocket taken = new ServerSocket(scheduler, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<StoredDgas.Run> running =
                    CompletableFuture.supplyAsync(() -> dgas.run("scheduler", "start"));
            Supplier<String> told = () -> dgas.run("scheduler", "status").out();
            Until.isSo(() -> told.get().contains("is in use"), told);
            assertThat(told.get())
                    .contains("health and metrics: port " + taken.getLocalPort() + " of 127.0.0.1 is in use")
                    .contains("set monitoring.scheduler_port");
            assertThat(dgas.run("scheduler", "stop").code()).isZero();
            assertThat(ended(running).code()).isZero();
        }
    }
}
