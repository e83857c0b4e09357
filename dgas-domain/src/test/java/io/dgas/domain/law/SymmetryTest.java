package io.dgas.domain.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Area;
import io.dgas.domain.level.AreaClusters;
import io.dgas.domain.level.LevelOptions;
import io.dgas.domain.level.Levels;
import io.dgas.domain.level.Line;
import io.dgas.domain.level.LineKind;
import io.dgas.domain.level.NearFar;
import io.dgas.domain.level.Position;
import io.dgas.domain.level.Role;
import io.dgas.domain.market.Direction;
import io.dgas.domain.pattern.PatternKind;
import io.dgas.domain.pattern.PatternMatch;
import io.dgas.domain.pattern.PatternParameters;
import io.dgas.domain.pattern.Patterns;
import io.dgas.domain.state.Congestion;
import io.dgas.domain.state.StateSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mirrored market gives the mirrored geometry, and neither the unit of price nor where it is counted from matters. */
class SymmetryTest {

    private static final int SIZE = 400;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void negatedPricesMirrorEveryLevelBitForBit(long seed) {
        Levels levels = levels(SampleBars.random(seed, SIZE));
        Levels mirror = levels(SampleBars.mirrored(levels.bars()));
        for (int t = levels.firstBar() + 1; t <= levels.comingBar(); t++) {
            assertThat(upSide(mirror, t, -1)).as("seed %d bar %d", seed, t).isEqualTo(downSide(levels, t));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void negatedPricesMirrorEveryLineBitForBit(long seed) {
        Levels levels = levels(SampleBars.random(seed, SIZE));
        Levels mirror = levels(SampleBars.mirrored(levels.bars()));
        for (int t = 2; t <= levels.comingBar(); t++) {
            List<Line> expected = levels.lines().forBar(t).stream()
                    .map(line -> new Line(line.kind().mirrored(), -line.value(), line.wrongSide()))
                    .sorted(Comparator.comparing(Line::kind))
                    .toList();
            assertThat(sorted(mirror.lines().forBar(t)))
                    .as("seed %d bar %d", seed, t)
                    .isEqualTo(expected);
            assertThat(mirror.lines().depthForBar(t, Role.SUPPORT))
                    .isEqualTo(levels.lines().depthForBar(t, Role.RESISTANCE));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void negatedPricesMirrorAreasAndNearAndFar(long seed) {
        Levels levels = levels(SampleBars.random(seed, SIZE));
        Levels mirror = levels(SampleBars.mirrored(levels.bars()));
        for (int t = levels.firstBar(); t <= levels.comingBar(); t++) {
            List<Range> areas = new ArrayList<>(ranges(AreaClusters.forBar(levels, t, 0.1))
                    .map(Range::mirrored)
                    .toList());
            assertThat(ranges(AreaClusters.forBar(mirror, t, 0.1)))
                    .as("seed %d bar %d", seed, t)
                    .containsExactlyInAnyOrderElementsOf(areas);
            NearFar here = levels.supportResistance().forBar(t);
            NearFar there = mirror.supportResistance().forBar(t);
            assertThat(there.position()).isEqualTo(mirrored(here.position()));
            assertThat(Range.of(there.nearSupport()))
                    .isEqualTo(Range.of(here.nearResistance()).mirrored());
            assertThat(Range.of(there.nearResistance()))
                    .isEqualTo(Range.of(here.nearSupport()).mirrored());
            assertThat(there.farSupport().map(Range::of))
                    .isEqualTo(here.farResistance().map(Range::of).map(Range::mirrored));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void negatedPricesMirrorStatesAndPatterns(long seed) {
        Reading reading = Reading.of(SampleBars.random(seed, SIZE));
        Reading mirror = Reading.of(SampleBars.mirrored(reading.bars));
        for (int bar = 0; bar < SIZE; bar++) {
            String where = "seed " + seed + " bar " + bar;
            assertThat(mirror.state(bar, -1)).as(where).isEqualTo(reading.state(bar, 1));
            assertThat(mirror.congestion(bar, -1)).as(where).isEqualTo(reading.congestion(bar, 1));
            assertThat(mirror.patterns(bar, -1))
                    .as(where)
                    .containsExactlyInAnyOrderElementsOf(reading.patterns(bar, 1));
        }
    }

    @ParameterizedTest(name = "factor {0}")
    @ValueSource(doubles = {0.5, 4, 1024})
    void scalingByAPowerOfTwoScalesEverythingExactly(double factor) {
        Levels levels = levels(SampleBars.random(3, SIZE));
        Levels scaled = levels(SampleBars.scaled(levels.bars(), factor));
        for (int t = levels.firstBar() + 1; t <= levels.comingBar(); t++) {
            assertThat(upSide(scaled, t, 1 / factor)).isEqualTo(upSide(levels, t, 1));
            List<Line> lines = scaled.lines().forBar(t).stream()
                    .map(line -> new Line(line.kind(), line.value() / factor, line.wrongSide()))
                    .toList();
            assertThat(lines).isEqualTo(levels.lines().forBar(t));
        }
        Reading reading = Reading.of(levels.bars());
        Reading other = Reading.of(scaled.bars());
        for (int bar = 0; bar < SIZE; bar++) {
            assertThat(other.patterns(bar, 1)).isEqualTo(reading.patterns(bar, 1));
            assertThat(other.state(bar, 1)).isEqualTo(reading.state(bar, 1));
        }
    }

    static Stream<String> units() {
        return Stream.of("x100", "/7", "x0.0001", "+10000", "-500");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("units")
    void unitOfPriceChangesNoStateLineOrPattern(String unit) {
        for (long seed = 1; seed <= 12; seed++) {
            BarSeries bars = SampleBars.random(seed, SIZE);
            Reading reading = Reading.of(bars);
            Reading other = Reading.of(inUnit(bars, unit));
            for (int bar = 0; bar < SIZE; bar++) {
                String where = unit + " seed " + seed + " bar " + bar;
                assertThat(other.state(bar, 1)).as(where).isEqualTo(reading.state(bar, 1));
                assertThat(other.kinds(bar)).as(where).isEqualTo(reading.kinds(bar));
                assertThat(other.lines(bar + 1)).as(where).isEqualTo(reading.lines(bar + 1));
            }
        }
    }

    private static BarSeries inUnit(BarSeries bars, String unit) {
        return switch (unit) {
            case "x100" -> SampleBars.scaled(bars, 100);
            case "/7" -> SampleBars.scaled(bars, 1.0 / 7);
            case "x0.0001" -> SampleBars.scaled(bars, 0.0001);
            default -> SampleBars.translated(bars, Double.parseDouble(unit));
        };
    }

    private static Levels levels(BarSeries bars) {
        return Levels.of(bars, LevelOptions.ALL);
    }

    private static List<Line> sorted(List<Line> lines) {
        return lines.stream().sorted(Comparator.comparing(Line::kind)).toList();
    }

    /** Dot, 1-1 dot and the levels above, times a factor. */
    private static List<Double> upSide(Levels levels, int t, double factor) {
        return scaled(
                factor,
                levels.pldot().forBar(t),
                levels.oneOne().dotForBar(t),
                levels.oneOne().highForBar(t),
                levels.envelope().topForBar(t),
                levels.zones().z5tForBar(t),
                levels.zones().z6tForBar(t),
                levels.mainChannelLine(t).orElseThrow(),
                levels.twoAheadDot(t).orElseThrow());
    }

    private static List<Double> downSide(Levels levels, int t) {
        return scaled(
                1,
                levels.pldot().forBar(t),
                levels.oneOne().dotForBar(t),
                levels.oneOne().lowForBar(t),
                levels.envelope().bottomForBar(t),
                levels.zones().z2bForBar(t),
                levels.zones().z1bForBar(t),
                levels.mainChannelLine(t).orElseThrow(),
                levels.twoAheadDot(t).orElseThrow());
    }

    private static List<Double> scaled(double factor, double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> factor * values[i])
                .toList();
    }

    private static Position mirrored(Position position) {
        return switch (position) {
            case ABOVE_ENVELOPE -> Position.BELOW_ENVELOPE;
            case UPPER_HALF -> Position.LOWER_HALF;
            case ON_DOT -> Position.ON_DOT;
            case LOWER_HALF -> Position.UPPER_HALF;
            case BELOW_ENVELOPE -> Position.ABOVE_ENVELOPE;
        };
    }

    private static Stream<Range> ranges(List<Area> areas) {
        return areas.stream().map(Range::of);
    }

    private record Range(double low, double high, int strength) {

        static Range of(Area area) {
            return new Range(area.low(), area.high(), area.strength());
        }

        Range mirrored() {
            return new Range(-high, -low, strength);
        }
    }

    /** States and patterns with directions and prices taken by a sign, so that a mirrored reading compares equal. */
    private record Reading(BarSeries bars, Levels levels, StateSeries states, Patterns patterns) {

        static Reading of(BarSeries bars) {
            Levels levels = SymmetryTest.levels(bars);
            StateSeries states = StateSeries.of(bars, levels);
            return new Reading(bars, levels, states, Patterns.of(bars, levels, states, PatternParameters.STANDARD));
        }

        List<Object> state(int bar, int sign) {
            return List.of(
                    states.kindAt(bar),
                    sign * states.closeSignAt(bar),
                    sign * states.trendSignAt(bar),
                    states.runAt(bar),
                    states.phaseAt(bar),
                    states.at(bar).resolution().map(end -> List.of(end.viaAction(), end.outside(), end.bars())));
        }

        List<Object> congestion(int bar, int sign) {
            return states.at(bar).congestion().map(c -> parts(c, sign)).orElse(List.of());
        }

        private static List<Object> parts(Congestion c, int sign) {
            double edge = sign > 0 ? c.confines().high() : c.confines().low();
            double original = sign > 0 ? c.original().high() : c.original().low();
            return List.of(
                    c.bars(),
                    c.actionSeen(),
                    c.failedExit(),
                    sign * c.dottedLine(),
                    sign * c.blockLevel(),
                    sign * edge,
                    sign * original,
                    c.provisionalExit().map(exit -> sign * exit.side().sign() * exit.bars()));
        }

        List<List<Object>> patterns(int bar, int sign) {
            return patterns.at(bar).stream().map(match -> parts(match, sign)).toList();
        }

        private static List<Object> parts(PatternMatch match, int sign) {
            return List.of(match.kind(), sign * match.direction().sign(), match.since(), match.strength());
        }

        List<String> kinds(int bar) {
            return Stream.of(PatternKind.values())
                    .flatMap(kind -> Stream.of(Direction.values())
                            .filter(direction -> patterns.has(bar, kind, direction))
                            .map(direction -> kind + " " + direction))
                    .toList();
        }

        List<LineKind> lines(int t) {
            return t < levels.lines().firstBar()
                    ? List.of()
                    : levels.lines().forBar(t).stream().map(Line::kind).toList();
        }
    }
}
