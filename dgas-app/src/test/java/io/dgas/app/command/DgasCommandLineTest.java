package io.dgas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DgasCommandLineTest {

    @TempDir
    Path folder;

    @Test
    void versionNamesTheBuildAndJava() {
        CommandRun run = CommandRun.in(folder, "--version");

        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.results())
                .matches("dgas \\d+\\.\\d+\\.\\d+\\S*( \\(commit [0-9a-f]{12}\\))?\\nJava 2\\d\\S* on .+\\n");
        assertThat(run.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void helpNamesCommandsAndExitCodes(String option) {
        CommandRun run = CommandRun.in(folder, option);

        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.results()).contains("configure", "--config", "Exit codes:", "3   a setting is wrong");
        assertThat(run.notes()).isEmpty();
    }

    static List<String> allCommands() {
        List<String> names = new ArrayList<>();
        CommandLine root = new CommandLine(Dgas.class, new CommandFactory(CommandRun.installation(Path.of("."))));
        CommandTree.COMMANDS.forEach((name, type) -> root.addSubcommand(
                name, new CommandLine(type, new CommandFactory(CommandRun.installation(Path.of("."))))));
        collect(root, "", names);
        return names;
    }

    private static void collect(CommandLine command, String prefix, List<String> names) {
        command.getSubcommands().forEach((name, below) -> {
            names.add(prefix + name);
            collect(below, prefix + name + " ", names);
        });
    }

    @ParameterizedTest
    @MethodSource("allCommands")
    void everyCommandExplainsItselfWithAnExample(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.add("--help");

        CommandRun run = CommandRun.in(folder, arguments.toArray(String[]::new));

        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.results())
                .contains("Usage: dgas " + command)
                .contains("Example")
                .contains("  dgas " + command);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "confgure, 'confgure' is not a command of dgas; did you mean 'configure'?",
                "configure validat, 'validat' is not a command of dgas configure; did you mean 'validate'?",
                "configure show --jsn, '--jsn' is not understood by dgas configure show; did you mean '--json'?",
                "configure init a b, 'b' is not understood by dgas configure init",
                "--vrsion, '--vrsion' is not understood by dgas; did you mean '--version'",
                "configure show --config, Missing required parameter for option '--config' (FILE)",
            })
    void wrongCommandLineIsNamedWithASuggestion(String arguments, String message) {
        CommandRun run = CommandRun.in(folder, arguments.split(" "));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.notes())
                .startsWith("dgas: " + message)
                .contains("\nSee 'dgas")
                .doesNotContain("Exception");
        assertThat(run.results()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', dgas", "configure, dgas configure"})
    void groupAloneShowsItsCommands(String arguments, String name) {
        CommandRun run = CommandRun.in(folder, arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.notes()).startsWith("Usage: " + name).endsWith("dgas: '" + name + "' needs a command\n");
        assertThat(run.results()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--config x.yaml configure show",
                "configure --config x.yaml show",
                "configure show --config x.yaml",
                "--config=x.yaml configure show",
                "configure show --config=x.yaml",
            })
    void configFileMayBeNamedAnywhere(String arguments) throws IOException {
        Files.writeString(folder.resolve("x.yaml"), "dashboard:\n  port: 4711\n");

        CommandRun run = CommandRun.in(folder, arguments.split(" "));

        assertThat(run.results()).containsPattern("dashboard.port +4711 +x.yaml:2:9");
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void wrongSettingsEndACommandWithTheirCode() throws IOException {
        Files.writeString(folder.resolve("x.yaml"), "dashboard:\n  prt: 1\n");

        CommandRun run = CommandRun.in(folder, Map.of("DGAS_CONFIG", "x.yaml"), "configure", "show");

        assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.notes()).isEqualTo("dgas: x.yaml:2:3: unknown key 'prt' in dashboard; did you mean 'port'?\n");
    }
}
