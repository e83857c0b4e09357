package io.dgas.application.collection.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.collection.health.SymbolFreshness.Level;
import io.dgas.application.port.out.collection.BarFigures.NewestBar;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessRuleTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final Grid GRID = Grid.of(NYSE, Grid.Anchor.SESSION);
    private static final Instrument APPLE = new Instrument("AAPL");
    private static final Instrument IBM = new Instrument("IBM");
    private static final FreshnessRule HALF_HOURS =
            new FreshnessRule(new ExpectedBars(GRID, Timeframe.M30), Duration.ofMinutes(15), 2);

    private static NewestBar bar(Instant open) {
        return new NewestBar(open, BarSource.WEBSOCKET, open);
    }

    private static SymbolFreshness judge(FreshnessRule rule, String newest, String now) {
        Map<Instrument, NewestBar> bars = Map.of(APPLE, bar(Instant.parse(newest)));
        return rule.judge(Set.of(APPLE), bars, Instant.parse(now)).symbols().getOrDefault(APPLE, none());
    }

    private static SymbolFreshness none() {
        return new SymbolFreshness(Level.NONE, Optional.empty(), OptionalLong.empty());
    }

    @ParameterizedTest
    @CsvSource({
        // the newest is the 10:00 bar of Monday; the next one closes at 11:00
        "2026-06-01T14:00:00Z, 2026-06-01T15:14:59Z, FRESH, 0",
        "2026-06-01T14:00:00Z, 2026-06-01T15:15:00Z, LATE, 1",
        "2026-06-01T14:00:00Z, 2026-06-01T15:45:00Z, LATE, 2",
        "2026-06-01T14:00:00Z, 2026-06-01T16:15:00Z, STALE, 3",
        // the last bar of Friday, until the first of Monday is due
        "2026-05-29T19:30:00Z, 2026-05-31T12:00:00Z, FRESH, 0",
        "2026-05-29T19:30:00Z, 2026-06-01T14:14:59Z, FRESH, 0",
        "2026-05-29T19:30:00Z, 2026-06-01T14:15:00Z, LATE, 1",
        // a half day, a holiday: 2025-11-27 was closed, 2025-11-28 ended at 13:00
        "2025-11-28T17:30:00Z, 2025-11-29T12:00:00Z, FRESH, 0",
        "2025-11-26T20:30:00Z, 2025-11-28T12:00:00Z, FRESH, 0",
        // a bar that came before its grace was over
        "2026-06-01T14:30:00Z, 2026-06-01T15:00:00Z, FRESH, 0",
    })
    void tellsHowManyBarsAreMissingByTheCalendar(String newest, String now, Level level, long late) {
        SymbolFreshness freshness = judge(HALF_HOURS, newest, now);
        assertThat(freshness.level()).isEqualTo(level);
        assertThat(freshness.barsLate()).hasValue(late);
    }

    @Test
    void daysAreLateByDays() {
        FreshnessRule days = new FreshnessRule(new ExpectedBars(GRID, Timeframe.D1), Duration.ofMinutes(60), 1);
        assertThat(judge(days, "2026-05-29T13:30:00Z", "2026-06-01T20:59:59Z").level())
                .isEqualTo(Level.FRESH);
        assertThat(judge(days, "2026-05-29T13:30:00Z", "2026-06-01T21:00:00Z").level())
                .isEqualTo(Level.LATE);
        assertThat(judge(days, "2025-06-02T13:30:00Z", "2026-06-01T21:00:00Z").barsLate())
                .hasValue(250);
    }

    @Test
    void aSymbolWithoutBarsCountsAgainstTheUniverse() {
        Instant now = Instant.parse("2026-05-31T12:00:00Z");
        Map<Instrument, NewestBar> bars = Map.of(APPLE, bar(Instant.parse("2026-05-29T19:30:00Z")));
        FreshnessReport report = HALF_HOURS.judge(Set.of(APPLE, IBM), bars, now);
        assertThat(report.symbols()).containsEntry(IBM, none());
        assertThat(report.counts()).isEqualTo(Map.of(Level.FRESH, 1, Level.LATE, 0, Level.STALE, 0, Level.NONE, 1));
        assertThat(report.freshShare()).isEqualTo(0.5);
        assertThat(HALF_HOURS.judge(Set.of(), bars, now).freshShare()).isZero();
        assertThat(HALF_HOURS.judge(Set.of(IBM), Map.of(), now).freshShare()).isZero();
    }

    /** Counted bar by bar; time alone never makes a symbol fresher, a newer bar never later. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void countsEveryBarThatShouldHaveCome(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 50; round++) {
            Instant from = Instant.parse("2025-11-20T00:00:00Z").plusSeconds(random.nextLong(20L * 86_400));
            Instant newest = Instant.ofEpochSecond(GRID.slotFrom(from.getEpochSecond(), Timeframe.M30)
                    .orElseThrow()
                    .openTime());
            Instant now = newest.plusSeconds(random.nextLong(10L * 86_400));
            long late = late(newest, now);
            assertThat(late).as("seed %d, %s, %s", seed, newest, now).isEqualTo(byHand(newest, now));
            assertThat(late(newest, now.plusSeconds(7_200))).as("seed %d", seed).isGreaterThanOrEqualTo(late);
            assertThat(late(newest.plusSeconds(1_800), now)).as("seed %d", seed).isLessThanOrEqualTo(late);
        }
    }

    private static long late(Instant newest, Instant now) {
        return judge(HALF_HOURS, newest.toString(), now.toString()).barsLate().orElseThrow();
    }

    private static long byHand(Instant newest, Instant now) {
        LocalDate first = LocalDate.of(2025, 11, 19);
        return NYSE.sessions(first, first.plusDays(40)).stream()
                .mapToLong(session -> byHand(session, newest, now))
                .sum();
    }

    private static long byHand(Session session, Instant newest, Instant now) {
        long late = 0;
        for (Instant open = session.open(); open.isBefore(session.close()); open = open.plusSeconds(1_800)) {
            boolean isDue = !open.plusSeconds(1_800 + 900).isAfter(now);
            late += isDue && open.isAfter(newest) ? 1 : 0;
        }
        return late;
    }
}
