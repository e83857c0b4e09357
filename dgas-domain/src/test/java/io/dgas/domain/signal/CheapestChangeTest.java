package io.dgas.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SessionBars;
import io.dgas.domain.market.Direction;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.risk.AtrMultiples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheapestChangeTest {

    private static final Instrument AAPL = new Instrument("AAPL");
    private static final Instant CLOSE = Instant.parse("2017-03-31T20:00:00Z");

    private static Decision.StandAside no(List<Candidate> candidates) {
        return new Decision.StandAside(AAPL, CLOSE, List.of(), candidates);
    }

    private static Candidate candidate(GateResult... gates) {
        return new Candidate(SetUp.EXHAUST, Direction.UP, List.of(gates));
    }

    private static GateResult gate(String name, double measured, double required) {
        return new GateResult(name, measured, required, "mean ranges");
    }

    private static CheapestChange toAct(Candidate... candidates) {
        return CheapestChange.toAct(no(List.of(candidates))).orElseThrow();
    }

    private static Candidate turned(Candidate candidate, UnaryOperator<GateResult> turn) {
        return new Candidate(
                candidate.setUp(),
                candidate.direction(),
                candidate.gates().stream().map(turn).toList());
    }

    private static GateResult met(GateResult gate) {
        return new GateResult(gate.name(), gate.required(), gate.required(), gate.unit());
    }

    /** The candidate with the change made. */
    private static Candidate made(CheapestChange change) {
        return turned(change.candidate(), gate -> change.gates().contains(gate) ? met(gate) : gate);
    }

    private static long failing(Candidate candidate) {
        return candidate.gates().stream().filter(gate -> !gate.passed()).count();
    }

    private static List<Candidate> random(SplittableRandom random) {
        return IntStream.rangeClosed(1, 1 + random.nextInt(6))
                .mapToObj(any -> candidate(IntStream.rangeClosed(1, 1 + random.nextInt(5))
                        .mapToObj(number -> gate("gate " + number, random.nextInt(-8, 9) / 4.0, random.nextInt(-1, 4)))
                        .toArray(GateResult[]::new)))
                .toList();
    }

    private static List<Decision> decided(long seed) {
        BarSeries bars = SessionBars.random(seed, Timeframe.H1, 260);
        return Decided.decisions(Decided.view(bars, Timeframe.D1), AtrMultiples.STANDARD).stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static Stream<Decision.StandAside> realNos(long seed) {
        return decided(seed).stream()
                .filter(Decision.StandAside.class::isInstance)
                .map(Decision.StandAside.class::cast);
    }

    private static Stream<Decision.StandAside> nos(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Stream<Decision.StandAside> madeUp =
                Stream.generate(() -> no(random(random))).limit(500);
        return Stream.concat(realNos(seed), madeUp);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void theChangeMakesItsCandidateHoldAndNoneNeedsFewer(long seed) {
        nos(seed)
                .forEach(no -> CheapestChange.toAct(no)
                        .ifPresentOrElse(
                                change -> {
                                    assertThat(no.candidates()).contains(change.candidate());
                                    assertThat(made(change).holds())
                                            .as("seed %d: %s", seed, change)
                                            .isTrue();
                                    assertThat(no.candidates().stream()
                                                    .filter(candidate -> !candidate.holds())
                                                    .mapToLong(CheapestChangeTest::failing)
                                                    .min())
                                            .as("seed %d: %s", seed, no)
                                            .hasValue(change.gates().size());
                                },
                                () -> assertThat(no.candidates()).allMatch(Candidate::holds)));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void noPartOfTheChangeIsEnough(long seed) {
        nos(seed)
                .flatMap(no -> CheapestChange.toAct(no).stream())
                .forEach(change -> change.gates().forEach(left -> {
                    Candidate part = turned(
                            change.candidate(),
                            gate -> !gate.equals(left) && change.gates().contains(gate) ? met(gate) : gate);
                    assertThat(part.holds()).as("seed %d: %s", seed, change).isFalse();
                }));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void theOrderOfTheCandidatesDoesNotChangeItsSize(long seed) {
        Random shuffling = new Random(seed);
        nos(seed).forEach(no -> {
            List<Candidate> shuffled = new ArrayList<>(no.candidates());
            Collections.shuffle(shuffled, shuffling);
            assertThat(CheapestChange.toAct(no(shuffled)).map(CheapestChange::relativeSize))
                    .as("seed %d: %s", seed, no)
                    .isEqualTo(CheapestChange.toAct(no).map(CheapestChange::relativeSize));
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void anIssueHangsOnTheGateThatPassedWithLeastToSpare(long seed) {
        List<Signal.Entry> entries = decided(seed).stream()
                .filter(Decision.Issue.class::isInstance)
                .flatMap(issue -> ((Decision.Issue) issue).signals().stream())
                .filter(Signal.Entry.class::isInstance)
                .map(Signal.Entry.class::cast)
                .toList();
        assertThat(entries).isNotEmpty().allSatisfy(entry -> {
            CheapestChange change = CheapestChange.toStandAside(entry);
            GateResult nearest = change.gates().getFirst();
            assertThat(change.gates()).hasSize(1);
            assertThat(entry.candidate().gates())
                    .contains(nearest)
                    .allSatisfy(gate -> assertThat(
                                    (gate.measured() - gate.required()) / Math.max(1, Math.abs(gate.required())))
                            .isGreaterThanOrEqualTo(change.relativeSize()));
        });
    }

    @Test
    void fewerGatesComeBeforeASmallerLack() {
        Candidate two = candidate(gate("a", 0.99, 1), gate("b", 0.99, 1));
        Candidate one = candidate(gate("c", -3, 1), gate("d", 1, 1));
        assertThat(toAct(two, one).candidate()).isSameAs(one);
    }

    @Test
    void lacksAreComparedInMultiplesOfWhatIsRequired() {
        Candidate twoOfThree = candidate(gate("closes", 2, 3));
        Candidate halfARange = candidate(gate("depth", -0.5, 0));
        assertThat(toAct(halfARange, twoOfThree).candidate()).isSameAs(twoOfThree);
        assertThat(toAct(halfARange, twoOfThree).relativeSize()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(toAct(candidate(gate("depth", -0.2, 0)), twoOfThree).gates())
                .extracting(GateResult::name)
                .containsExactly("depth");
    }

    @Test
    void theFirstOfEqualCandidatesIsNamed() {
        Candidate first = candidate(gate("a", 0, 1));
        assertThat(toAct(first, candidate(gate("b", 0, 1))).candidate()).isSameAs(first);
    }

    @Test
    void nothingIsNamedWhereEverySetUpIsInForce() {
        assertThat(CheapestChange.toAct(no(List.of()))).isEmpty();
    }
}
