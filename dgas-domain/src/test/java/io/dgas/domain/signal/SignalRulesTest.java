package io.dgas.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SessionBars;
import io.dgas.domain.market.Direction;
import io.dgas.domain.market.Grid.Anchor;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.risk.AtrMultiples;
import io.dgas.domain.risk.StructureStops;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalRulesTest {

    private static final List<ProtectionRule> PROTECTIONS = List.of(AtrMultiples.STANDARD, new StructureStops());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void accountsOfRandomBarsAddUp(long seed) {
        BarSeries bars = SessionBars.random(seed, Timeframe.H1, 900);
        for (ProtectionRule protection : PROTECTIONS) {
            checkAccounts(Decided.view(bars, Timeframe.D1), protection);
            checkAccounts(Decided.view(bars, Timeframe.H1), protection);
        }
    }

    @Test
    void accountsOfRecordedBarsAddUp() {
        for (String symbol : List.of("AAPL", "IBM", "SPY")) {
            BarSeries days = SessionBars.recorded("daily/" + symbol + ".csv", Timeframe.D1, Anchor.SESSION);
            BarSeries hours = SessionBars.recorded("hourly/" + symbol + ".csv", Timeframe.H1, Anchor.CLOCK);
            for (ProtectionRule protection : PROTECTIONS) {
                checkAccounts(Decided.view(days, Timeframe.W1), protection);
                checkAccounts(Decided.view(hours.newest(8000), Timeframe.D1, Timeframe.W1), protection);
            }
        }
    }

    /** Entries = exits + those in force; one per set-up; an exit is later than its entry; no identity twice. */
    private static void checkAccounts(MultiTimeframeView view, ProtectionRule protection) {
        List<Signal> signals = new SignalRules(protection).signals(view);
        Map<SetUp, Signal.Entry> inForce = new EnumMap<>(SetUp.class);
        Set<SignalId> seen = new HashSet<>();
        for (Signal signal : signals) {
            assertThat(seen.add(signal.id()))
                    .as("%s is issued once", signal.id())
                    .isTrue();
            switch (signal) {
                case Signal.Entry entry ->
                    assertThat(inForce.put(entry.id().setUp(), entry))
                            .as("in force at %s", entry.id())
                            .isNull();
                case Signal.Exit exit ->
                    checkExit(
                            exit,
                            Objects.requireNonNull(
                                    inForce.remove(exit.id().setUp()), () -> exit.id() + " ends nothing"));
            }
        }
        assertThat(seen).hasSizeGreaterThan(20);
        Decision newest = new SignalRules(protection).decide(view);
        if (newest instanceof Decision.StandAside no) {
            assertThat(no.inForce())
                    .containsExactlyElementsOf(
                            inForce.values().stream().map(Signal.Entry::id).toList());
        }
    }

    private static void checkExit(Signal.Exit exit, Signal.Entry opened) {
        assertThat(exit.opened()).isEqualTo(opened.id());
        assertThat(exit.id().completedAt()).isAfter(opened.id().completedAt());
        assertThat(exit.id().type())
                .isEqualTo(SignalType.exit(opened.protection().position()));
        assertThat(exit.condition().passed()).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void everyStandAsideNamesItsFirstFailingGateAndHowFarItWas(long seed) {
        for (ProtectionRule protection : List.of(AtrMultiples.STANDARD, new StructureStops(), Examples.noRoom())) {
            MultiTimeframeView view = Decided.view(SessionBars.random(seed, Timeframe.H1, 500), Timeframe.D1);
            Decided.decisions(view, protection).stream()
                    .filter(Decision.StandAside.class::isInstance)
                    .map(Decision.StandAside.class::cast)
                    .forEach(SignalRulesTest::checkStandAside);
        }
    }

    private static void checkStandAside(Decision.StandAside no) {
        Optional<GateResult> first = no.firstFailing();
        assertThat(first.isPresent()).isEqualTo(no.inForce().size() < SetUp.values().length);
        assertThat(no.candidates())
                .hasSize(2 * (SetUp.values().length - no.inForce().size()));
        assertThat(no.candidates()).isSortedAccordingTo((a, b) -> Double.compare(a.shareFailed(), b.shareFailed()));
        for (Candidate candidate : no.candidates()) {
            GateResult gate = candidate.firstFailing().orElseThrow();
            assertThat(gate.measured()).isFinite().isLessThan(gate.required());
            assertThat(gate.shortfall()).isPositive();
            double nudged = gate.measured() + gate.shortfall();
            assertThat(new GateResult(gate.name(), nudged, gate.required(), gate.unit()).passed())
                    .as("%s", gate)
                    .isTrue();
            assertThat(candidate.gates().subList(0, candidate.passed())).allMatch(GateResult::passed);
        }
    }

    @Test
    void setUpInForceIsNotIssuedAgain() {
        MultiTimeframeView again =
                Examples.after(Examples.day(115, 115.5, 112.5, 115), Examples.day(115, 117, 113.5, 116.5));
        List<Signal> signals = new SignalRules(AtrMultiples.STANDARD).signals(again);
        assertThat(SetUpRules.TREND_CONTINUATION.holds(new Moment(again, Examples.DAYS + 1, Direction.UP)))
                .isTrue();
        assertThat(signals).hasSize(1);
        Decision.StandAside no = Examples.standAside(again, AtrMultiples.STANDARD);
        assertThat(no.inForce()).containsExactly(signals.getFirst().id());
        assertThat(no.candidates()).extracting(Candidate::setUp).doesNotContain(SetUp.TREND_CONTINUATION);
    }

    @Test
    void entryIsNotEndedByItsOwnBar() {
        ProtectionRule tight = new AtrMultiples(0.01, 0.01);
        List<Signal> signals = new SignalRules(tight).signals(Examples.TREND_CONTINUATION);
        assertThat(signals).singleElement().isInstanceOf(Signal.Entry.class);
    }

    @Test
    void setUpThatEndsIsNotIssuedAgainByTheSameBar() {
        ProtectionRule tight = new AtrMultiples(0.01, 100);
        MultiTimeframeView view =
                Examples.after(Examples.day(115, 115.5, 112.5, 115), Examples.day(115, 117, 113.5, 116.5));
        assertThat(new SignalRules(tight).signals(view))
                .extracting(signal -> signal.id().type())
                .containsExactly(SignalType.LONG, SignalType.EXIT_LONG);
    }

    @Test
    void setUpWithoutRoomForStopAndTargetIsNamedAsSuch() {
        Decision.StandAside no = Examples.standAside(Examples.TREND_CONTINUATION, Examples.noRoom());
        assertThat(no.candidates().getFirst().setUp()).isEqualTo(SetUp.TREND_CONTINUATION);
        assertThat(no.firstFailing()).contains(new GateResult("room for stop and target", 0, 1, "pairs of prices"));
    }

    @Test
    void barThatExhaustsOnBothSidesPointsNowhere() {
        MultiTimeframeView both = Examples.after(
                Examples.day(115, 115, 111, 111.5),
                Examples.day(111.5, 115, 111.5, 114.5),
                Examples.day(114.5, 120.5, 104, 113));
        assertThat(Examples.decide(both)).isInstanceOf(Decision.StandAside.class);
        for (Direction direction : Direction.values()) {
            Moment moment = new Moment(both, both.trading().bars().last(), direction);
            assertThat(SetUpRules.EXHAUST.candidateAt(moment).firstFailing())
                    .contains(new GateResult("exhaust", 0, 1, "patterns"));
        }
    }

    @Test
    void flatMarketStandsAside() {
        double[][] flat =
                IntStream.range(0, 40).mapToObj(day -> Examples.day(7, 7, 7, 7)).toArray(double[][]::new);
        BarSeries bars = SessionBars.of(Timeframe.D1, flat);
        Decision.StandAside no = (Decision.StandAside) Examples.decide(Examples.single(bars));
        checkStandAside(no);
        assertThat(new SignalRules(new StructureStops()).signals(Examples.single(bars)))
                .isEmpty();
    }

    @Test
    void marketThatMovesWithoutAnyRangeStandsAsideForWantOfAYardstick() {
        double[][] points = IntStream.range(0, 40)
                .mapToObj(day -> Examples.day(100 + day, 100 + day, 100 + day, 100 + day))
                .toArray(double[][]::new);
        Decision.StandAside no =
                Examples.standAside(Examples.single(SessionBars.of(Timeframe.D1, points)), AtrMultiples.STANDARD);
        assertThat(no.candidates().getFirst().setUp()).isEqualTo(SetUp.TREND_CONTINUATION);
        assertThat(no.firstFailing()).contains(new GateResult("mean ranges above zero", 0, 3, "of 3"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void hugeGapsLeaveEveryNumberFinite(long seed) {
        BarSeries bars = SessionBars.random(seed, Timeframe.H1, 500);
        BarSeries.Builder jumping = BarSeries.builder(bars.key(), bars.size());
        for (int bar = 0; bar < bars.size(); bar++) {
            double factor = Math.pow(1000, bar / 37 % 3 - 1);
            jumping.add(
                    bars.openSecond(bar),
                    bars.closeSecond(bar),
                    factor * bars.open(bar),
                    factor * bars.high(bar),
                    factor * bars.low(bar),
                    factor * bars.close(bar),
                    bars.volume(bar));
        }
        for (ProtectionRule protection : PROTECTIONS) {
            MultiTimeframeView view = Decided.view(jumping.build(), Timeframe.D1);
            Decided.decisions(view, protection).stream()
                    .filter(Decision.StandAside.class::isInstance)
                    .map(Decision.StandAside.class::cast)
                    .forEach(SignalRulesTest::checkStandAside);
            checkAccounts(view, protection);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0  | too few closed bars: 0 of 1h, 0 of 1d; each timeframe needs 14",
                "13 | too few closed bars: 13 of 1h, 1 of 1d; each timeframe needs 14",
                "14 | too few closed bars: 2 of 1d; each timeframe needs 14"
            })
    void warmUpIsNoDataThatNamesWhatIsMissing(int size, String problem) {
        BarSeries bars = SessionBars.of(
                Timeframe.H1,
                IntStream.range(0, size)
                        .mapToObj(hour -> Examples.day(7, 8, 6, 7))
                        .toArray(double[][]::new));
        assertThat(Examples.decide(Decided.view(bars, Timeframe.D1)))
                .isEqualTo(new Decision.NoData(bars.key().instrument(), problem));
    }

    @Test
    void warmUpOfASingleTimeframeIsToldOnce() {
        BarSeries bars = SessionBars.random(1, Timeframe.M30, 9);
        assertThat(Examples.decide(Examples.single(bars)))
                .isEqualTo(new Decision.NoData(
                        bars.key().instrument(),
                        "too few closed bars: " + bars.size() + " of 30m; each timeframe needs 14"));
    }

    @Test
    void decidesFromTheFirstBarThatIsWarmOn() {
        BarSeries bars = SessionBars.random(1, Timeframe.M30, 40);
        for (int size = 0; size <= bars.size(); size++) {
            Decision decision = Examples.decide(Examples.single(bars.first(size)));
            assertThat(decision instanceof Decision.NoData).as("%d bars", size).isEqualTo(size < 14);
        }
    }
}
