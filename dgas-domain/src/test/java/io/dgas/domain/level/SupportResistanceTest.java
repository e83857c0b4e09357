package io.dgas.domain.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SampleBars;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SupportResistanceTest {

    @Test
    void aboveTheEnvelopeTheDotAndItsTopSupport() {
        NearFar nearFar = of(new double[] {10, 9, 9.5}, new double[] {10.5, 9.5, 10}, new double[] {14, 10, 14});

        assertThat(nearFar.position()).isEqualTo(Position.ABOVE_ENVELOPE);
        assertThat(names(nearFar.nearSupport())).containsExactly("PLdot", "ETop");
        assertThat(names(nearFar.nearResistance())).containsExactlyInAnyOrder("1-1 High", "5/2 Down", "5/9 Down");
        assertThat(nearFar.farResistance().map(SupportResistanceTest::names)).contains(List.of("5/2 Down", "5/9 Down"));
    }

    @Test
    void belowTheEnvelopeTheFarLinesSupport() {
        NearFar nearFar = of(new double[] {10, 9, 9.5}, new double[] {9.5, 8.5, 9}, new double[] {9, 5, 5});

        assertThat(nearFar.position()).isEqualTo(Position.BELOW_ENVELOPE);
        assertThat(names(nearFar.nearResistance())).containsExactly("EBot", "PLdot");
        assertThat(names(nearFar.nearSupport())).containsExactlyInAnyOrder("1-1 Low", "5/2 Up", "5/9 Up");
        assertThat(nearFar.farSupport().map(SupportResistanceTest::names)).contains(List.of("5/9 Up", "5/2 Up"));
    }

    @Test
    void insideTheEnvelopeEachHalfHasItsEdges() {
        NearFar upper = of(new double[] {10, 8, 9}, new double[] {10, 8, 9}, new double[] {10, 8, 9.5});
        NearFar lower = of(new double[] {10, 8, 9}, new double[] {10, 8, 9}, new double[] {10, 8, 8.5});
        NearFar onDot = of(new double[] {10, 8, 9}, new double[] {10, 8, 9}, new double[] {10, 8, 9});

        assertThat(upper.position()).isEqualTo(Position.UPPER_HALF);
        assertThat(names(upper.nearSupport())).containsExactly("EBot", "PLdot");
        assertThat(names(upper.nearResistance())).containsExactly("ETop");
        assertThat(lower.position()).isEqualTo(Position.LOWER_HALF);
        assertThat(names(lower.nearSupport())).containsExactly("EBot");
        assertThat(names(lower.nearResistance())).containsExactly("PLdot", "ETop");
        assertThat(onDot.position()).isEqualTo(Position.ON_DOT);
        assertThat(names(onDot.nearSupport())).containsExactly("EBot", "PLdot");
        assertThat(names(onDot.nearResistance())).containsExactly("PLdot", "ETop");
    }

    @Test
    void lineOnTheWrongSideTakesNoPart() {
        NearFar nearFar = of(new double[] {10, 9, 9.5}, new double[] {10.5, 9.5, 10}, new double[] {14, 12, 13});

        assertThat(nearFar.farSupport()).isEmpty();
        assertThat(nearFar.farResistance()).isNotEqualTo(Optional.empty());
    }

    @Test
    void supportLiesBelowTheCloseAndResistanceAbove() {
        for (long seed = 1; seed <= 8; seed++) {
            BarSeries bars = SampleBars.random(seed, 500);
            Levels levels = Levels.of(bars);
            for (int t = levels.firstBar(); t <= levels.comingBar(); t++) {
                NearFar nearFar = levels.supportResistance().forBar(t);
                double close = bars.close(t - 1);
                double rounding = close * 1e-14;
                String where = "seed " + seed + " bar " + t;
                assertThat(nearFar.nearSupport().low()).as(where).isLessThanOrEqualTo(close + rounding);
                assertThat(nearFar.nearResistance().high()).as(where).isGreaterThanOrEqualTo(close - rounding);
                nearFar.farSupport().ifPresent(area -> assertThat(area.high()).isLessThanOrEqualTo(close + rounding));
                nearFar.farResistance()
                        .ifPresent(area -> assertThat(area.low()).isGreaterThanOrEqualTo(close - rounding));
            }
        }
    }

    private static NearFar of(double[]... bars) {
        return Levels.of(SampleBars.of(bars)).supportResistance().forBar(bars.length);
    }

    private static List<String> names(Area area) {
        return area.contributors().stream().map(Contributor::name).toList();
    }
}
