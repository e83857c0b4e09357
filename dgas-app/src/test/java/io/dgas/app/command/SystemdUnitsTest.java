package io.dgas.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The units for systemd, as it judges them itself where it is installed, and the commands in them as we read them. */
class SystemdUnitsTest {

    private static final Path UNITS = Path.of("..", "docs", "ops", "systemd");
    private static final String PROGRAM = "/opt/dgas/dgas";

    @TempDir
    Path folder;

    static List<Path> units() throws IOException {
        try (Stream<Path> files = Files.list(UNITS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("units")
    void commandsAreUnderstood(Path unit) throws IOException {
        List<String> commands = Files.readAllLines(unit).stream()
                .filter(line -> line.startsWith("ExecSt"))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .toList();
        assertThat(commands)
                .hasSize(
                        unit.toString().endsWith(".target")
                                ? 0
                                : unit.toString().contains("database") ? 2 : 1);
        for (String command : commands) {
            assertThat(command).startsWith(PROGRAM + " ");
            boolean isToCome = command.contains(" dashboard ") && !CommandTree.COMMANDS.containsKey("dashboard");
            if (isToCome) {
                continue;
            }
            String[] arguments = command.substring(PROGRAM.length() + 1).split(" ", -1);
            assertThat(new CommandTree(CommandRun.installation(folder))
                            .of(arguments)
                            .parseArgs(arguments)
                            .errors())
                    .isEmpty();
        }
    }

    @Test
    void systemdFindsNothingWrong() throws IOException, InterruptedException {
        boolean isThere = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "systemd-analyze")));
        assumeTrue(isThere, "there is no systemd-analyze here: the units are not verified");
        List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
        for (Path unit : units()) {
            String text = Files.readString(unit).replace(PROGRAM, "/bin/sh");
            command.add(
                    Files.writeString(folder.resolve(unit.getFileName()), text).toString());
        }
        Process verify = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.lines().filter(line -> line.contains("dgas"))).isEmpty();
        assertThat(verify.waitFor()).as(said).isZero();
    }
}
