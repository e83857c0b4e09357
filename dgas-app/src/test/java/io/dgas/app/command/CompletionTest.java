package io.dgas.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dgas.app.exit.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completion, as bash runs it when somebody presses the tabulator. */
class CompletionTest {

    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    Path folder;

    /** What bash would offer for these words, of which the last is being typed. */
    private List<String> offered(String line) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BASH), "there is no bash here: its completion is not tried");
        CommandRun run = CommandRun.in(folder, "completion", "bash");
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        Files.writeString(folder.resolve("dgas.bash"), run.results());
        String press = """
                compopt() { :; } # of use while a key is pressed only
                source dgas.bash || exit 1
                [[ $(complete -p dgas) == *'-F _complete_dgas '* ]] || exit 1
                COMP_WORDS=(%s)
                [ -z "%s" ] || COMP_WORDS+=("")
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                COMP_LINE='%s' COMP_POINT=%d
                _complete_dgas
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(line, line.endsWith(" ") ? "new" : "", line, line.length());
        Process bash = new ProcessBuilder(BASH.toString(), "--norc", "--noprofile", "-c", press)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said.lines().map(String::strip).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "dgas data-coll, data-collection",
        "dgas data-collection sta, start;status;stats",
        "dgas scheduler start --da, --daemon",
        "dgas db res, restore",
        "dgas nothing-of-ours, ''",
    })
    void bashCompletesWhatIsTyped(String line, String expected) throws Exception {
        assertThat(offered(line)).containsExactlyInAnyOrder(expected.split(";", -1));
    }

    @Test
    void bashOffersAllCommands() throws Exception {
        assertThat(offered("dgas ")).containsAll(CommandTree.COMMANDS.keySet());
    }

    @Test
    void zshIsFirstMadeToUnderstandBash() {
        String script = CommandRun.in(folder, "completion", "zsh").results();

        assertThat(script).startsWith("autoload -U +X compinit && compinit\nautoload -U +X bashcompinit");
        assertThat(script).endsWith(CommandRun.in(folder, "completion", "bash").results());
    }

    @Test
    void aShellThatIsNotKnownIsNamed() {
        CommandRun run = CommandRun.in(folder, "completion", "fish");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.notes()).contains("'fish'").contains("BASH, ZSH");
        assertThat(CommandRun.in(folder, "completion").code()).isEqualTo(ExitCode.USAGE);
    }
}
