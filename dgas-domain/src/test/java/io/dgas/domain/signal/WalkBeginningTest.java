package io.dgas.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SessionBars;
import io.dgas.domain.market.Grid.Anchor;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.risk.AtrMultiples;
import io.dgas.domain.risk.StructureStops;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A walk that begins late decides what a walk over all bars does, with all evidence and bit for bit. */
class WalkBeginningTest {

    private static final List<ProtectionRule> PROTECTIONS =
            List.of(AtrMultiples.STANDARD, new AtrMultiples(6, 9), new StructureStops());

    /** Bars that are left off, newest first; what is left is warm. */
    private static final int CUTS = 180;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void halfHoursUnderDaysAreDecidedAsFromTheFirstBar(long seed) {
        check(seed, SessionBars.random(seed, Timeframe.M30, 600), Timeframe.D1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void hoursUnderDaysAndWeeksAreDecidedAsFromTheFirstBar(long seed) {
        check(seed, SessionBars.random(seed, Timeframe.H1, 700), Timeframe.D1, Timeframe.W1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22})
    void aSingleTimeframeIsDecidedAsFromTheFirstBar(long seed) {
        check(seed, SessionBars.random(seed, Timeframe.D1, 300), Timeframe.D1);
    }

    @Test
    void recordedBarsAreDecidedAsFromTheFirstBar() {
        check(
                31,
                SessionBars.recorded("daily/IBM.csv", Timeframe.D1, Anchor.SESSION)
                        .newest(500),
                Timeframe.W1);
    }

    @Test
    void mostBarsNeedNotBeWalked() {
        BarSeries bars = SessionBars.random(1, Timeframe.M30, 2000);
        MultiTimeframeView view = Decided.view(bars, Timeframe.D1);
        assertThat(new SignalWalk(view, AtrMultiples.STANDARD, List.of()).beginning())
                .isGreaterThan(bars.size() / 2);
    }

    private static void check(long seed, BarSeries bars, Timeframe... higher) {
        SplittableRandom random = new SplittableRandom(seed);
        for (ProtectionRule protection : PROTECTIONS) {
            List<Signal.Entry> entries = entries(Decided.view(bars, higher), protection);
            for (int size = bars.size() - CUTS; size <= bars.size(); size += 1 + random.nextInt(4)) {
                MultiTimeframeView view = Decided.view(bars.first(size), higher);
                List<InForce> told = told(entries, random);
                assertThat(new SignalRules(protection).decide(view, told))
                        .as("seed %d, %d bars, %s, told %s", seed, size, protection, told)
                        .isEqualTo(decidedFromTheFirstBar(view, protection, told));
            }
        }
    }

    private static List<Signal.Entry> entries(MultiTimeframeView view, ProtectionRule protection) {
        return new SignalRules(protection)
                .signals(view).stream()
                        .filter(Signal.Entry.class::isInstance)
                        .map(Signal.Entry.class::cast)
                        .toList();
    }

    /** None, or some of the entries: some of them before the bars of a view, some of them after. */
    private static List<InForce> told(List<Signal.Entry> entries, SplittableRandom random) {
        List<InForce> told = new ArrayList<>();
        for (int count = entries.isEmpty() ? 0 : random.nextInt(3); count > 0; count--) {
            Signal.Entry entry = entries.get(random.nextInt(entries.size()));
            told.add(new InForce(entry.id(), entry.protection()));
        }
        return told;
    }

    private static Decision decidedFromTheFirstBar(
            MultiTimeframeView view, ProtectionRule protection, List<InForce> told) {
        BarSeries bars = view.trading().bars();
        SignalWalk walk = new SignalWalk(view, protection, told);
        List<Supplier<Signal>> issued = new ArrayList<>();
        for (int bar = 0; bar < bars.size(); bar++) {
            SignalWalk.Completed completed = walk.close(bar);
            issued.addAll(completed.ofTold());
            issued.addAll(bar == bars.last() ? completed.entries() : List.of());
        }
        return issued.isEmpty()
                ? walk.standAside(bars.last())
                : new Decision.Issue(
                        bars.key().instrument(),
                        issued.stream().map(Supplier::get).toList());
    }
}
