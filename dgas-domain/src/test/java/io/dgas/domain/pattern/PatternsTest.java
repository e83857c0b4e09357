package io.dgas.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SampleBars;
import io.dgas.domain.level.Levels;
import io.dgas.domain.market.Direction;
import io.dgas.domain.series.DoubleSeries;
import io.dgas.domain.state.StateSeries;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {

    /** Other numbers than the defaults, to see each one matter. */
    private static final PatternParameters OTHER = new PatternParameters(
            new PLdotPush(0.4),
            new PLdotRefresh(0.15),
            new CWave(3),
            new Exhaust(6),
            new CongestionOscillation(3),
            new DotStructure(1.2, 0.7, 0.05));

    static Stream<PatternParameters> parameters() {
        return Stream.of(PatternParameters.STANDARD, OTHER);
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void detectorsSeeWhatTheirDefinitionsSay(PatternParameters parameters) {
        Set<PatternKind> seen = EnumSet.noneOf(PatternKind.class);
        for (long seed = 1; seed <= 10; seed++) {
            BarSeries bars = SampleBars.random(seed, 1500);
            Levels levels = Levels.of(bars);
            StateSeries states = StateSeries.of(bars, levels);
            Patterns patterns = Patterns.of(bars, levels, states, parameters);
            PlainPatterns plain = new PlainPatterns(bars, levels, states, parameters);
            for (int bar = 0; bar < bars.size(); bar++) {
                List<String> found = names(patterns.at(bar));
                assertThat(found).as("seed %d bar %d", seed, bar).containsExactlyInAnyOrderElementsOf(plain.at(bar));
                patterns.at(bar).forEach(match -> seen.add(match.kind()));
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(PatternKind.values());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void matchesAgreeWithTheirNumbers(long seed) {
        BarSeries bars = SampleBars.random(seed, 1500);
        Levels levels = Levels.of(bars);
        Patterns patterns = Patterns.of(bars, levels, StateSeries.of(bars, levels), PatternParameters.STANDARD);
        for (int bar = 0; bar < bars.size(); bar++) {
            for (PatternMatch match : patterns.at(bar)) {
                assertThat(match.bar()).isEqualTo(bar);
                assertThat(match.strength()).as("%s", match).isFinite().isNotNegative();
                assertThat(match.level()).as("%s", match).isPresent();
                if (match.kind() == PatternKind.EXHAUST_CONFIRMED) {
                    assertThat(bar - match.since()).isBetween(1, 3);
                    assertThat(patterns.has(match.since(), PatternKind.EXHAUST, match.direction()))
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void wavesAndOscillationsAreCountedFromTheirStart(long seed) {
        BarSeries bars = SampleBars.random(seed, 3000);
        Levels levels = Levels.of(bars);
        StateSeries states = StateSeries.of(bars, levels);
        Patterns patterns = Patterns.of(bars, levels, states, PatternParameters.STANDARD);
        PlainPatterns plain = new PlainPatterns(bars, levels, states, PatternParameters.STANDARD);
        for (int bar = 0; bar < bars.size(); bar++) {
            for (PatternMatch match : patterns.at(bar)) {
                String what = "seed " + seed + ": " + match;
                if (match.kind() == PatternKind.C_WAVE) {
                    assertThat(match.strength()).as(what).isEqualTo(plain.waveCloses(bar, match.direction()));
                    assertThat(match.since()).as(what).isEqualTo(bar - (int) match.strength() + 1);
                } else if (match.kind() == PatternKind.CONGESTION_OSCILLATION) {
                    assertThat(match.strength()).as(what).isEqualTo(plain.touches(bar));
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void anExhaustAskedForAloneIsTheOneAmongAllPatterns(long seed) {
        BarSeries bars = SampleBars.random(seed, 1500);
        Levels levels = Levels.of(bars);
        StateSeries states = StateSeries.of(bars, levels);
        OuterLevels outer = new OuterLevels(
                "top", levels.envelope().tops(), "bottom", levels.envelope().bottoms());
        Patterns alone = Patterns.of(bars, levels, states, PatternParameters.STANDARD);
        Patterns within = Patterns.within(outer, levels, states, PatternParameters.STANDARD);
        assertThat(exhaustsAskedForAlone(within, bars)).isGreaterThan(exhaustsAskedForAlone(alone, bars));
    }

    private static int exhaustsAskedForAlone(Patterns patterns, BarSeries bars) {
        int count = 0;
        for (int bar = 0; bar < bars.size(); bar++) {
            int up = patterns.has(bar, PatternKind.EXHAUST, Direction.UP) ? 1 : 0;
            int down = patterns.has(bar, PatternKind.EXHAUST, Direction.DOWN) ? 1 : 0;
            assertThat(patterns.exhaustSign(bar)).as("bar %d", bar).isEqualTo(up - down);
            count += up + down;
        }
        return count;
    }

    @Test
    void pushIsMeasuredInMeanRanges() {
        BarSeries bars = rising(8);
        Levels levels = Levels.of(bars);
        Patterns patterns = Patterns.of(bars, levels, StateSeries.of(bars, levels), PatternParameters.STANDARD);

        PatternMatch push = match(patterns, 7, PatternKind.PLDOT_PUSH);

        assertThat(push.direction()).isEqualTo(Direction.UP);
        assertThat(push.strength()).isCloseTo(0.5, within(1e-12));
        assertThat(push.level()).contains(new NamedLevel("PLdot", levels.pldot().forBar(7)));
    }

    @Test
    void exhaustNamesTheOutermostLevelItExceeded() {
        BarSeries bars = SampleBars.of(
                new double[] {10, 8, 9},
                new double[] {10, 8, 9},
                new double[] {10, 8, 9},
                new double[] {13.5, 8, 9},
                new double[] {10, 8, 9});
        Levels levels = Levels.of(bars);
        Patterns patterns = Patterns.of(bars, levels, StateSeries.of(bars, levels), PatternParameters.STANDARD);

        assertThat(levels.zones().z5tForBar(3)).isEqualTo(11);
        assertThat(levels.zones().z6tForBar(3)).isEqualTo(12);
        PatternMatch exhaust = match(patterns, 3, PatternKind.EXHAUST);
        assertThat(exhaust.level()).contains(new NamedLevel("Z6T", 12));
        assertThat(exhaust.strength()).isCloseTo(1.5 / 2, within(1e-12));
        PatternMatch confirmed = match(patterns, 4, PatternKind.EXHAUST_CONFIRMED);
        assertThat(confirmed.since()).isEqualTo(3);
        assertThat(confirmed.level()).isEqualTo(exhaust.level());
    }

    @Test
    void exhaustTakesAHigherTimeframesLevelToo() {
        BarSeries bars = SampleBars.of(
                new double[] {10, 8, 9}, new double[] {10, 8, 9}, new double[] {10, 8, 9}, new double[] {10.6, 8, 9});
        Levels levels = Levels.of(bars);
        StateSeries states = StateSeries.of(bars, levels);
        DoubleSeries none = DoubleSeries.owning(new double[0], 0);
        OuterLevels outer =
                new OuterLevels("1d 5/2 Down", DoubleSeries.owning(new double[] {0, 0, 0, 10.5}, 3), "", none);

        Patterns alone = Patterns.of(bars, levels, states, PatternParameters.STANDARD);
        Patterns within = Patterns.within(outer, levels, states, PatternParameters.STANDARD);

        assertThat(alone.has(3, PatternKind.EXHAUST, Direction.UP)).isFalse();
        assertThat(match(within, 3, PatternKind.EXHAUST).level()).contains(new NamedLevel("1d 5/2 Down", 10.5));
    }

    @Test
    void barsWithoutRangeHaveNoPatternMeasuredInRanges() {
        double[][] rows = new double[12][];
        for (int bar = 0; bar < rows.length; bar++) {
            rows[bar] = new double[] {10 + bar, 10 + bar, 10 + bar};
        }
        BarSeries bars = SampleBars.of(rows);
        Levels levels = Levels.of(bars);
        Patterns patterns = Patterns.of(bars, levels, StateSeries.of(bars, levels), PatternParameters.STANDARD);
        for (int bar = 0; bar < bars.size(); bar++) {
            assertThat(patterns.at(bar)).noneMatch(match -> match.kind() == PatternKind.PLDOT_PUSH);
            assertThat(patterns.at(bar)).allMatch(match -> Double.isFinite(match.strength()));
        }
    }

    @Test
    void refuseNumbersThatMakeNoSense() {
        List<Supplier<Object>> wrong = List.of(
                () -> new PLdotPush(-0.1),
                () -> new PLdotRefresh(Double.NaN),
                () -> new CWave(0),
                () -> new Exhaust(0),
                () -> new CongestionOscillation(1),
                () -> new DotStructure(1.05, 0.5, 0.1),
                () -> new DotStructure(1.4, 0.95, 0.1));
        for (Supplier<Object> make : wrong) {
            assertThatThrownBy(make::get)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("got");
        }
    }

    private static BarSeries rising(int size) {
        List<double[]> rows = new ArrayList<>();
        for (int bar = 0; bar < size; bar++) {
            rows.add(new double[] {12 + bar, 10 + bar, 11 + bar});
        }
        return SampleBars.of(rows.toArray(double[][]::new));
    }

    private static PatternMatch match(Patterns patterns, int bar, PatternKind kind) {
        return patterns.at(bar).stream()
                .filter(match -> match.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<PatternMatch> matches) {
        return matches.stream()
                .map(match -> match.kind() + " " + match.direction())
                .toList();
    }
}
