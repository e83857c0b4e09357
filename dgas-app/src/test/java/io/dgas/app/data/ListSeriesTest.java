package io.dgas.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListSeriesTest {

    @TempDir
    Path folder;

    private final InMemoryRepositories store = new InMemoryRepositories();

    @Test
    void listsSeriesWithTheirBarsFirstAndLast() throws IOException {
        importBars();
        CommandRun run = CommandRun.of(folder, store, "data", "list");
        assertThat(run.out()).isEqualTo("""
                        SYMBOL  INTERVAL  BARS  FIRST                 LAST
                        A       1m           2  2014-06-05T13:30:00Z  2014-06-05T13:31:00Z
                        B       1m           1  2014-06-05T13:30:00Z  2014-06-05T13:30:00Z
                        """);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void listsThemAsJson() throws IOException {
        importBars();
        assertThat(CommandRun.of(folder, store, "data", "list", "--json").out()).contains("""
                            "symbol" : "A",
                            "interval" : "1m",
                            "bars" : 2,
                            "first" : "2014-06-05T13:30:00Z",
                            "last" : "2014-06-05T13:31:00Z"
                        """);
    }

    @Test
    void saysWhatToDoWhenNothingIsStored() {
        CommandRun run = CommandRun.of(folder, store, "data", "list");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("no bars are stored; import some with 'dgas data import PATH --interval I'\n");
        assertThat(run.code()).isZero();
        assertThat(CommandRun.of(folder, store, "data", "list", "--json").out().strip())
                .isIn("[]", "[ ]");
    }

    private void importBars() throws IOException {
        Files.writeString(folder.resolve("a.csv"), """
                symbol,timestamp,open,high,low,close,volume
                B,2014-06-05T13:30:00Z,10,12,9,11,100
                A,2014-06-05T13:30:00Z,10,12,9,11,100
                A,2014-06-05T13:31:00Z,10,12,9,11,100
                """);
        assertThat(CommandRun.of(folder, store, "data", "import", "a.csv", "--interval", "1m")
                        .code())
                .isZero();
    }
}
