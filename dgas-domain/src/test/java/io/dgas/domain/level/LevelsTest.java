package io.dgas.domain.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SampleBars;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsTest {

    private static final double[] ONE = {10, 8, 9};
    private static final double[] TWO = {11, 9, 10.5};
    private static final double[] THREE = {12, 10, 11};

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void refusesToReadWarmUp(int t) {
        Levels levels = Levels.of(SampleBars.walk(1, 10, 12));

        assertThatThrownBy(() -> levels.pldot().forBar(t)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> levels.envelope().topForBar(t)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> levels.envelope().bottomForBar(t)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> levels.meanRange().forBar(t)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> levels.zones().z5tForBar(t)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> levels.mainChannelLine(t)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> levels.lines().kindThroughHigh(t)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ProjectionSheet.forBar(levels, t)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> levels.supportResistance().forBar(t)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void eachLevelStartsWhereItsBarsAreThere() {
        Levels levels = Levels.of(SampleBars.walk(1, 10, 12));

        assertThatThrownBy(() -> levels.oneOne().dotForBar(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(levels.oneOne().dotForBar(1)).isPositive();
        assertThatThrownBy(() -> levels.lines().forBar(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(levels.lines().forBar(2)).hasSize(4);
        assertThat(levels.lines().forBar(3)).hasSize(6);
        assertThat(levels.mainChannelLine(3)).isEmpty();
        assertThat(levels.mainChannelLine(4)).isPresent();
        assertThat(levels.firstBar()).isEqualTo(3);
    }

    @Test
    void comingBarHasItsLevelsAndTheBarAfterItHasNone() {
        Levels levels = Levels.of(SampleBars.of(ONE, TWO, THREE));

        assertThat(levels.comingBar()).isEqualTo(3);
        assertThat(levels.isWarm()).isTrue();
        assertThat(levels.pldot().forBar(3)).isCloseTo((9 + 10.1666667 + 11) / 3, within(1e-6));
        assertThat(levels.pldot().formedBy(2)).isEqualTo(levels.pldot().forBar(3));
        assertThatThrownBy(() -> levels.pldot().forBar(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> levels.meanRange().forBar(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> levels.lines().forBar(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void tooFewBarsHaveNoLevels() {
        for (int size = 0; size < 3; size++) {
            Levels levels = Levels.of(SampleBars.of(ONE, TWO, THREE).first(size));
            assertThat(levels.isWarm()).isFalse();
            assertThatThrownBy(() -> levels.pldot().forBar(levels.comingBar()))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void sheetOfTheComingBarCarriesEverythingAsOfTheLastClose() {
        BarSeries bars = SampleBars.walk(2, 50, 12);
        Levels levels = Levels.of(bars);

        ProjectionSheet sheet = ProjectionSheet.forBar(levels, 50);
        ProjectionSheet earlier = ProjectionSheet.forBar(levels, 49);

        assertThat(sheet.isForComingBar()).isTrue();
        assertThat(sheet.asOf()).isEqualTo(bars.closeTime(49));
        assertThat(sheet.lastClose()).isEqualTo(bars.close(49));
        assertThat(sheet.lines()).isEqualTo(levels.lines().forBar(50));
        assertThat(sheet.areas()).isEqualTo(AreaClusters.forBar(levels, 50, 0.10));
        assertThat(sheet.levels().pldot()).isEqualTo(levels.pldot().forBar(50));
        assertThat(earlier.isForComingBar()).isFalse();
        assertThat(earlier.opensAt()).contains(bars.openTime(49));
        assertThat(earlier.asOf()).isEqualTo(bars.closeTime(48));
    }

    @Test
    void columnsHoldWhatIsReadBarByBar() {
        Levels levels = Levels.of(SampleBars.walk(5, 300, 12));
        assertThat(levels.mainChannelLines().firstDefined()).isEqualTo(4);
        assertThat(levels.twoAheadDots().firstDefined()).isEqualTo(2);
        assertThat(levels.twoAheadDots().get(2)).isEqualTo(levels.twoAheadDot(2).orElseThrow());
        for (int t = 4; t <= levels.comingBar(); t++) {
            assertThat(levels.mainChannelLines().get(t))
                    .isEqualTo(levels.mainChannelLine(t).orElseThrow());
            assertThat(levels.twoAheadDots().get(t))
                    .isEqualTo(levels.twoAheadDot(t).orElseThrow());
        }
        assertThat(levels.mainChannelLines().isDefined(levels.comingBar() + 1)).isFalse();
    }

    @Test
    void gradeBLevelsComeAndGoWithTheirOptions() {
        BarSeries bars = SampleBars.walk(3, 300, 12);
        Levels attested = Levels.of(bars, LevelOptions.ATTESTED);
        Levels all = Levels.of(bars, LevelOptions.ALL);
        for (int t = 4; t <= 300; t++) {
            assertThat(attested.lines().forBar(t))
                    .hasSize(6)
                    .allMatch(line -> line.kind().grade() == Grade.A);
            assertThat(attested.mainChannelLine(t)).isEmpty();
            assertThat(attested.twoAheadDot(t)).isEmpty();
            assertThat(attested.mainChannelLines().isDefined(t)).isFalse();
            assertThat(attested.twoAheadDots().isDefined(t)).isFalse();
            assertThat(all.lines().forBar(t)).hasSizeGreaterThanOrEqualTo(10);
            assertThat(all.lines().forBar(t))
                    .filteredOn(line -> line.name().endsWith(" Ext"))
                    .hasSize(4);
        }
        assertThat(attested.lines().depthForBar(200, Role.SUPPORT)).isEmpty();
    }

    @Test
    void extensionsLieOneBarFurtherOut() {
        Levels levels = Levels.of(SampleBars.of(ONE, TWO), LevelOptions.ALL);
        Lines lines = levels.lines();

        assertThat(value(lines, LineKind.FIVE_TWO_DOWN)).isEqualTo(12);
        assertThat(value(lines, LineKind.FIVE_TWO_DOWN_EXT)).isEqualTo(2 * 12 - 11);
        assertThat(value(lines, LineKind.FIVE_NINE_UP)).isEqualTo(2 * 9 - 10);
        assertThat(value(lines, LineKind.FIVE_NINE_UP_EXT)).isEqualTo(2 * 8 - 9);
    }

    @Test
    void gapUpClosesTheLowsLinesAtTheCloseBefore() {
        Levels levels = Levels.of(SampleBars.of(new double[] {10, 8, 9}, new double[] {14, 12, 13}), LevelOptions.ALL);

        assertThat(levels.lines().forBar(2))
                .filteredOn(line -> line.name().endsWith(" Closed"))
                .containsExactly(
                        new Line(LineKind.FIVE_THREE_UP_CLOSED, 10, false),
                        new Line(LineKind.FIVE_NINE_UP_CLOSED, 8, false));
    }

    @Test
    void gapUpLeavesTheFiveNineUpOnTheWrongSideUnderItsName() {
        Lines lines = Levels.of(SampleBars.of(new double[] {10, 8, 9}, new double[] {14, 12, 13}))
                .lines();

        assertThat(lines.forBar(2, LineKind.FIVE_NINE_UP)).contains(new Line(LineKind.FIVE_NINE_UP, 14, true));
    }

    @Test
    void fiveTwoIsShortRegularOrDeepByItsDistance() {
        assertThat(depth(0.32)).isEqualTo(Depth.SHORT);
        assertThat(depth(0.33)).isEqualTo(Depth.REGULAR);
        assertThat(depth(0.64)).isEqualTo(Depth.REGULAR);
        assertThat(depth(0.66)).isEqualTo(Depth.DEEP);
    }

    /** Of a hundred bars with a mean range of one, the last of which is {@code step} higher. */
    private static Depth depth(double step) {
        double[][] bars = new double[100][];
        for (int bar = 0; bar < 99; bar++) {
            bars[bar] = new double[] {101, 100, 100.5};
        }
        bars[99] = new double[] {101 + step, 100 + step, 100.5 + step};
        return Levels.of(SampleBars.of(bars), LevelOptions.ALL)
                .lines()
                .depthForBar(100, Role.RESISTANCE)
                .orElseThrow();
    }

    @Test
    void barPercentRunsFromBottomToTop() {
        Envelope envelope = Levels.of(SampleBars.of(ONE, TWO, THREE)).envelope();
        double top = envelope.topForBar(3);
        double bottom = envelope.bottomForBar(3);

        assertThat(envelope.barPercent(3, bottom)).hasValue(0);
        assertThat(envelope.barPercent(3, top)).hasValue(100);
        assertThat(envelope.barPercent(3, top + (top - bottom)).orElseThrow()).isCloseTo(200, within(1e-9));
    }

    @Test
    void barPercentIsEmptyWithoutARange() {
        double[] flat = {10, 10, 10};

        assertThat(Levels.of(SampleBars.of(flat, flat, flat)).envelope().barPercent(3, 10))
                .isEmpty();
    }

    @Test
    void everyKindHasItsMirrorAndItsName() {
        for (LineKind kind : LineKind.values()) {
            assertThat(kind.mirrored().mirrored()).isEqualTo(kind);
            assertThat(kind.mirrored().role()).isNotEqualTo(kind.role());
            assertThat(kind.mirrored().grade()).isEqualTo(kind.grade());
            assertThat(kind.isFar())
                    .isEqualTo(
                            List.of("5/2 Up", "5/2 Down", "5/9 Up", "5/9 Down").contains(kind.displayName()));
            assertThat(LineKind.ofName(kind.displayName())).isEqualTo(kind);
            assertThat(kind.role() == Role.SUPPORT).isEqualTo(kind.displayName().contains("Up"));
        }
        assertThatThrownBy(() -> LineKind.ofName("6/9 Up")).hasMessageContaining("6/9 Up");
    }

    private static double value(Lines lines, LineKind kind) {
        return lines.forBar(2, kind).orElseThrow().value();
    }
}
