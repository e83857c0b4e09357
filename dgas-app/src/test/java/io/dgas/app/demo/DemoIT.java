package io.dgas.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.collection.Until;
import io.dgas.app.endpoint.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dgas demo} by the real launcher, until a signal was told; and that nothing of it is left. */
class DemoIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path home;

    private final int port = FreePort.find();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        http.shutdownNow();
        started.forEach(Process::destroyForcibly);
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        ROOT.resolve("dgas").toString(), "demo", "--symbols", "60", "--port", String.valueOf(port))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("said").toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("DGAS_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("DGAS_START_CACHE", "off");
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private String said() {
        try {
            return Files.readString(home.resolve("said"));
        } catch (IOException unreadable) {
            return String.valueOf(unreadable);
        }
    }

    private String get(String path) {
        try {
            URI url = URI.create("http://127.0.0.1:" + port + path);
            return http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException notYet) {
            return String.valueOf(notYet);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static Set<String> names(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Parts of a histogram are one metric. */
    private static Set<String> told(String metrics) {
        return names(metrics, "^(dgas_[a-z_]+?)(?:_bucket|_count|_sum|_max)?[ {]");
    }

    private static Path folder(String said) {
        return Path.of(names(said, "removes (/\\S+)\\.$").iterator().next());
    }

    @Test
    void showsTheWholeSystemAndLeavesNothingBehind() throws Exception {
        Process demo = start();
        Until.isSo(() -> get("/metrics").contains("dgas_notice_delivery_seconds_count"), this::said);

        assertThat(said()).contains("Its market is SIMULATED").contains("The page: http://127.0.0.1:" + port);
        Until.isSo(() -> get("/").contains("trend continuation"), () -> get("/"));
        assertThat(get("/")).contains("This market is simulated");
        Set<String> documented = names(Files.readString(ROOT.resolve("docs/ops/metrics.md")), "^\\| `(dgas_[a-z_]+)`");
        assertThat(told(get("/metrics"))).isEqualTo(documented);

        Path folder = folder(said());
        assertThat(folder).exists();
        demo.toHandle().destroy(); // as Ctrl-C, which does nothing to what a shell began in the background
        assertThat(demo.waitFor(90, TimeUnit.SECONDS)).as(this::said).isTrue();
        assertThat(folder).doesNotExist();
        assertThat(said()).endsWith("the demonstration has ended; nothing of it is left\n");
        assertThat(ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream()))
                .noneMatch(command -> command.contains(folder.toString()));
    }

    @Test
    void alertsAndPanelsAskForMetricsThatThereAre() throws IOException {
        Set<String> documented = names(Files.readString(ROOT.resolve("docs/ops/metrics.md")), "^\\| `(dgas_[a-z_]+)`");
        for (String file : Set.of("alerts.yml", "grafana.json")) {
            Set<String> asked = names(
                    Files.readString(ROOT.resolve("docs/ops/" + file)),
                    "\\b(dgas_[a-z_]+?)(?:_bucket|_count|_sum)?\\b(?![a-z_])");
            assertThat(documented).as(file).containsAll(asked);
            assertThat(asked).isNotEmpty();
        }
    }
}
