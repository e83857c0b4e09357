package io.dgas.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.wiring.Repositories;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.BarFiles;
import io.dgas.testkit.GeneratedBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a real database: what is in the files is what is stored, all of it or nothing. */
class ImportIntoPostgresTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<Session> SESSIONS =
            TradingCalendar.nyse().sessions(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 12, 31));

    @TempDir
    Path folder;

    private StoredDgas dgas;

    @BeforeEach
    void begin() throws IOException {
        dgas = new StoredDgas(folder);
        Files.createDirectories(folder.resolve("bars"));
        for (int number = 1; number <= 3; number++) {
            BarFiles.write(folder.resolve("bars/" + number + ".csv"), bars(number));
        }
    }

    @Test
    void storesEveryBarToTheBit() {
        StoredDgas.Run run = dgas.run("data", "import", "bars", "--interval", "1d");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith(
                        "imported 756 1d bars of 3 symbols from 3 files: 756 new, 0 revised, 0 unchanged, 0 refused");
        try (Repositories stored = dgas.repositories()) {
            for (int number = 1; number <= 3; number++) {
                assertThat(BarFiles.text(stored(stored, number))).isEqualTo(BarFiles.text(bars(number)));
            }
        }
    }

    @Test
    void storesNothingOfAnyFileWhenOneRowIsBad() throws IOException {
        Path last = folder.resolve("bars/3.csv");
        Files.writeString(last, Files.readString(last) + "GEN003,2025-01-02T14:30:00Z,1,1,2,1,1\n");
        StoredDgas.Run run = dgas.run("data", "import", "bars", "--interval", "1d");
        assertThat(run.err()).startsWith("bars/3.csv line 254: high 1 is below low 2\n");
        assertThat(run.code()).isOne();
        assertThat(dgas.run("data", "list", "--json").out().strip()).isIn("[]", "[ ]");
    }

    @Test
    void keepsWhatIsStoredWhenAnImportIsRefused() throws IOException {
        dgas.run("data", "import", "bars", "--interval", "1d");
        Path first = folder.resolve("bars/1.csv");
        Files.writeString(first, Files.readString(first).replace("GEN001,2024-01-02T14:30:00Z,", "GEN001,never,"));
        assertThat(dgas.run("data", "import", "bars", "--interval", "1d").code())
                .isOne();
        try (Repositories stored = dgas.repositories()) {
            assertThat(BarFiles.text(stored(stored, 1))).isEqualTo(BarFiles.text(bars(1)));
        }
    }

    @Test
    void saysThatNothingChangedWhenImportedAgain() {
        dgas.run("data", "import", "bars", "--interval", "1d");
        assertThat(dgas.run("data", "import", "bars", "--interval", "1d").out())
                .contains(": 0 new, 0 revised, 756 unchanged, 0 refused");
    }

    @Test
    void storesActionsAndJudgesByThem() throws IOException {
        dgas.run("data", "import", "bars", "--interval", "1d");
        Files.writeString(folder.resolve("actions.csv"), "symbol,ex_date,kind,value\nGEN001,2024-06-10,split,7:1\n");
        StoredDgas.Run run = dgas.run("data", "actions", "import", "actions.csv");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("imported 1 split and 0 dividends from 1 file: 1 new or changed\n");
        Instrument instrument = GeneratedBars.instrument(1);
        Instant open = Instant.parse("2024-06-10T13:30:00Z");
        try (Repositories stored = dgas.repositories()) {
            Map<Instrument, List<CorporateAction>> known = stored.actions().knownBy(NOW, Set.of(instrument));
            assertThat(known)
                    .containsOnly(
                            Map.entry(instrument, List.of(new Split(instrument, LocalDate.of(2024, 6, 10), open, 7))));
        }
        assertThat(quality("GEN001").code()).as("a split that no price shows").isOne();
        assertThat(quality("GEN002").code()).isZero();
    }

    private StoredDgas.Run quality(String symbol) {
        return dgas.run("data", "quality-report", "--symbol", symbol, "--interval", "1d");
    }

    private static BarSeries bars(int number) {
        return GeneratedBars.of(5, number, Timeframe.D1, SESSIONS);
    }

    private static BarSeries stored(Repositories repositories, int number) {
        Instrument instrument = GeneratedBars.instrument(number);
        Map<Instrument, BarSeries> loaded =
                repositories.bars().load(Set.of(instrument), Timeframe.D1, NOW, Integer.MAX_VALUE);
        return Objects.requireNonNull(loaded.get(instrument));
    }
}
