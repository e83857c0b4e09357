package io.dgas.application.collection.jumps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.collection.fake.MemoryActions;
import io.dgas.application.collection.fake.MemoryBars;
import io.dgas.application.collection.fake.MemoryQuarantines;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.collection.QuarantineRepository.JumpKey;
import io.dgas.application.port.out.collection.QuarantineRepository.Quarantine;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JumpWatchTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final Grid GRID = Grid.of(NYSE, Grid.Anchor.SESSION);
    private static final Instrument APPLE = new Instrument("AAPL");
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 18);
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final DateRange TODAY = new DateRange(MONDAY, MONDAY);
    private static final Instant OPEN = Instant.parse("2026-06-01T13:30:00Z");
    private static final Instant EVENING = Instant.parse("2026-06-01T20:30:00Z");

    private final MemoryBars bars = new MemoryBars();
    private final MemoryActions actions = new MemoryActions();
    private final MemoryQuarantines quarantines = new MemoryQuarantines();
    private final JumpWatch watch = watch(Timeframe.M30);

    private JumpWatch watch(Timeframe timeframe) {
        return new JumpWatch(bars, actions, quarantines, new JumpRules(NYSE, timeframe, 20));
    }

    private void trades(Timeframe timeframe, LocalDate last, ToDoubleFunction<LocalDate> price) {
        BarSeries.Builder builder = BarSeries.builder(new BarKey(APPLE, timeframe), 16);
        for (Session session : NYSE.sessions(FIRST, last)) {
            double at = price.applyAsDouble(session.date());
            Optional<Slot> slot = GRID.slotAt(session.open().getEpochSecond(), timeframe);
            while (slot.isPresent() && slot.get().openTime() < session.close().getEpochSecond()) {
                Slot bar = slot.get();
                builder.add(bar.openTime(), bar.closeTime(), at, at, at, at, 100, bar.isShort());
                slot = GRID.slotFrom(bar.closeTime(), timeframe);
            }
        }
        bars.store(new BarBatch(BarSource.INTRADAY, EVENING, List.of(builder.build())));
    }

    /** A price that is divided by the ratio from Monday on. */
    private static ToDoubleFunction<LocalDate> divided(double ratio) {
        return date -> date.isBefore(MONDAY) ? 120 : 120 / ratio;
    }

    private JumpReport check(Instant now) {
        return watch.check(Set.of(APPLE), TODAY, now);
    }

    @Test
    void setsASymbolAsideWhosePriceJumpedWithoutAnAction() {
        trades(Timeframe.M30, MONDAY, divided(4));
        JumpReport report = check(EVENING);
        assertThat(report.opened()).hasSize(1);
        Quarantine quarantine = report.opened().getFirst();
        assertThat(quarantine.jump()).isEqualTo(new JumpKey(APPLE, OPEN));
        assertThat(quarantine.ratio()).isEqualTo(0.25);
        assertThat(quarantine.since()).isEqualTo(EVENING);
        assertThat(quarantine.reason())
                .isEqualTo("the open at 2026-06-01T13:30:00Z is 30.0 after a close of 120.0 and no action explains it;"
                        + " import the right action, or wait until it lies 20 bars back");
        assertThat(quarantines.inForce(EVENING)).containsExactly(quarantine);
        assertThat(check(EVENING.plusSeconds(60)).opened()).isEmpty();
    }

    @Test
    void aKnownSplitOrASmallStepSetsNobodyAside() {
        actions.store(List.of(new Split(APPLE, MONDAY, Instant.EPOCH, 4)));
        trades(Timeframe.M30, MONDAY, divided(4));
        assertThat(check(EVENING).opened()).isEmpty();
        trades(Timeframe.M30, MONDAY, divided(1.39));
        actions.store(List.of(new Split(APPLE, MONDAY, Instant.EPOCH, 1)));
        assertThat(check(EVENING).opened()).isEmpty();
        trades(Timeframe.M30, MONDAY, divided(1.41));
        assertThat(check(EVENING).opened()).hasSize(1);
    }

    @Test
    void aSplitLearntLaterTakesTheSymbolBack() {
        trades(Timeframe.M30, MONDAY, divided(4));
        check(EVENING);
        Instant later = EVENING.plusSeconds(3_600);
        actions.store(List.of(new Split(APPLE, MONDAY, later, 4)));
        assertThat(check(later.minusSeconds(1)).lifted()).isEmpty();
        JumpReport report = check(later);
        assertThat(report.opened()).isEmpty();
        assertThat(report.lifted()).hasSize(1);
        assertThat(report.lifted().getFirst().lifted().orElseThrow().why())
                .isEqualTo("explained by the split of 4.0 for 1 on 2026-06-01, known since 2026-06-01T21:30:00Z");
        assertThat(quarantines.inForce(later)).isEmpty();
        assertThat(quarantines.inForce(later.minusSeconds(1))).hasSize(1);
    }

    @Test
    void aSplitThatDidNotHappenSetsAsideAndSaysSo() {
        actions.store(List.of(new Split(APPLE, MONDAY, Instant.EPOCH, 4)));
        trades(Timeframe.M30, MONDAY, divided(1));
        assertThat(check(EVENING).opened().getFirst().reason())
                .contains("that is with the split of 4.0 for 1 on 2026-06-01")
                .contains("which the prices do not show");
    }

    @Test
    void aSplitThatIsWithdrawnTakesTheSymbolBack() {
        actions.store(List.of(new Split(APPLE, MONDAY, Instant.EPOCH, 4)));
        trades(Timeframe.M30, MONDAY, divided(1));
        check(EVENING);
        actions.store(List.of(new Split(APPLE, MONDAY, EVENING.plusSeconds(60), 1)));
        assertThat(check(EVENING.plusSeconds(60))
                        .lifted()
                        .getFirst()
                        .lifted()
                        .orElseThrow()
                        .why())
                .isEqualTo("explained by the split on 2026-06-01 being withdrawn, known since 2026-06-01T20:31:00Z");
    }

    @Test
    void aSplitThatIsWithdrawnExplainsNoOtherJump() {
        actions.store(List.of(new Split(APPLE, MONDAY, Instant.EPOCH, 1)));
        trades(Timeframe.M30, MONDAY, divided(4));
        assertThat(check(EVENING).opened().getFirst().reason()).contains("and no action explains it");
    }

    @Test
    void aRevisedBarTakesTheSymbolBack() {
        trades(Timeframe.M30, MONDAY, divided(4));
        check(EVENING);
        trades(Timeframe.M30, MONDAY, divided(1));
        assertThat(check(EVENING.plusSeconds(60))
                        .lifted()
                        .getFirst()
                        .lifted()
                        .orElseThrow()
                        .why())
                .isEqualTo("the bars were revised: the open is 120.0 after a close of 120.0");
    }

    @Test
    void aJumpThatLiesFarBackTakesTheSymbolBackAndSetsNobodyAside() {
        trades(Timeframe.M30, MONDAY, divided(4));
        check(EVENING);
        trades(Timeframe.M30, MONDAY.plusDays(1), divided(4));
        Instant twentiethBar = Instant.parse("2026-06-02T17:00:00Z");
        assertThat(check(twentiethBar).lifted()).isEmpty();
        JumpReport report = check(twentiethBar.plusSeconds(1_800));
        assertThat(report.lifted().getFirst().lifted().orElseThrow().why()).isEqualTo("it lies more than 20 bars back");
        assertThat(report.opened()).isEmpty();
        MemoryQuarantines fresh = new MemoryQuarantines();
        JumpWatch other = new JumpWatch(bars, actions, fresh, new JumpRules(NYSE, Timeframe.M30, 20));
        assertThat(other.check(Set.of(APPLE), TODAY, twentiethBar.plusSeconds(1_800))
                        .opened())
                .isEmpty();
        assertThat(other.check(Set.of(APPLE), TODAY, twentiethBar).opened()).hasSize(1);
    }

    @Test
    void looksAtTheSessionsAskedForAndAtBarsThatHaveClosed() {
        trades(Timeframe.M30, MONDAY, divided(4));
        DateRange friday = new DateRange(MONDAY.minusDays(3), MONDAY.minusDays(3));
        assertThat(watch.check(Set.of(APPLE), friday, EVENING).opened()).isEmpty();
        assertThat(check(OPEN.plusSeconds(1_799)).opened()).isEmpty();
        assertThat(check(OPEN.plusSeconds(1_800)).opened()).hasSize(1);
    }

    @Test
    void findsEachOfTwoJumps() {
        trades(
                Timeframe.D1,
                MONDAY,
                date -> date.isBefore(MONDAY.minusDays(4)) ? 100 : date.isBefore(MONDAY) ? 10 : 50);
        JumpReport report = watch(Timeframe.D1).check(Set.of(APPLE), new DateRange(FIRST, MONDAY), EVENING);
        assertThat(report.opened()).extracting(Quarantine::ratio).containsExactly(0.1, 5.0);
    }

    @Test
    void namesSymbolsWhoseActionsContradictTheirBars() {
        actions.store(List.of(new CashDividend(APPLE, MONDAY, Instant.EPOCH, 500)));
        trades(Timeframe.M30, MONDAY, divided(4));
        JumpReport report = check(EVENING);
        assertThat(report.contradictions()).containsOnlyKeys(APPLE);
        assertThat(report.opened()).isEmpty();
    }

    @Test
    void aSymbolWithoutBarsIsNoMatter() {
        assertThat(check(EVENING)).isEqualTo(new JumpReport(List.of(), List.of(), Map.of()));
    }

    /** Whatever happened on a random path of prices and splits: who is set aside is who has an unexplained step. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void setsAsideExactlyTheUnexplainedSteps(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] ratios = {1, 1, 1.2, 2, 0.5, 10};
        double price = 1_000;
        Map<LocalDate, Double> prices = new TreeMap<>();
        Set<Instant> unexplained = new TreeSet<>();
        for (Session session : NYSE.sessions(FIRST, MONDAY)) {
            double ratio = ratios[random.nextInt(ratios.length)];
            price /= ratio;
            prices.put(session.date(), price);
            boolean isKnown = random.nextBoolean();
            if (isKnown) {
                actions.store(List.of(new Split(APPLE, session.date(), session.open(), ratio)));
            } else if (Math.max(ratio, 1 / ratio) >= 1.4 && !session.date().equals(FIRST)) {
                unexplained.add(session.open());
            }
        }
        trades(Timeframe.D1, MONDAY, date -> prices.getOrDefault(date, 0.0));
        JumpReport report = watch(Timeframe.D1).check(Set.of(APPLE), new DateRange(FIRST, MONDAY), EVENING);
        assertThat(report.opened())
                .as("seed %d, %s", seed, prices)
                .extracting(quarantine -> quarantine.jump().openTime())
                .containsExactlyElementsOf(unexplained);
    }

    @Test
    void refusesBarsOfMoreThanADay() {
        assertThatThrownBy(() -> watch(Timeframe.W1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("jumps are looked for in bars up to a day long, got 1w");
    }
}
