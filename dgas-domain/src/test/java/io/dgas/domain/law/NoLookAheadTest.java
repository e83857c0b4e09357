package io.dgas.domain.law;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.state.StateSeries;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing known at a close depends on a later bar; and the law that says so catches those who look ahead. */
class NoLookAheadTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everythingKnownAtACloseComesFromThePrefix(long seed) {
        PrefixLaw.check(SampleBars.random(seed, 130), EverythingKnown::of);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void alteringABarOrLaterOnesChangesNothingKnownBefore(long seed) {
        BarSeries bars = SampleBars.random(seed, 160);
        for (int from = 1; from < bars.size(); from += 7) {
            PrefixLaw.checkAltered(bars, from, EverythingKnown::of);
        }
    }

    @Test
    void everythingKnownAtACloseOfRecordedBarsComesFromThePrefix() {
        List<BarSeries> recorded = SampleBars.recorded(60);
        assumeFalse(recorded.isEmpty(), "no recorded bars at hand");
        for (BarSeries bars : recorded) {
            PrefixLaw.check(bars, EverythingKnown::of);
        }
    }

    @Test
    void lawAcceptsTheDisplacedDot() {
        PrefixLaw.check(SampleBars.random(1, 40), bars -> {
            Levels levels = Levels.of(bars);
            return bar -> bar < 2 ? null : levels.pldot().forBar(bar + 1);
        });
    }

    @Test
    void lawCatchesADotPlottedOnItsOwnBar() {
        assertCaught(NoLookAheadTest::ownBarDot);
    }

    @Test
    void lawCatchesALevelFromTheMeanOfTheWholeSeries() {
        assertCaught(NoLookAheadTest::wholeSeriesMean);
    }

    @Test
    void lawCatchesAStateReadFromTheBarAfter() {
        assertCaught(bars -> {
            StateSeries states = StateSeries.of(bars, Levels.of(bars));
            return bar -> states.kindAt(Math.min(bar + 1, bars.size() - 1));
        });
    }

    private static void assertCaught(Known mutant) {
        BarSeries bars = SampleBars.random(1, 40);
        assertThatThrownBy(() -> PrefixLaw.check(bars, mutant))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("known at the close of bar");
        assertThatThrownBy(() -> PrefixLaw.checkAltered(bars, 20, mutant)).isInstanceOf(AssertionError.class);
    }

    /** The level for bar t made with bar t itself; the coming bar, which has no prices yet, gets the newest value. */
    private static Known.At ownBarDot(BarSeries bars) {
        Levels levels = Levels.of(bars);
        return bar -> {
            int plotted = Math.min(bar + 1, bars.size() - 1);
            return plotted < 2 ? null : levels.pldot().formedBy(plotted);
        };
    }

    /** A dot measured from the mean close of all bars, later ones among them. */
    private static Known.At wholeSeriesMean(BarSeries bars) {
        Levels levels = Levels.of(bars);
        DoubleStream closes = IntStream.range(0, bars.size()).mapToDouble(bars::close);
        double mean = closes.average().orElse(0);
        return bar -> bar < 2 ? null : levels.pldot().formedBy(bar) - mean;
    }
}
