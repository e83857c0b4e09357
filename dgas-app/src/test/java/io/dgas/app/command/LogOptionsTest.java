package io.dgas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.logging.LogChoice;
import io.dgas.app.logging.LogChoice.Detail;
import io.dgas.app.logging.LogFormat;
import io.dgas.app.wiring.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LogOptionsTest {

    @TempDir
    Path folder;

    private LogChoice choice(Map<String, String> variables, String line) {
        Installation installation = CommandRun.installation(folder, variables);
        String[] arguments = line.split(" ");
        CommandLine named = new CommandTree(installation)
                .of(arguments)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(arguments)
                .asCommandLineList()
                .getLast();
        return new LogOptions(installation).of(named.getCommandSpec());
    }

    @ParameterizedTest
    @CsvSource({
        "db status, PROBLEMS, TEXT",
        "db status --verbose, EVERYTHING, TEXT",
        "--log-format json db status, PROBLEMS, JSON",
        "db status --log-format JSON, PROBLEMS, JSON",
        "scheduler start, WORK, TEXT",
        "data-collection start, WORK, TEXT",
        "data-collection start --verbose --log-format json, EVERYTHING, JSON",
        "scheduler start --daemon, PROBLEMS, TEXT",
        "scheduler run-once, PROBLEMS, TEXT",
    })
    void whatRunsForLongTellsWhatItDoes(String line, Detail detail, LogFormat format) {
        assertThat(choice(Map.of(), line)).isEqualTo(new LogChoice(detail, format, Optional.empty()));
    }

    @Test
    void variablesStandInForOptions() {
        Map<String, String> variables = Map.of("DGAS_LOG_FORMAT", "json", "DGAS_LOG_FILE", "a.log");

        assertThat(choice(variables, "scheduler start"))
                .isEqualTo(new LogChoice(Detail.WORK, LogFormat.JSON, Optional.of(folder.resolve("a.log"))));
        assertThat(choice(variables, "scheduler start --log-format text --log-file log/b.log"))
                .isEqualTo(new LogChoice(Detail.WORK, LogFormat.TEXT, Optional.of(folder.resolve("log/b.log"))));
        // Else the lines of each command would come between those of the service.
        assertThat(choice(variables, "db status").file()).isEmpty();
        assertThat(choice(variables, "db status --log-file b.log").file()).contains(folder.resolve("b.log"));
    }

    @Test
    void aFormatThatIsNoneIsNamed() {
        CommandRun run = CommandRun.in(folder, Map.of("DGAS_LOG_FORMAT", "xml"), "configure", "validate");
        assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.notes()).isEqualTo("dgas: DGAS_LOG_FORMAT is 'xml'; expected text or json\n");

        CommandRun option = CommandRun.in(folder, "configure", "validate", "--log-format", "xml");
        assertThat(option.code()).isEqualTo(ExitCode.USAGE);
        assertThat(option.notes()).contains("--log-format", "'xml'").containsIgnoringCase("text, json");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "a-file/below.log", "/proc/none.log"})
    void aFileThatCannotBeWrittenIsNamed(String file) throws IOException {
        Files.writeString(folder.resolve("a-file"), "");

        CommandRun run = CommandRun.in(folder, "configure", "validate", "--log-file", file);

        assertThat(run.code()).isEqualTo(ExitCode.NO);
        assertThat(run.notes())
                .startsWith("dgas: cannot write the log " + folder.resolve(file).normalize())
                .hasLineCount(1);
    }
}
