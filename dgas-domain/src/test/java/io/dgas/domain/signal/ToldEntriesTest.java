package io.dgas.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SessionBars;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.risk.AtrMultiples;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who watches from some bar on is told every entry from then on, and of each entry told its exit, once. */
class ToldEntriesTest {

    private static final SignalRules RULES = new SignalRules(AtrMultiples.STANDARD);
    private static final int FROM = 130;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void watchedBarByBarEqualsTheReplayFromThereOn(long seed) {
        BarSeries bars = SessionBars.random(seed, Timeframe.H1, 400);
        List<Signal> replayed = RULES.signals(Decided.view(bars, Timeframe.D1));
        assertThat(watched(bars, bar -> true)).as("seed %d", seed).isEqualTo(expected(replayed, bars));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6, 7, 8})
    void barsThatComeLateMakeNoEntryButEveryExit(long seed) {
        BarSeries bars = SessionBars.random(seed, Timeframe.H1, 400);
        SplittableRandom random = new SplittableRandom(seed);
        Set<Integer> seen = new HashSet<>();
        for (int bar = FROM; bar < bars.size(); bar++) {
            if (random.nextInt(3) > 0 || bar == bars.last()) {
                seen.add(bar);
            }
        }
        List<Signal> told = watched(bars, seen::contains);
        List<Signal> whole = expected(RULES.signals(Decided.view(bars, Timeframe.D1)), bars);
        Set<SignalId> entries = told.stream()
                .filter(Signal.Entry.class::isInstance)
                .map(Signal::id)
                .collect(Collectors.toSet());
        assertThat(told).as("seed %d", seed).isSubsetOf(whole).doesNotHaveDuplicates();
        assertThat(told.stream().filter(Signal.Exit.class::isInstance))
                .as("seed %d: exits of what was told", seed)
                .containsExactlyInAnyOrderElementsOf(whole.stream()
                        .filter(signal -> signal instanceof Signal.Exit exit && entries.contains(exit.opened()))
                        .toList());
    }

    @Test
    void entryThatNewerBarsNoLongerKnowStillEndsAndIsNotIssuedBesideItself() {
        BarSeries bars = SessionBars.random(1, Timeframe.H1, 400);
        Signal.Entry real = firstEntry(bars);
        SignalId invented = new SignalId(
                real.id().instrument(),
                real.id().trading(),
                bars.closeTime(FROM),
                real.id().type(),
                real.id().setUp());
        int last = bars.last();
        Decision decision =
                RULES.decide(Decided.view(bars, Timeframe.D1), List.of(new InForce(invented, real.protection())));
        List<Signal> ends = decision instanceof Decision.Issue issue ? issue.signals() : List.of();
        assertThat(ends)
                .filteredOn(Signal.Exit.class::isInstance)
                .singleElement()
                .matches(signal -> ((Signal.Exit) signal).opened().equals(invented))
                .matches(signal -> !signal.id().completedAt().isAfter(bars.closeTime(last)));
    }

    @Test
    void onlyAnEntryCanBeInForce() {
        BarSeries bars = SessionBars.random(1, Timeframe.H1, 400);
        Signal.Entry entry = firstEntry(bars);
        SignalId id = entry.id();
        SignalId exit = new SignalId(id.instrument(), id.trading(), id.completedAt(), SignalType.EXIT_LONG, id.setUp());
        assertThatThrownBy(() -> new InForce(exit, entry.protection()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an entry");
    }

    private static Signal.Entry firstEntry(BarSeries bars) {
        return RULES.signals(Decided.view(bars, Timeframe.D1)).stream()
                .filter(Signal.Entry.class::isInstance)
                .map(Signal.Entry.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** What is told when the bars are looked at as they close, at those that count. */
    private static List<Signal> watched(BarSeries bars, IntPredicate counts) {
        List<Signal> told = new ArrayList<>();
        List<InForce> inForce = new ArrayList<>();
        for (int bar = FROM; bar < bars.size(); bar++) {
            if (counts.test(bar)) {
                MultiTimeframeView view = Decided.view(bars.first(bar + 1), Timeframe.D1);
                if (RULES.decide(view, List.copyOf(inForce)) instanceof Decision.Issue issue) {
                    issue.signals().forEach(signal -> note(signal, inForce));
                    told.addAll(issue.signals());
                }
            }
        }
        return told;
    }

    private static void note(Signal signal, List<InForce> inForce) {
        switch (signal) {
            case Signal.Entry entry -> inForce.add(new InForce(entry.id(), entry.protection()));
            case Signal.Exit exit ->
                assertThat(inForce.removeIf(entry -> entry.id().equals(exit.opened())))
                        .as("%s ends something told", exit.id())
                        .isTrue();
        }
    }

    private static List<Signal> expected(List<Signal> replayed, BarSeries bars) {
        return replayed.stream()
                .filter(signal -> !opened(signal).completedAt().isBefore(bars.closeTime(FROM)))
                .toList();
    }

    private static SignalId opened(Signal signal) {
        return signal instanceof Signal.Exit exit ? exit.opened() : signal.id();
    }
}
