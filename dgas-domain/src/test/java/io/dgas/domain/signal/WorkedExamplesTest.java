package io.dgas.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.signal.Evidence.Rating;
import io.dgas.domain.signal.Evidence.WeightedMean;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each set-up once, with the arithmetic beside it. The days are in {@link Examples}. */
class WorkedExamplesTest {

    private static final Comparator<Double> NEAR = (a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b);

    /** TP of the last days: 113, 114, 343/3; coming dot 1024/9, after 113; mean range 2, then 7/3; ATR 29/14. */
    @Test
    void trendContinuation() {
        Signal.Entry entry = Examples.entry(Examples.TREND_CONTINUATION);

        assertIs(entry, SignalType.LONG, SetUp.TREND_CONTINUATION);
        double toDot = 115 - 1024 / 9.0;
        assertGates(entry, 12, 1, toDot / (7 / 3.0), (113 - 112.5) / 2, 3);
        double slope = (1024 / 9.0 - 113) / (7 / 3.0);
        // at 112.5, within 0.5: PLdot 113, EBot 112, 5/9 Up 2·113−114, 6/1 Down 2·113−113
        assertMeasures(entry.confidence(), toDot / (7 / 3.0), slope, slope, 4);
        // room to ETop of the coming day, the mean of the 1-1 Highs 114, 115 and 2·343/3 − 112.5
        double top = (114 + 115 + (343 * 2 / 3.0 - 112.5)) / 3;
        assertMeasures(entry.strength(), 2.5 / 3, 0.25, (top - 115) / (29 / 14.0), 1.5);
        assertMean(entry.confidence(), 2 * 1.0238095238 / 1.4 + 2 * (slope + 0.2) / 0.6 + (slope + 0.1) / 0.5 + 1, 6);
        // 115 − 1.5·29/14 = 111.893 and 115 + 2.5·29/14 = 120.179
        assertPrices(entry, "115.00", "111.89", "120.17");
    }

    /** Confines 111 to 115 by the entrance; mean range 10/3, then 17/6; true ranges 4, 3.5, 2.5, 2.5 after ten of 2. */
    @Test
    void congestionExit() {
        Signal.Entry entry = Examples.entry(Examples.CONGESTION_EXIT);

        assertIs(entry, SignalType.LONG, SetUp.CONGESTION_EXIT);
        assertGates(entry, 3, 1, 3);
        // TP 341/3, 346.5/3, 351/3: coming dot 1038.5/9, after 1025/9
        double slope = (1038.5 / 9 - 1025 / 9.0) / (17 / 6.0);
        assertMeasures(entry.confidence(), (117.5 - 1038.5 / 9) / (17 / 6.0), slope, slope, 1);
        double z5t = (114.5 + 116 + 117.5) / 3 + 17 / 6.0;
        assertMeasures(
                entry.strength(), 2 / 2.5, (117.5 - 115) / (17 / 6.0), (z5t - 117.5) / (32.5 / 14), 2.5 / (10 / 3.0));
        assertMean(entry.confidence(), 2 + 2 + 1 + 0.25, 6);
        // 117.5 − 1.5·32.5/14 = 114.018 and 117.5 + 2.5·32.5/14 = 123.304
        assertPrices(entry, "117.50", "114.01", "123.30");
    }

    /** ETop of the day 1034.5/9, Z5T 116.5, mean range 19/6; afterwards 16/3, and the coming dot 1024/9. */
    @Test
    void exhaust() {
        Signal.Entry entry = Examples.entry(Examples.EXHAUST);

        assertIs(entry, SignalType.SHORT, SetUp.EXHAUST);
        double excess = (120.5 - 116.5) / (19 / 6.0);
        double inside = (1034.5 / 9 - 113) / (19 / 6.0);
        assertGates(entry, excess, inside, 1, 0, 3);
        double slope = -(1024 / 9.0 - 1020.5 / 9) / (16 / 3.0);
        assertMeasures(entry.confidence(), (120.5 - 1024 / 9.0) / (16 / 3.0), slope, 0, 0);
        assertMeasures(entry.strength(), excess, inside, 7.5 / 8.5, 8.5 / (19 / 6.0));
        assertMean(entry.strength(), 1 + 1 + (7.5 / 8.5 - 0.4) / 0.5 + 1, 4);
        // 113 + 1.5·38/14 = 117.071 and 113 − 2.5·38/14 = 106.214
        assertPrices(entry, "113.00", "117.08", "106.22");
    }

    @Test
    void reasonIsOneLineOfTheGates() {
        assertThat(Examples.entry(Examples.TREND_CONTINUATION).reason())
                .isEqualTo("trend continuation at a near area: trend run 12 closes, higher-timeframe trend 1 direction,"
                        + " distance from aborting 0.5238 mean ranges, depth into the near area 0.25 mean ranges,"
                        + " mean ranges above zero 3 of 3");
    }

    private static void assertIs(Signal.Entry entry, SignalType type, SetUp setUp) {
        assertThat(entry.id().type()).isEqualTo(type);
        assertThat(entry.id().setUp()).isEqualTo(setUp);
        assertThat(entry.candidate().holds()).isTrue();
    }

    private static void assertGates(Signal.Entry entry, double... measured) {
        assertThat(entry.candidate().gates().stream()
                        .mapToDouble(GateResult::measured)
                        .toArray())
                .usingElementComparator(NEAR)
                .containsExactly(measured);
    }

    private static void assertMeasures(Evidence evidence, double... measured) {
        assertThat(((WeightedMean) evidence)
                        .parts().stream()
                                .mapToDouble(part ->
                                        ((Rating) part.evidence()).measured().value())
                                .toArray())
                .usingElementComparator(NEAR)
                .containsExactly(measured);
    }

    private static void assertMean(Evidence evidence, double weighted, double weights) {
        assertThat(List.of(evidence.value())).usingElementComparator(NEAR).containsExactly(weighted / weights);
    }

    private static void assertPrices(Signal.Entry entry, String price, String stop, String target) {
        Protection protection = entry.protection();
        assertThat(List.of(protection.entry(), protection.stop(), protection.target()))
                .map(Object::toString)
                .containsExactly(price, stop, target);
    }
}
