package io.dgas.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dgas.app.endpoint.FreePort;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.simulator.EodhdSimulator;
import io.dgas.simulator.StandaloneSimulator;
import io.dgas.simulator.discord.DiscordSimulator;
import io.dgas.simulator.discord.StandaloneDiscord;
import io.dgas.simulator.steering.Launch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs docs/runbook.md from its first block to its last, with the real launcher, on a simulated market of the last days. */
class RunbookIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final double SPEED = 60;
    private static final int PATIENCE_MINUTES = 4;

    @TempDir
    Path home;

    /** A block that is to be run, and what its output must hold. */
    private record Block(int line, String script, List<String> expected) {}

    /** What came of one. */
    private record Ended(int code, String output) {}

    private static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(ROOT.resolve("docs/runbook.md"));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals("```sh")) {
                List<String> script = new ArrayList<>();
                List<String> expected = new ArrayList<>();
                int first = i + 1;
                for (i = first; !lines.get(i).equals("```"); i++) {
                    if (lines.get(i).startsWith("# => ")) {
                        expected.add(lines.get(i).substring("# => ".length()));
                    } else {
                        script.add(lines.get(i));
                    }
                }
                blocks.add(new Block(first + 1, String.join("\n", script), expected));
            }
        }
        return blocks;
    }

    /** Ten minutes before the opening of the last session that is over. */
    private static Instant start() {
        TradingCalendar calendar = TradingCalendar.nyse();
        Instant now = InstantSource.system().instant();
        return calendar.sessions(calendar.dateOf(now).minusDays(10), calendar.dateOf(now)).stream()
                .filter(session -> session.close().isBefore(now))
                .map(Session::open)
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .minus(Duration.ofMinutes(10));
    }

    private Ended run(String script) throws IOException, InterruptedException {
        Path said = Files.createTempFile(home, "said", "");
        ProcessBuilder builder = new ProcessBuilder("sh", "-euc", script)
                .directory(ROOT.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        Map<String, String> variables = builder.environment();
        String path = System.getenv("PATH");
        variables.clear();
        variables.putAll(Map.of(
                "PATH", path,
                "HOME", home.toString(),
                "LC_ALL", "C.UTF-8",
                "DGAS_DATA_DIR", home.resolve("data").toString(),
                "DGAS_CONFIG", home.resolve("dgas.yaml").toString(),
                "DGAS_JAVA_HOME", System.getProperty("java.home"),
                "DGAS_START_CACHE", "off"));
        Process process = builder.start();
        assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                .as(() -> "ends in time: " + script)
                .isTrue();
        return new Ended(process.exitValue(), Files.readString(said));
    }

    @Test
    void eachCommandWorks() throws Exception {
        assumeTrue(
                run("command -v screen && command -v curl").code() == 0,
                "no screen or no curl here: the runbook is not tried");
        Launch launch = Launch.usual().withStart(start()).withSpeed(SPEED);
        StandaloneSimulator.Options options = StandaloneSimulator.Options.usual()
                .withLaunch(launch)
                .withSymbols(2)
                .withWebSocketSymbols(2);
        try (EodhdSimulator vendor = StandaloneSimulator.start(options, line -> {});
                DiscordSimulator discord =
                        StandaloneDiscord.start(launch, InstantSource.system().instant(), line -> {})) {
            Files.writeString(home.resolve("dgas.yaml"), settings(vendor, discord));
            SoftAssertions all = new SoftAssertions();
            for (Block block : blocks()) {
                Ended ended = run(block.script());
                String what = "docs/runbook.md, line " + block.line() + ": " + block.script() + "\n";
                block.expected()
                        .forEach(each ->
                                all.assertThat(ended.output()).as("%s", what).contains(each));
                all.assertThat(ended.code()).as("%s", what + ended.output()).isZero();
            }
            all.assertAll();
        } finally {
            run("./scripts/stop_all_services.sh; ./dgas db stop || true");
        }
    }

    private static String settings(EodhdSimulator vendor, DiscordSimulator discord) {
        return DemoSettings.text(vendor, discord, FreePort.find()) + """
                monitoring:
                  data_collection_port: %d
                  scheduler_port: %d
                """.formatted(FreePort.find(), FreePort.find());
    }
}
