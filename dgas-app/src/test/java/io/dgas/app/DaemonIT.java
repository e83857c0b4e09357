package io.dgas.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dgas.app.DgasProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Services that run detached, with the real launcher, a vendor that is away and a careless umask. */
class DaemonIT {

    private static final Pattern STARTED = Pattern.compile(" runs as process (\\d+); it logs to (.+)\\n");

    @TempDir
    Path home;

    @BeforeEach
    void settings() throws IOException {
        Files.writeString(home.resolve("away.yaml"), """
                eodhd:
                  api_token: simulated.token.0001
                  base_url: http://127.0.0.1:1/api
                  websocket_url: ws://127.0.0.1:1/ws
                data_collection:
                  enabled: true
                """);
    }

    private Ended shell(String line) throws Exception {
        return new DgasProcess(home)
                .with("DGAS_DATA_DIR", home.resolve("data").toString())
                .shell("umask 000; " + line);
    }

    private Ended dgas(String arguments) throws Exception {
        return shell("\"$DGAS\" " + arguments + " --config away.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-collection", "scheduler"})
    void runsInASessionOfItsOwnAndNoFileIsAnybodyElses(String service) throws Exception {
        try {
            Ended started = dgas(service + " start --daemon --log-format json");
            assertThat(started.notes() + started.results()).contains(" runs as process ");
            assertThat(started.code()).isZero();
            Matcher told = STARTED.matcher(started.results());
            assertThat(told.find()).isTrue();
            hasItsOwnSessionAndNoTerminal(told.group(1));
            Path log = Path.of(told.group(2));
            assertThat(log).isEqualTo(home.resolve("data/log/" + service + ".log"));
            assertThat(dgas(service + " start --daemon").notes())
                    .contains(" is running already: " + told.group(1) + "@");

            assertThat(dgas(service + " stop").code()).isZero();

            assertThat(log.resolveSibling(service + ".out")).content().doesNotContain("Exception");
            logsJson(log, told.group(1));
            noFileIsAnybodyElses();
        } finally {
            dgas(service + " stop");
            dgas("db stop");
        }
    }

    private static void hasItsOwnSessionAndNoTerminal(String process) throws IOException {
        Path proc = Path.of("/proc", process);
        assumeTrue(Files.isDirectory(proc), "there is no /proc here: sessions are not looked at");
        String stat = Files.readString(proc.resolve("stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        assertThat(afterName[3]).as("its session").isEqualTo(process);
        assertThat(afterName[4]).as("its terminal").isEqualTo("0");
        assertThat(proc.resolve("fd/0").toRealPath()).isEqualTo(Path.of("/dev/null"));
    }

    private static void logsJson(Path log, String process) throws IOException {
        List<JsonNode> lines = Files.readAllLines(log).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(lines.getFirst().get("message").asString()).endsWith(" runs as process " + process);
        assertThat(lines.getLast().get("message").asString()).endsWith(" stops");
        assertThat(lines).allMatch(line -> line.get("logger").asString().startsWith("io.dgas."));
    }

    private void noFileIsAnybodyElses() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("data"))) {
            List<String> open = files.filter(file -> !Files.isSymbolicLink(file))
                    .map(file -> permissions(file) + " " + file)
                    .filter(file -> !file.matches("(rw-------|rwx------|rwx--x--x) .+"))
                    .toList();
            assertThat(open).isEmpty();
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException gone) {
            return "rw------- gone";
        }
    }
}
