package io.dgas.app.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.data.CommandRun;
import io.dgas.app.data.InMemoryRepositories;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymbolsTest {

    @TempDir
    Path folder;

    private final InMemoryRepositories store = new InMemoryRepositories();

    private CommandRun dgas(String... arguments) {
        return CommandRun.of(folder, store, arguments);
    }

    @Test
    void addsListsAndDeactivates() {
        assertThat(dgas("symbols", "add", "msft", "AAPL", "BRK.B"))
                .isEqualTo(new CommandRun(0, "made active: 3; active before: 0\n", ""));
        assertThat(dgas("symbols", "add", "AAPL", "IBM").out()).isEqualTo("made active: 1; active before: 1\n");
        assertThat(dgas("symbols", "deactivate", "AAPL").out()).isEqualTo("inactive now: 1\n");

        assertThat(dgas("symbols", "list").out()).isEqualTo("""
                        SYMBOL  ACTIVE
                        AAPL    no
                        BRK.B   yes
                        IBM     yes
                        MSFT    yes
                        """);
        assertThat(dgas("symbols", "list", "--active").out()).doesNotContain("AAPL");
        assertThat(dgas("symbols", "list", "--json").out().replaceAll("\\s", ""))
                .startsWith("[{\"symbol\":\"AAPL\",\"active\":false},{");
    }

    @Test
    void anEmptyUniverseSaysWhatToDo() {
        CommandRun run = dgas("symbols", "list");

        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith("no symbols; 'dgas symbols add AAPL' adds one");
        assertThat(dgas("symbols", "list", "--json").out().strip()).isEqualTo("[ ]");
    }

    @Test
    void everyTextThatIsNoSymbolIsNamedAndNothingIsStored() {
        CommandRun run = dgas("symbols", "add", "AAPL", "A B", "??");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("'A B' is not a ticker", "'??' is not a ticker");
        assertThat(dgas("symbols", "list").out()).isEmpty();
    }

    @Test
    void unknownSymbolsAreNamedAndTheOthersTakenOut() {
        dgas("symbols", "add", "AAPL");

        CommandRun run = dgas("symbols", "deactivate", "ZZZ", "AAPL", "YYY");

        assertThat(run)
                .isEqualTo(
                        new CommandRun(1, "inactive now: 1\n", "dgas: not known: YYY ZZZ; see 'dgas symbols list'\n"));
    }
}
