package io.dgas.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dgas.bench.SampleSeries;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.market.Direction;
import io.dgas.domain.state.Confines;
import io.dgas.domain.state.MarketState;
import io.dgas.domain.state.StateSeries;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.num.DecimalNumFactory;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.num.NumFactory;

/** What is measured beside each other computes the same. */
class PeersAgreeTest {

    private static final double NEAR = 1e-7;

    @ParameterizedTest
    @EnumSource(SampleSeries.class)
    void theColumnarLoopHasOurLevelsAndStatesBitForBit(SampleSeries series) {
        Assumptions.assumeTrue(series.isAtHand(), "no recorded bars at hand");
        BarSeries bars = series.bars();
        Levels levels = Levels.of(bars);
        StateSeries states = StateSeries.of(bars, levels);
        ColumnarLoop loop = ColumnarLoop.over(bars);
        for (int bar = levels.firstBar(); bar < bars.size(); bar++) {
            hasOurLevels(loop, levels, bar);
            hasOurState(loop, states.at(bar), bar);
        }
        hasOurLevels(loop, levels, levels.comingBar());
    }

    private static void hasOurLevels(ColumnarLoop loop, Levels levels, int t) {
        assertThat(loop.dots[t]).as("dot for %s", t).isEqualTo(levels.pldot().forBar(t));
        assertThat(loop.tops[t]).as("top for %s", t).isEqualTo(levels.envelope().topForBar(t));
        assertThat(loop.bottoms[t])
                .as("bottom for %s", t)
                .isEqualTo(levels.envelope().bottomForBar(t));
    }

    private static void hasOurState(ColumnarLoop loop, MarketState state, int bar) {
        assertThat(loop.kind(bar)).as("state of bar %s", bar).isEqualTo(state.kind());
        assertThat(loop.runs[bar]).as("run of bar %s", bar).isEqualTo(state.run());
        assertThat((int) loop.directions[bar])
                .as("direction of bar %s", bar)
                .isEqualTo(state.direction().map(Direction::sign).orElse(0));
        state.congestion().ifPresent(congestion -> {
            assertThat(new Confines(loop.lows[bar], loop.highs[bar]))
                    .as("confines of bar %s", bar)
                    .isEqualTo(congestion.confines());
            assertThat(loop.dottedLines[bar]).as("dotted line of bar %s", bar).isEqualTo(congestion.dottedLine());
            assertThat(loop.blockLevels[bar]).as("block level of bar %s", bar).isEqualTo(congestion.blockLevel());
        });
        state.resolution()
                .ifPresent(resolution -> assertThat(new Confines(loop.lows[bar], loop.highs[bar]))
                        .as("confines left by bar %s", bar)
                        .isEqualTo(resolution.confines()));
    }

    /** On a random walk no close lies on a dot or an edge, so that comparing without our tie is the same rule. */
    @ParameterizedTest
    @ValueSource(ints = {2_000, 35_000})
    void ta4jOfDoublesHasOurLevelsAndStatesOnAWalk(int size) {
        hasOurs(size == 2_000 ? SampleSeries.WALK_2000 : SampleSeries.WALK_35000, DoubleNumFactory.getInstance());
    }

    @Test
    void ta4jOfDecimalsHasOurLevelsAndStatesOnAWalk() {
        hasOurs(SampleSeries.WALK_2000, DecimalNumFactory.getInstance());
    }

    private static void hasOurs(SampleSeries series, NumFactory numbers) {
        BarSeries bars = series.bars();
        Levels levels = Levels.of(bars);
        StateSeries states = StateSeries.of(bars, levels);
        Ta4jGeometry theirs = new Ta4jGeometry(Ta4jGeometry.series(bars, numbers));
        for (int bar = levels.firstBar(); bar < bars.size(); bar++) {
            isNear(theirs.dot(bar), levels.pldot().forBar(bar), "dot for " + bar);
            isNear(theirs.top(bar), levels.envelope().topForBar(bar), "top for " + bar);
            isNear(theirs.bottom(bar), levels.envelope().bottomForBar(bar), "bottom for " + bar);
            isOurState(theirs, states.at(bar), bar);
        }
    }

    private static void isOurState(Ta4jGeometry theirs, MarketState state, int bar) {
        assertThat(theirs.kind(bar)).as("state of bar %s", bar).isEqualTo(state.kind());
        assertThat(theirs.run(bar)).as("run of bar %s", bar).isEqualTo(state.run());
        assertThat(theirs.direction(bar))
                .as("direction of bar %s", bar)
                .isEqualTo(state.direction().map(Direction::sign).orElse(0));
        state.congestion().ifPresent(congestion -> {
            Ta4jState.Congestion found = Objects.requireNonNull(theirs.congestion(bar));
            isNear(found.low(), congestion.confines().low(), "lower confine of bar " + bar);
            isNear(found.high(), congestion.confines().high(), "upper confine of bar " + bar);
            isNear(found.dottedLine(), congestion.dottedLine(), "dotted line of bar " + bar);
            isNear(found.blockLevel(), congestion.blockLevel(), "block level of bar " + bar);
        });
    }

    private static void isNear(Num found, double expected, String what) {
        assertThat(found.doubleValue()).as(what).isCloseTo(expected, within(NEAR));
    }
}
