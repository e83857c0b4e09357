package io.dgas.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.Instrument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportActionFilesTest {

    private static final Instrument AAPL = new Instrument("AAPL");
    private static final String GOOD = """
            symbol,ex_date,kind,value
            AAPL,2014-06-09,split,7:1
            AAPL,2014-08-07,dividend,0.47
            """;

    @TempDir
    Path folder;

    private final InMemoryRepositories store = new InMemoryRepositories();

    @Test
    void importsSplitsAndDividends() throws IOException {
        CommandRun run = importing(GOOD);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("imported 1 split and 1 dividend from 1 file: 2 new or changed\n");
        assertThat(run.code()).isZero();
        assertThat(store.actions().knownBy(CommandRun.NOW, Set.of(AAPL)))
                .isEqualTo(Map.of(
                        AAPL,
                        List.of(
                                new Split(AAPL, LocalDate.of(2014, 6, 9), Instant.parse("2014-06-09T13:30:00Z"), 7),
                                new CashDividend(
                                        AAPL, LocalDate.of(2014, 8, 7), Instant.parse("2014-08-07T13:30:00Z"), 0.47))));
    }

    @Test
    void saysThatNothingChangedWhenImportedAgain() throws IOException {
        importing(GOOD);
        assertThat(importing(GOOD).out()).endsWith(": 0 new or changed\n");
    }

    @Test
    void importsNothingWhenOneRowIsBad() throws IOException {
        CommandRun run = importing(GOOD + "AAPL,2014-07-04,split,2\n");
        assertThat(run.err()).isEqualTo("""
                        actions.csv line 4: no session on 2014-07-04: Independence Day
                        dgas: nothing was imported: 1 problem in 1 file; mend them, or import the rest with --skip-bad
                        """);
        assertThat(run.code()).isOne();
        assertThat(store.actions().knownBy(CommandRun.NOW, Set.of(AAPL))).isEmpty();
    }

    @Test
    void importsTheRestWithSkipBad() throws IOException {
        CommandRun run = importing(GOOD + "AAPL,2014-07-04,split,2\n", "--skip-bad");
        assertThat(run.err()).isEqualTo("actions.csv line 4: no session on 2014-07-04: Independence Day\n");
        assertThat(run.out()).endsWith(": 2 new or changed; left out for 1 problem\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void countsTheSameActionSaidTwiceOnceAndRefusesTwoThatDisagree() throws IOException {
        assertThat(importing(GOOD + "AAPL,2014-06-09,split,7\n").out()).contains(": 2 new or changed");
        CommandRun run = importing(GOOD + "AAPL,2014-06-09,split,6\n");
        assertThat(run.err())
                .startsWith("actions.csv line 2: the row disagrees with actions.csv line 4 "
                        + "about the split of AAPL on 2014-06-09; expected the same value and time known, or one row\n"
                        + "actions.csv line 4: the row disagrees with actions.csv line 2 ");
        assertThat(run.code()).isOne();
    }

    @Test
    void reportsAsJson() throws IOException {
        JsonNode report = JsonMapper.shared().readTree(importing(GOOD, "--json").out());
        assertThat(report.get("imported").booleanValue()).isTrue();
        assertThat(report.get("splits").intValue()).isOne();
        assertThat(report.get("dividends").intValue()).isOne();
        assertThat(report.get("changed").intValue()).isEqualTo(2);
        assertThat(report.get("files").get(0).get("actions").intValue()).isEqualTo(2);
    }

    @Test
    void refusesAFileThatHoldsNoActions() throws IOException {
        CommandRun run = importing("symbol,timestamp,open,high,low,close,volume\n");
        assertThat(run.err())
                .startsWith("actions.csv: the file does not hold corporate actions; ")
                .endsWith("dgas: nothing was imported: there is no split or dividend in 1 file\n");
        assertThat(run.code()).isOne();
    }

    @Test
    void tellsAPathThatNamesNothing() {
        CommandRun run = CommandRun.of(folder, store, "data", "actions", "import", "none.csv");
        assertThat(run.err()).isEqualTo("dgas: none.csv: there is no such file or folder\n");
        assertThat(run.code()).isOne();
    }

    private CommandRun importing(String content, String... options) throws IOException {
        Files.writeString(folder.resolve("actions.csv"), content);
        String[] arguments = Stream.concat(
                        Stream.of("data", "actions", "import", "actions.csv"), Arrays.stream(options))
                .toArray(String[]::new);
        return CommandRun.of(folder, store, arguments);
    }
}
