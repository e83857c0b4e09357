package io.dgas.domain.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SampleBars;
import io.dgas.domain.level.Envelope;
import io.dgas.domain.level.Levels;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shares of docs/method.md, section 7, on a driftless random walk of 60,000 bars of 48 steps, in percent: what a
 * market without any structure gives, and hence the baseline of every rate.
 */
class RandomWalkSharesTest {

    private static final long SEED = 20_251_122;
    private static final BarSeries BARS = SampleBars.walk(SEED, 60_000, 48);
    private static final Levels LEVELS = Levels.of(BARS);
    private static final StateSeries STATES = StateSeries.of(BARS, LEVELS);

    @ParameterizedTest
    @CsvSource({
        "TREND, 37.0",
        "CONGESTION_ENTRANCE, 15.3",
        "CONTINUED_ENTRANCE, 11.4",
        "CONGESTION_ACTION, 21.0",
        "CONGESTION_EXIT, 4.7",
        "TREND_REVERSAL, 10.6",
    })
    void everyStateHasItsShareOfBars(StateKind kind, double expected) {
        assertThat(count(STATES, kind)).as("seed %d", SEED).isCloseTo(expected, within(1.0));
    }

    /** Of the bars that resolve a congestion: reversals without action, exits, reversals after action. */
    @Test
    void congestionsResolveAsOften() {
        IntPredicate resolves = bar -> STATES.kindAt(bar).isResolution();

        assertThat(share(
                        resolves,
                        bar -> !resolution(bar).resumed() && !resolution(bar).viaAction()))
                .isCloseTo(56, within(1.0));
        assertThat(share(resolves, bar -> resolution(bar).resumed())).isCloseTo(31, within(1.0));
        assertThat(share(
                        resolves,
                        bar -> !resolution(bar).resumed() && resolution(bar).viaAction()))
                .isCloseTo(13, within(1.0));
    }

    /** Of the bars in a trend run (TREND, EXIT or REVERSAL): those whose next bar is TREND. */
    @Test
    void trendsSurviveTheNextBarAsOften() {
        IntPredicate trending =
                bar -> bar + 1 < BARS.size() && STATES.kindAt(bar).isTrending();

        assertThat(share(trending, bar -> STATES.kindAt(bar + 1) == StateKind.TREND))
                .isCloseTo(71, within(1.0));
    }

    /**
     * Touch: H_t ≥ ETop_t, of all bars with an envelope. Back inside: of those, C_t ≤ ETop_t. How often a close comes
     * back hangs a little on the steps: 42.4 % with steps of one length, 41.1 % with Gaussian ones.
     */
    @Test
    void envelopeTopsAreTouchedAndHeldAsOften() {
        BarSeries bars = SampleBars.coinWalk(SEED, 60_000, 48);
        Envelope envelope = Levels.of(bars).envelope();
        int[] warm = IntStream.range(envelope.firstBar(), bars.size()).toArray();
        int[] touching = IntStream.of(warm)
                .filter(bar -> bars.high(bar) >= envelope.topForBar(bar))
                .toArray();
        long back = IntStream.of(touching)
                .filter(bar -> bars.close(bar) <= envelope.topForBar(bar))
                .count();

        assertThat(100.0 * touching.length / warm.length).isCloseTo(49.8, within(1.0));
        assertThat(100.0 * back / touching.length).isCloseTo(43, within(1.0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void sharesDoNotHangOnTheSteps(long seed) {
        BarSeries bars = SampleBars.coinWalk(seed, 60_000, 48);
        StateSeries states = StateSeries.of(bars, Levels.of(bars));

        assertThat(count(states, StateKind.TREND)).isCloseTo(37.0, within(1.0));
        assertThat(count(states, StateKind.CONGESTION_ENTRANCE)).isCloseTo(15.3, within(1.0));
        assertThat(count(states, StateKind.CONTINUED_ENTRANCE)).isCloseTo(11.4, within(1.0));
        assertThat(count(states, StateKind.CONGESTION_ACTION)).isCloseTo(21.0, within(1.0));
        assertThat(count(states, StateKind.CONGESTION_EXIT)).isCloseTo(4.7, within(1.0));
        assertThat(count(states, StateKind.TREND_REVERSAL)).isCloseTo(10.6, within(1.0));
    }

    private static double count(StateSeries states, StateKind kind) {
        return 100.0
                * IntStream.range(0, states.size())
                        .filter(bar -> states.kindAt(bar) == kind)
                        .count()
                / states.size();
    }

    private static Resolution resolution(int bar) {
        return STATES.at(bar).resolution().orElseThrow();
    }

    private static double share(IntPredicate of, IntPredicate those) {
        int[] bars = IntStream.range(0, BARS.size()).filter(of).toArray();
        return 100.0 * IntStream.of(bars).filter(those).count() / bars.length;
    }
}
