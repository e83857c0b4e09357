package io.dgas.domain.state;

import static io.dgas.domain.market.Direction.DOWN;
import static io.dgas.domain.market.Direction.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SampleBars;
import io.dgas.domain.level.Levels;
import io.dgas.domain.level.Line;
import io.dgas.domain.level.LineKind;
import io.dgas.domain.market.Direction;
import io.dgas.domain.series.Prices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of docs/method.md, section 3. Closes are given by their side of the dot: + above, - below, 0 on it. */
class StateRulesTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "++            | UNDEFINED",
                "+-+-+-        | UNDEFINED",
                "+++           | TREND",
                "+++++         | TREND",
                "+++-          | CONGESTION_ENTRANCE",
                "+++--         | CE+",
                "+++---        | TREND_REVERSAL",
                "+++----       | TREND",
                "+++---+       | CONGESTION_ENTRANCE",
                "+++-+         | CONGESTION_ACTION",
                "+++--+        | CONGESTION_ACTION",
                "+++-++        | CONGESTION_ACTION",
                "+++-+-        | CONGESTION_ACTION",
                "+++-+--       | CONGESTION_ACTION",
                "+++-+++       | CONGESTION_EXIT",
                "+++--+++      | CONGESTION_EXIT",
                "+++-++++      | TREND",
                "+++-+++-      | CONGESTION_ENTRANCE",
                "+++-+---      | TREND_REVERSAL",
                "---+---       | CONGESTION_EXIT",
                "---+++        | TREND_REVERSAL",
                "00            | UNDEFINED",
                "000+++        | TREND",
                "+00           | TREND",
                "+++0          | TREND",
                "+++-0         | CE+",
                "+++-00        | TREND_REVERSAL",
                "+++-+00       | CONGESTION_EXIT",
            })
    void closesLeadToTheState(String closes, String label) {
        assertThat(StateCode.kind(after(closes)).label()).isEqualTo(label);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "+++--+-0, 1, -1, 2",
        "---, -1, -1, 3",
        "+++---, -1, -1, 3",
        "+++-+++, 1, 1, 3",
        "000, 0, 0, 0",
        "++-, 0, -1, 1"
    })
    void directionSideAndRunGoWithThem(String closes, int direction, int side, int run) {
        int code = after(closes);

        assertThat(StateCode.direction(code)).isEqualTo(direction);
        assertThat(StateCode.side(code)).isEqualTo(side);
        assertThat(StateCode.run(code)).isEqualTo(run);
    }

    private static int after(String closes) {
        return closes.chars()
                .map(close -> close == '+' ? 1 : close == '-' ? -1 : 0)
                .reduce(StateCode.START, StateCode::next);
    }

    @Test
    void streamingGivesTheBatchStates() {
        BarSeries bars = SampleBars.random(4, 500);
        Levels levels = Levels.of(bars);
        StateSeries batch = StateSeries.of(bars, levels);
        int code = StateCode.START;
        for (int bar = levels.firstBar(); bar < bars.size(); bar++) {
            code = StateCode.next(
                    code, Prices.compare(bars.close(bar), levels.pldot().forBar(bar)));
            assertThat(StateCode.kind(code)).isEqualTo(batch.kindAt(bar));
            assertThat(StateCode.run(code)).isEqualTo(batch.runAt(bar));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void outlookComesTrueOnTheNextBar(long seed) {
        BarSeries bars = SampleBars.random(seed, 1500);
        StateSeries states = StateSeries.of(bars, Levels.of(bars));
        for (int bar = 2; bar + 1 < bars.size(); bar++) {
            StateOutlook outlook = states.outlookAfter(bar);
            StateOutlook.Next expected = switch (Prices.compare(bars.close(bar + 1), outlook.threshold())) {
                case 1 -> outlook.ifAbove();
                case -1 -> outlook.ifBelow();
                default -> outlook.ifOn();
            };
            assertThat(expected)
                    .as("seed %d bar %d", seed, bar)
                    .isEqualTo(new StateOutlook.Next(
                            states.kindAt(bar + 1), Optional.ofNullable(states.directionAt(bar + 1))));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void congestionFollowsItsRulesOnRandomBars(long seed) {
        followsItsRules(SampleBars.random(seed, 2000));
    }

    @Test
    void congestionFollowsItsRulesOnRecordedBars() {
        List<BarSeries> recorded = SampleBars.recorded(3000);
        assumeFalse(recorded.isEmpty(), "no recorded bars at hand");
        recorded.forEach(StateRulesTest::followsItsRules);
    }

    /** Written down once more, plainly, from the method's text: bar by bar, the congestion that must be seen. */
    private static void followsItsRules(BarSeries bars) {
        StateSeries states = StateSeries.of(bars, Levels.of(bars));
        CongestionSeries columns = states.congestions();
        Plain plain = new Plain(bars, states);
        for (int bar = 3; bar < bars.size(); bar++) {
            plain.take(bar);
            if (states.kindAt(bar).isCongestion()) {
                assertThat(plain.congestion())
                        .as("bar %d", bar)
                        .isEqualTo(states.congestionAt(bar).orElseThrow());
            } else {
                assertThat(states.congestionAt(bar)).isEmpty();
            }
            columnsHold(columns, bar, states, plain);
            if (states.kindAt(bar).isResolution()) {
                assertThat(states.resolutionAt(bar).orElseThrow().confines())
                        .isEqualTo(plain.congestion().confines());
                assertThat(states.resolutionAt(bar).orElseThrow().outside())
                        .isEqualTo(plain.side(bars.close(bar)) != 0);
            }
        }
    }

    private static void columnsHold(CongestionSeries columns, int bar, StateSeries states, Plain plain) {
        StateKind kind = states.kindAt(bar);
        assertThat(columns.isDefined(bar)).as("bar %d", bar).isEqualTo(kind.isCongestion() || kind.isResolution());
        if (columns.isDefined(bar)) {
            Congestion congestion = plain.congestion();
            assertThat(new Confines(columns.low(bar), columns.high(bar)))
                    .as("bar %d", bar)
                    .isEqualTo(congestion.confines());
            assertThat(columns.dottedLine(bar)).isEqualTo(congestion.dottedLine());
            assertThat(columns.blockLevel(bar)).isEqualTo(congestion.blockLevel());
        } else {
            assertThatThrownBy(() -> columns.low(bar))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("bar " + bar + " is neither in congestion nor resolves one");
        }
    }

    @Test
    void exitIsAlwaysViaAction() {
        BarSeries bars = SampleBars.random(2, 5000);
        StateSeries states = StateSeries.of(bars, Levels.of(bars));

        assertThat(IntStream.range(0, bars.size()).filter(bar -> states.kindAt(bar) == StateKind.CONGESTION_EXIT))
                .isNotEmpty()
                .allMatch(bar -> states.resolutionAt(bar).orElseThrow().viaAction());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void phaseFollowsItsDefinition(long seed) {
        BarSeries bars = SampleBars.random(seed, 2000);
        Levels levels = Levels.of(bars);
        StateSeries states = StateSeries.of(bars, levels);
        List<TrendPhase> seen = new ArrayList<>();
        for (int bar = 3; bar < bars.size(); bar++) {
            if (states.kindAt(bar) == StateKind.TREND) {
                TrendPhase expected = phase(bars, levels, bar, states.directionAt(bar) == UP ? 1 : -1);
                assertThat(states.phaseAt(bar)).as("seed %d bar %d", seed, bar).contains(expected);
                seen.add(expected);
            } else {
                assertThat(states.phaseAt(bar)).isEmpty();
            }
        }
        assertThat(seen).contains(TrendPhase.values());
    }

    private static TrendPhase phase(BarSeries bars, Levels levels, int bar, int sign) {
        double coming = levels.pldot().forBar(bar + 1);
        double channel = coming + (coming - levels.pldot().forBar(bar));
        boolean shortOfDot = sign * (bars.close(bar) - coming) < -1e-9;
        boolean shortOfChannel = sign * (bars.close(bar) - channel) < -1e-9;
        LineKind against = sign > 0 ? LineKind.SIX_ONE_DOWN : LineKind.SIX_ONE_UP;
        boolean against61 =
                levels.lines().forBar(bar + 1).stream().map(Line::kind).anyMatch(against::equals);
        if (shortOfDot && shortOfChannel) {
            return TrendPhase.ABORTING;
        }
        return shortOfChannel || against61 ? TrendPhase.SLOWING : TrendPhase.INTACT;
    }

    /** The rules' effects by lists of prices instead of running extremes. */
    private static final class Plain {
        private final BarSeries bars;
        private final StateSeries states;
        private final List<Double> original = new ArrayList<>();
        private final List<Double> all = new ArrayList<>();
        private final List<Integer> pending = new ArrayList<>();
        private Direction before = UP;
        private Direction breakout = UP;
        private int count;
        private boolean action;
        private boolean failed;
        private double dotted;
        private double block;

        private Plain(BarSeries bars, StateSeries states) {
            this.bars = bars;
            this.states = states;
        }

        private void take(int bar) {
            if (states.kindAt(bar) == StateKind.CONGESTION_ENTRANCE) {
                enter(bar);
            } else if (states.kindAt(bar).isCongestion()) {
                stay(bar);
            }
        }

        private void enter(int bar) {
            before = states.directionAt(bar - 1) == UP ? UP : DOWN;
            int start = bar - states.runAt(bar - 1);
            IntStream run = IntStream.rangeClosed(start, bar);
            dotted = before == UP
                    ? run.mapToDouble(bars::high).max().orElseThrow()
                    : run.mapToDouble(bars::low).min().orElseThrow();
            block = before == UP ? bars.low(bar) : bars.high(bar);
            count = 1;
            action = false;
            failed = false;
            pending.clear();
            original.clear();
            original.addAll(Arrays.asList(dotted, block));
            all.clear();
            all.addAll(original);
        }

        private void stay(int bar) {
            count++;
            action |= states.sideAt(bar) == before;
            if (states.runAt(bar) == 1) {
                block = states.sideAt(bar) == UP ? bars.high(bar) : bars.low(bar);
            }
            int beyond = side(bars.close(bar));
            failed = !pending.isEmpty() && beyond != breakout.sign();
            if (failed) {
                pending.forEach(broken -> addTo(all, broken));
                addTo(all, bar);
                pending.clear();
            }
            if (beyond != 0) {
                breakout = Direction.ofSign(beyond);
                pending.add(bar);
                return;
            }
            addTo(all, bar);
            if (count <= 3) {
                addTo(original, bar);
            }
        }

        private void addTo(List<Double> prices, int bar) {
            prices.add(bars.low(bar));
            prices.add(bars.high(bar));
        }

        private int side(double close) {
            Confines confines = spanned(all);
            return Prices.compare(close, confines.high()) > 0 ? 1 : Prices.compare(close, confines.low()) < 0 ? -1 : 0;
        }

        private static Confines spanned(List<Double> prices) {
            return new Confines(
                    prices.stream().mapToDouble(price -> price).min().orElseThrow(),
                    prices.stream().mapToDouble(price -> price).max().orElseThrow());
        }

        private Congestion congestion() {
            return new Congestion(
                    before,
                    count,
                    action,
                    dotted,
                    block,
                    spanned(original),
                    spanned(all),
                    pending.isEmpty() ? Optional.empty() : Optional.of(new ProvisionalExit(breakout, pending.size())),
                    failed);
        }
    }
}
