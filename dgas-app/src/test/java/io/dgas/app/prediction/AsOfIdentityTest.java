package io.dgas.app.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.wiring.Repositories;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.testkit.MarketBars;
import io.dgas.testkit.bars.RecordedBars;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise that nothing looks ahead, on the whole program: what {@code predict --as-of T} prints on a database that
 * knows everything equals, byte for byte, what it prints on one that was cut at T.
 */
class AsOfIdentityTest {

    private static final long SEED = 20261122;
    private static final Instant RECORDED = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private StoredDgas whole;
    private StoredDgas cut;

    @BeforeEach
    void makeDatabases() {
        whole = new StoredDgas(folder);
        cut = new StoredDgas(folder);
    }

    @Test
    void decidesAppleAcrossItsSplitsAsIfTheFutureWereNotStored() {
        Path data = RecordedBars.folder().orElse(Path.of("none"));
        Assumptions.assumeTrue(
                RecordedBars.folder().isPresent(), "no recorded bars at hand: set " + RecordedBars.VARIABLE);
        requireDone(whole.run("data", "import", data.resolve("hourly/AAPL.csv").toString(), "--interval", "1h"));
        Path actions = data.resolve("corporate_actions/aapl_factor.csv");
        requireDone(whole.run("data", "actions", "import", actions.toString()));
        assertIdentity(new Instrument("AAPL"), Timeframe.H1, "1d", 100);
    }

    @Test
    void decidesGeneratedBarsAcrossASplitAndDividendsAsIfTheFutureWereNotStored() {
        Instrument instrument = new Instrument("GEN001");
        LocalDate split = LocalDate.of(2024, 6, 10);
        BarSeries smooth =
                MarketBars.of("GEN001", Timeframe.D1, LocalDate.of(2023, 1, 3), LocalDate.of(2025, 12, 31), SEED);
        long ex = split.toEpochDay() * 86_400;
        try (Repositories repositories = whole.repositories()) {
            repositories.bars().store(batch(MarketBars.repriced(smooth, open -> open < ex, price -> 7 * price)));
            repositories
                    .actions()
                    .store(List.of(
                            new CorporateAction.Split(instrument, split, atOpen(split), 7),
                            new CorporateAction.CashDividend(
                                    instrument, LocalDate.of(2025, 3, 10), atOpen(LocalDate.of(2025, 3, 10)), 4.5)));
        }
        assertIdentity(instrument, Timeframe.D1, "1w", 40);
    }

    private static Instant atOpen(LocalDate date) {
        return date.atTime(9, 30)
                .atZone(java.time.ZoneId.of("America/New_York"))
                .toInstant();
    }

    private void assertIdentity(Instrument instrument, Timeframe trading, String higher, int times) {
        try (Repositories all = whole.repositories();
                Repositories past = cut.repositories()) {
            BarSeries bars = Objects.requireNonNull(all.bars()
                    .load(Set.of(instrument), trading, RECORDED, 100_000)
                    .get(instrument));
            Instant cutBefore = Instant.EPOCH;
            for (Instant time : times(bars, times)) {
                addPast(all, past, bars, cutBefore, time);
                String[] predict = {
                    "predict",
                    instrument.symbol(),
                    "--trading",
                    trading.code(),
                    "--higher",
                    higher,
                    "--as-of",
                    time.toString(),
                    "--json",
                    "--dry-run"
                };
                StoredDgas.Run knowing = whole.run(predict);
                assertThat(knowing.err()).as("seed %d, as of %s", SEED, time).isEmpty();
                assertThat(knowing.out()).contains("\"symbol\"");
                assertThat(cut.run(predict)).as("seed %d, as of %s", SEED, time).isEqualTo(knowing);
                cutBefore = time;
            }
        }
    }

    /** Ascending times within the bars, about half of them in the middle of a bar. */
    private static List<Instant> times(BarSeries bars, int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        return random.ints(count, 20, bars.size())
                .mapToObj(bar -> bars.closeTime(bar).plusSeconds(random.nextBoolean() ? 0 : random.nextInt(100_000)))
                .sorted()
                .toList();
    }

    /** The cut is made here, by hand: a fault in how the program cuts must not make the same cut on both sides. */
    private static void addPast(Repositories all, Repositories past, BarSeries bars, Instant after, Instant until) {
        BarSeries known = bars.first(closed(bars, until));
        BarSeries added = known.newest(known.size() - closed(bars, after));
        if (!added.isEmpty()) {
            past.bars().store(batch(added));
        }
        Map<Instrument, List<CorporateAction>> actions =
                all.actions().knownBy(RECORDED, Set.of(bars.key().instrument()));
        past.actions()
                .store(actions.values().stream()
                        .flatMap(List::stream)
                        .filter(action -> !action.knownAt().isAfter(until))
                        .toList());
    }

    private static int closed(BarSeries bars, Instant until) {
        int count = 0;
        while (count < bars.size() && bars.closeSecond(count) <= until.getEpochSecond()) {
            count++;
        }
        return count;
    }

    private static BarBatch batch(BarSeries series) {
        return new BarBatch(BarSource.IMPORT, RECORDED, List.of(series));
    }

    private static void requireDone(StoredDgas.Run run) {
        assertThat(run.code()).as(run.err()).isZero();
    }
}
