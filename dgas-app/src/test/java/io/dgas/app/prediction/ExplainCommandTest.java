package io.dgas.app.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.wiring.Repositories;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Timeframe;
import io.dgas.testkit.MarketBars;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code explain} on a real database with daily bars of forty symbols, the newest of them provisional. */
class ExplainCommandTest {

    private static final LocalDate LAST = LocalDate.of(2026, 10, 30);
    private static final Instant NOW = Instant.parse("2026-10-30T20:01:00Z");
    private static final int SYMBOLS = 40;

    @TempDir
    Path folder;

    private StoredDgas dgas;

    @BeforeEach
    void storeBars() {
        dgas = new StoredDgas(
                folder,
                InstantSource.fixed(NOW),
                Map.of("DGAS_SCHEDULER_TRADING_INTERVAL", "1d", "DGAS_SCHEDULER_HTF_INTERVAL", "1w"));
        List<BarSeries> whole =
                IntStream.range(0, SYMBOLS).mapToObj(ExplainCommandTest::series).toList();
        List<BarSeries> settled =
                whole.stream().map(series -> series.first(series.size() - 1)).toList();
        store(BarSource.END_OF_DAY, NOW.minus(Duration.ofDays(1)), settled);
        store(BarSource.DELAYED, NOW, whole);
    }

    private static BarSeries series(int number) {
        return MarketBars.of("R" + number, Timeframe.D1, LAST.minusYears(1), LAST, number);
    }

    private void store(BarSource source, Instant at, List<BarSeries> series) {
        try (Repositories repositories = dgas.repositories()) {
            repositories.bars().store(new BarBatch(source, at, series));
        }
    }

    private void predict(String... more) {
        List<String> line = new ArrayList<>(List.of("predict", "--all", "--trading", "1d", "--higher", "1w"));
        line.addAll(List.of(more));
        assertThat(dgas.run(line.toArray(String[]::new)).code()).isZero();
    }

    private void finalsComeOtherwise() {
        BarSeries first = series(0);
        long newest = first.openSecond(first.last());
        store(
                BarSource.END_OF_DAY,
                NOW.plusSeconds(3600),
                IntStream.range(0, SYMBOLS)
                        .mapToObj(number ->
                                MarketBars.repriced(series(number), open -> open == newest, price -> price * 1.02))
                        .toList());
    }

    @Test
    void decidesTheNewestRunAgainOnWhatWasKnownThen() {
        predict();
        String before = dgas.run("explain", "R1").out();
        finalsComeOtherwise();
        StoredDgas.Run run = dgas.run("explain", "R1");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualTo(before)
                .contains("R1 on 1d with 1w: run 1 for 2026-10-30T20:00:00Z", "identical with what it recorded")
                .contains("cheapest change: ", "a close above ", "1 delayed provisional, 2", " eod final")
                .containsPattern("2026-10-30T13:30:00Z .* delayed +provisional +2026-10-30T20:01:00Z");
    }

    @Test
    void everyDecisionOfARunComesOutTheSame() {
        predict();
        finalsComeOtherwise();
        for (int number = 0; number < SYMBOLS; number++) {
            StoredDgas.Run run = dgas.run("explain", "R" + number);
            assertThat(run.code()).as(run.out()).isZero();
            assertThat(run.out())
                    .containsAnyOf(
                            "first failing gate", "would not have been issued", "EXIT_", "every set-up is in force");
        }
    }

    @Test
    void theNewestRunNotAfterATimeIsTaken() {
        predict("--as-of", "2026-10-28T20:00:00Z");
        predict();
        assertThat(dgas.run("explain", "R1").out()).contains("run 2 for 2026-10-30T20:00:00Z");
        assertThat(dgas.run("explain", "R1", "--at", "2026-10-29T20:00:00Z").out())
                .contains("run 1 for 2026-10-28T20:00:00Z");
    }

    @Test
    void decidesNowAndRecordsNothingWhereNoRunDid() {
        predict();
        StoredDgas.Run run = dgas.run("explain", "R1", "--at", "2026-10-20T20:00:00Z");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("R1 on 1d with 1w: no run decided it by then; decided just now", "not recorded")
                .contains("to 2026-10-20T20:00:00Z");
        assertThat(dgas.run("explain", "R1", "--at", "2026-10-20T20:00:00Z").out())
                .isEqualTo(run.out());
    }

    @Test
    void saysWhyARecordedDecisionNeedNotComeOutTheSame() {
        predict();
        StoredDgas other = dgas.with(Map.of("DGAS_PREDICTION_HISTORY_BARS", "60"));
        StoredDgas.Run run = other.run("explain", "R1");
        assertThat(run.code()).isOne();
        assertThat(run.out())
                .contains("NOT identical", "note: the settings that shape decisions, or the engine, are not those");
    }

    @Test
    void tellsTheSameAsJson() {
        predict();
        String told = dgas.run("explain", "R1", "--json").out().replaceAll("\\s+", " ");
        assertThat(told)
                .startsWith("{ \"symbol\" : \"R1\", \"decision\" : ")
                .contains("\"run\" : { \"id\" : 1, \"asOf\" : \"2026-10-30T20:00:00Z\", \"identical\" : true")
                .contains("\"cheapestChanges\" : [ { \"setUp\" : ", "\"threshold\" : ")
                .contains("\"origins\" : { \"delayed provisional\" : 1, \"eod final\" : ")
                .contains("\"source\" : \"delayed\", \"standing\" : \"provisional\"");
    }

    @Test
    void anUnknownSymbolIsNamedOnce() {
        StoredDgas.Run run = dgas.run("explain", "R133");
        assertThat(run.code()).isOne();
        assertThat(run.err())
                .contains("symbol R133 is not known; did you mean R1")
                .hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }
}
