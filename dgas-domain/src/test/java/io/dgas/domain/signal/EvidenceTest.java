package io.dgas.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.domain.law.SessionBars;
import io.dgas.domain.market.Direction;
import io.dgas.domain.market.Grid.Anchor;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.risk.AtrMultiples;
import io.dgas.domain.signal.Evidence.Measurement;
import io.dgas.domain.signal.Evidence.Part;
import io.dgas.domain.signal.Evidence.Rating;
import io.dgas.domain.signal.Evidence.WeightedMean;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {

    private static final Measurement SLOPE = new Measurement("slope", 0.25, "mean ranges");

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.25",
        "0, 0.5, 0.5",
        "0.25, 1, 0",
        "0, 0.25, 1",
        "0.5, 1, 0",
        "-1, 0, 1",
        "1, 0, 0.75",
        "-0.25, 0.75, 0.5"
    })
    void rateOnAStraightLineFromWorstToBest(double worst, double best, double value) {
        assertThat(new Rating(SLOPE, worst, best).value()).isEqualTo(value);
    }

    @Test
    void meanWeighsItsParts() {
        Rating full = new Rating(SLOPE, 0, 0.25);
        Rating none = new Rating(SLOPE, 0.25, 1);
        Evidence inner = new WeightedMean("inner", List.of(new Part(1, full), new Part(3, none)));
        assertThat(inner.value()).isEqualTo(0.25);
        assertThat(new WeightedMean("outer", List.of(new Part(0.5, inner), new Part(0.5, full))).value())
                .isEqualTo(0.625);
    }

    @Test
    void refusesWhatIsNoEvidence() {
        assertRefused(
                () -> new Measurement(" ", 1, "bars"), "a measurement needs a name and a unit, got ' ' in 'bars'");
        assertRefused(() -> new Measurement("age", 1, ""), "a measurement needs a name and a unit, got 'age' in ''");
        assertRefused(() -> new Measurement("age", Double.NaN, "bars"), "age is NaN, not a number of bars");
        assertRefused(() -> new Rating(SLOPE, 1, 1), "slope: worst 1.0 and best 1.0 must be two different numbers");
        assertRefused(
                () -> new Rating(SLOPE, 0, Double.POSITIVE_INFINITY),
                "slope: worst 0.0 and best Infinity must be two different numbers");
        assertRefused(() -> new WeightedMean("score", List.of()), "score has no parts");
        assertRefused(() -> new Part(0, new Rating(SLOPE, 0, 1)), "slope: weight 0.0 is not a number above 0");
        assertRefused(() -> new Part(1, SLOPE), "slope must be rated before it is weighed");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void everyScoreIsWhatItsTreeSaysAndLiesBetweenNothingAndAll(long seed) {
        MultiTimeframeView view = Decided.view(SessionBars.random(seed, Timeframe.H1, 400), Timeframe.D1);
        for (int bar = 0; bar < view.trading().bars().size(); bar++) {
            for (Direction direction : Direction.values()) {
                Moment moment = new Moment(view, bar, direction);
                if (view.isWarm(bar)) {
                    SetUpRules.ALL.forEach(rule -> {
                        checkTree(rule.confidenceAt(moment));
                        checkTree(rule.strengthAt(moment));
                    });
                }
            }
        }
    }

    @Test
    void scoresOfRecordedBarsAreWhatTheirTreesSay() {
        var bars = SessionBars.recorded("daily/AAPL.csv", Timeframe.D1, Anchor.SESSION);
        List<Signal> signals = new SignalRules(AtrMultiples.STANDARD).signals(Decided.view(bars, Timeframe.W1));
        List<Signal.Entry> entries = signals.stream()
                .filter(Signal.Entry.class::isInstance)
                .map(Signal.Entry.class::cast)
                .toList();
        assertThat(entries).hasSizeGreaterThan(100);
        entries.forEach(entry -> {
            checkTree(entry.confidence());
            checkTree(entry.strength());
        });
    }

    private static void checkTree(Evidence evidence) {
        assertThat(evidence.value()).isEqualTo(recomputed(evidence)).isBetween(0.0, 1.0);
    }

    /** The same again from the parts, in other words. */
    private static double recomputed(Evidence evidence) {
        return switch (evidence) {
            case Measurement leaf -> leaf.value();
            case Rating rating -> {
                assertThat(rating.measured().name()).isNotBlank();
                assertThat(rating.measured().unit()).isNotBlank();
                double share = (recomputed(rating.measured()) - rating.worst()) / (rating.best() - rating.worst());
                yield share <= 0 ? 0 : share >= 1 ? 1 : share;
            }
            case WeightedMean mean -> {
                double weighted = 0;
                double weights = 0;
                for (Part part : mean.parts()) {
                    double value = recomputed(part.evidence());
                    assertThat(value).isBetween(0.0, 1.0);
                    weighted += part.weight() * value;
                    weights += part.weight();
                }
                yield weighted / weights;
            }
        };
    }
}
