package io.dgas.domain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.level.Line;
import io.dgas.domain.level.LineKind;
import io.dgas.domain.level.Lines;
import io.dgas.domain.level.Role;
import io.dgas.domain.series.Prices;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The properties of docs/method.md, section 9, that hold within one bar's levels and lines. */
class GeometryPropertiesTest {

    private static final Set<LineKind> MAY_LIE_WRONG =
            Set.of(LineKind.FIVE_NINE_UP, LineKind.FIVE_NINE_DOWN, LineKind.SIX_SIX_UP, LineKind.SIX_SIX_DOWN);
    private static final Set<LineKind> FROM_HIGHS =
            Set.of(LineKind.FIVE_TWO_DOWN, LineKind.FIVE_THREE_DOWN, LineKind.FIVE_ONE_UP);
    private static final Set<LineKind> FROM_LOWS =
            Set.of(LineKind.FIVE_TWO_UP, LineKind.FIVE_THREE_UP, LineKind.FIVE_ONE_DOWN);
    private static final Set<LineKind> THROUGH_HIGH =
            Set.of(LineKind.SIX_SEVEN_DOWN, LineKind.SIX_FIVE_DOWN, LineKind.SIX_ONE_UP);
    private static final Set<LineKind> THROUGH_LOW =
            Set.of(LineKind.SIX_SEVEN_UP, LineKind.SIX_FIVE_UP, LineKind.SIX_ONE_DOWN);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void holdOnRandomBars(long seed) {
        holdOn(SampleBars.random(seed, 3000));
    }

    @Test
    void holdOnRecordedBars() {
        List<BarSeries> recorded = SampleBars.recorded(40_000);
        assumeFalse(recorded.isEmpty(), "no recorded bars at hand");
        recorded.forEach(GeometryPropertiesTest::holdOn);
    }

    private static void holdOn(BarSeries bars) {
        Levels levels = Levels.of(bars);
        assertThat(levels.comingBar()).isEqualTo(bars.size());
        for (int t = levels.firstBar(); t <= bars.size(); t++) {
            ladderIsInOrder(levels, t);
            widthIsMeanRange(levels, t);
            linesAreComplete(levels.lines().forBar(t), t);
            sixOneStandsAgainstATrend(levels.lines(), t);
            linesLieOnTheirSide(levels.lines().forBar(t), bars.close(t - 1), t);
        }
    }

    private static void sixOneStandsAgainstATrend(Lines lines, int t) {
        boolean down = lines.kindThroughLow(t) == LineKind.SIX_ONE_DOWN;
        boolean up = lines.kindThroughHigh(t) == LineKind.SIX_ONE_UP;
        require(lines.isSixOneAgainst(1, t) == down, "6/1 Down", t);
        require(lines.isSixOneAgainst(-1, t) == up, "6/1 Up", t);
    }

    private static void ladderIsInOrder(Levels levels, int t) {
        double[] ladder = {
            levels.zones().z1bForBar(t),
            levels.zones().z2bForBar(t),
            levels.envelope().bottomForBar(t),
            levels.pldot().forBar(t),
            levels.envelope().topForBar(t),
            levels.zones().z5tForBar(t),
            levels.zones().z6tForBar(t),
        };
        for (int step = 1; step < ladder.length; step++) {
            require(Prices.compare(ladder[step - 1], ladder[step]) <= 0, "ladder step " + step, t);
        }
    }

    private static void widthIsMeanRange(Levels levels, int t) {
        double width = levels.envelope().topForBar(t) - levels.envelope().bottomForBar(t);
        double price = levels.pldot().forBar(t);
        require(Prices.compareDistances(width, levels.meanRange().forBar(t), price) == 0, "envelope width", t);
    }

    private static void linesAreComplete(List<Line> lines, int t) {
        require(count(lines, FROM_HIGHS) == 1, "one line from highs", t);
        require(count(lines, FROM_LOWS) == 1, "one line from lows", t);
        require(count(lines, Set.of(LineKind.FIVE_NINE_UP)) == 1, "one 5/9 Up", t);
        require(count(lines, Set.of(LineKind.FIVE_NINE_DOWN)) == 1, "one 5/9 Down", t);
        require(count(lines, THROUGH_HIGH) == 1, "one 6-line through the high", t);
        require(count(lines, THROUGH_LOW) == 1, "one 6-line through the low", t);
    }

    private static long count(List<Line> lines, Set<LineKind> kinds) {
        return lines.stream().filter(line -> kinds.contains(line.kind())).count();
    }

    private static void linesLieOnTheirSide(List<Line> lines, double lastClose, int t) {
        for (Line line : lines) {
            int beyond = Prices.compare(line.value(), lastClose);
            boolean wrong = line.role() == Role.SUPPORT ? beyond > 0 : beyond < 0;
            require(line.wrongSide() == wrong, line + " flagged", t);
            require(!wrong || MAY_LIE_WRONG.contains(line.kind()), line + " against last close " + lastClose, t);
        }
    }

    private static void require(boolean holds, String what, int t) {
        if (!holds) {
            throw new AssertionError(what + " does not hold for bar " + t);
        }
    }
}
