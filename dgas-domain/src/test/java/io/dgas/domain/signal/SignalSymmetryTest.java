package io.dgas.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SessionBars;
import io.dgas.domain.market.Direction;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.risk.AtrMultiples;
import io.dgas.domain.risk.StructureStops;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither the unit of price, nor which way is up, nor the order of what is asked for changes a decision. */
class SignalSymmetryTest {

    private static final int SIZE = 420;

    /** Without ticks, which are an absolute price: what remains must not know the unit. */
    private static final ProtectionRule OFF_TICK = moment -> {
        double range = moment.trading().averageTrueRange().after(moment.bar());
        double sign = moment.direction().sign();
        return range == 0
                ? Optional.empty()
                : Optional.of(new Protection(
                        moment.direction(),
                        new BigDecimal(moment.close()),
                        new BigDecimal(moment.close() - sign * 1.5 * range),
                        new BigDecimal(moment.close() + sign * 2.5 * range),
                        "off the tick"));
    };

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest(name = "x {0}")
    @ValueSource(doubles = {100, 0.25, 1.0 / 7, 0.0001})
    void unitOfPriceChangesNeitherSignalsNorGates(double factor) {
        for (long seed = 1; seed <= 8; seed++) {
            BarSeries bars = SessionBars.random(seed, Timeframe.H1, SIZE);
            BarSeries other = SessionBars.priced(bars, price -> factor * price);
            assertThat(verdicts(other)).as("seed %d", seed).isEqualTo(verdicts(bars));
            assertThat(signals(other, OFF_TICK))
                    .as("seed %d", seed)
                    .extracting(Signal::id)
                    .isNotEmpty()
                    .isEqualTo(signals(bars, OFF_TICK).stream().map(Signal::id).toList());
        }
    }

    @ParameterizedTest(name = "x {0}")
    @ValueSource(doubles = {0.25, 1024})
    void powerOfTwoInTheUnitOfPriceLeavesEveryMeasureBitForBit(double factor) {
        for (long seed = 1; seed <= 8; seed++) {
            BarSeries bars = SessionBars.random(seed, Timeframe.H1, SIZE);
            MultiTimeframeView view = Decided.view(bars, Timeframe.D1);
            MultiTimeframeView other = Decided.view(SessionBars.priced(bars, price -> factor * price), Timeframe.D1);
            assertMeasuredAtTheEnd(view);
            for (int bar = 0; bar < bars.size(); bar++) {
                for (Direction direction : Direction.values()) {
                    assertThat(measured(other, bar, direction))
                            .as("seed %d bar %d", seed, bar)
                            .isEqualTo(measured(view, bar, direction));
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void negatedPricesMirrorEveryMeasureBitForBit(long seed) {
        BarSeries bars = SessionBars.random(seed, Timeframe.H1, 640);
        MultiTimeframeView view = Decided.view(bars, Timeframe.D1, Timeframe.W1);
        MultiTimeframeView mirror = Decided.view(SessionBars.priced(bars, price -> -price), Timeframe.D1, Timeframe.W1);
        assertMeasuredAtTheEnd(view);
        for (int bar = 0; bar < bars.size(); bar++) {
            for (Direction direction : Direction.values()) {
                assertThat(measured(mirror, bar, direction.opposite()))
                        .as("seed %d bar %d", seed, bar)
                        .isEqualTo(measured(view, bar, direction));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void mirroredPricesMirrorEverySignalAndItsPrices(long seed) {
        BarSeries bars = SessionBars.random(seed, Timeframe.H1, SIZE);
        BarSeries mirror = SessionBars.priced(bars, price -> 2000 - price);
        BigDecimal sum = new BigDecimal(2000);
        for (ProtectionRule protection : List.of(AtrMultiples.STANDARD, new StructureStops())) {
            List<List<Object>> expected = signals(bars, protection).stream()
                    .map(signal -> parts(signal, Direction.UP, BigDecimal.ZERO))
                    .toList();
            assertThat(signals(mirror, protection).stream()
                            .map(signal -> parts(signal, Direction.DOWN, sum))
                            .toList())
                    .as("seed %d %s", seed, protection)
                    .containsExactlyElementsOf(expected);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void orderOfTheHigherTimeframesChangesNoDecision(long seed) {
        BarSeries bars = SessionBars.random(seed, Timeframe.H1, 640);
        assertMeasuredAtTheEnd(Decided.view(bars, Timeframe.D1, Timeframe.W1));
        assertThat(Decided.decisions(
                        Decided.view(bars, Timeframe.W1, Timeframe.H4, Timeframe.D1, Timeframe.H4),
                        AtrMultiples.STANDARD))
                .isEqualTo(Decided.decisions(
                        Decided.view(bars, Timeframe.H4, Timeframe.D1, Timeframe.W1), AtrMultiples.STANDARD));
    }

    private static void assertMeasuredAtTheEnd(MultiTimeframeView view) {
        assertThat(view.isWarm(view.trading().bars().last() - 50)).isTrue();
    }

    private static List<Signal> signals(BarSeries bars, ProtectionRule protection) {
        return new SignalRules(protection).signals(Decided.view(bars, Timeframe.D1));
    }

    private static List<String> verdicts(BarSeries bars) {
        MultiTimeframeView view = Decided.view(bars, Timeframe.D1);
        assertMeasuredAtTheEnd(view);
        List<String> verdicts = new ArrayList<>();
        for (int bar = 0; bar < bars.size(); bar++) {
            for (Direction direction : Direction.values()) {
                for (Candidate candidate : candidates(view, bar, direction)) {
                    candidate.gates().forEach(gate -> verdicts.add(candidate.setUp() + gate.name() + gate.passed()));
                }
            }
        }
        return verdicts;
    }

    private static List<Candidate> candidates(MultiTimeframeView view, int bar, Direction direction) {
        return view.isWarm(bar)
                ? SetUpRules.ALL.stream()
                        .map(rule -> rule.candidateAt(new Moment(view, bar, direction)))
                        .toList()
                : List.of();
    }

    /** All gates and all evidence of every set-up, without their direction. */
    private static List<Object> measured(MultiTimeframeView view, int bar, Direction direction) {
        List<Object> measured = new ArrayList<>();
        candidates(view, bar, direction).forEach(candidate -> measured.add(candidate.gates()));
        if (view.isWarm(bar)) {
            Moment moment = new Moment(view, bar, direction);
            SetUpRules.ALL.forEach(rule -> {
                measured.add(rule.confidenceAt(moment));
                measured.add(rule.strengthAt(moment));
            });
        }
        return measured;
    }

    /** A signal as it looks with UP for the given direction and prices counted down from a sum, or up from zero. */
    private static List<Object> parts(Signal signal, Direction up, BigDecimal sum) {
        List<Object> parts = new ArrayList<>(List.of(
                signal.id().completedAt(),
                signal.id().setUp(),
                signal.id().type().isEntry(),
                signal.id().type().position() == up));
        switch (signal) {
            case Signal.Entry entry -> {
                parts.add(price(entry.protection().entry(), sum));
                parts.add(price(entry.protection().stop(), sum));
                parts.add(price(entry.protection().target(), sum));
            }
            case Signal.Exit exit -> {
                parts.add(exit.cause());
                parts.add(price(exit.price(), sum));
            }
        }
        return parts;
    }

    private static BigDecimal price(BigDecimal price, BigDecimal sum) {
        return sum.signum() == 0 ? price : sum.subtract(price);
    }
}
