package io.dgas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.exit.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"eodhd, 8600", "discord, 8700"})
    void helpNamesThePortThatIsTakenWhereNoneIsGiven(String simulator, int port) {
        CommandRun run = CommandRun.in(folder, "simulator", simulator, "--help");
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.results().replaceAll("\\s+", " "))
                .contains(
                        "--port=P Port on loopback; 0 takes a free one (default: " + port + ").",
                        "--speed=X Seconds of its clock in a second (default: 1).",
                        "--faults=FILE Faults to begin with.",
                        "--start=T What its clock shows first");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eodhd|--port|70000|port 70000 must be from 0 to 65535",
                "eodhd|--speed|-1|speed -1.0 must be from 0",
                "eodhd|--symbols|0|symbols 0 must be from 1",
                "discord|--port|70000|port 70000 must be from 0 to 65535",
                "discord|--speed|-1|speed -1.0 must be from 0"
            })
    void whatCannotBeAskedForIsAMistakeOfUsage(String simulator, String option, String value, String message) {
        CommandRun run = CommandRun.in(folder, "simulator", simulator, option, value);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.notes()).contains(message);
        assertThat(run.results()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eodhd", "discord"})
    void aFaultsFileIsLookedForInTheWorkingFolder(String simulator) throws IOException {
        Path wrong = folder.resolve("wrong.json");
        Files.writeString(wrong, "{\"faults\":[{\"kind\":\"quotta\"}]}");
        CommandRun run = CommandRun.in(folder, "simulator", simulator, "--port", "0", "--faults", "wrong.json");
        assertThat(run.code()).isEqualTo(ExitCode.NO);
        assertThat(run.notes()).contains("faults file " + wrong + ": no kind of fault \"quotta\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eodhd", "discord"})
    void aPortThatIsTakenIsNamed(String simulator) throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(holder.getLocalPort());
            CommandRun run = CommandRun.in(folder, "simulator", simulator, "--port", port);
            assertThat(run.code()).isEqualTo(ExitCode.NO);
            assertThat(run.notes()).contains("port " + port + " is taken; give another, or 0 for a free one");
        }
    }
}
