package io.dgas.domain.state;

import static io.dgas.domain.market.Direction.UP;
import static io.dgas.domain.state.StateKind.CONGESTION_ACTION;
import static io.dgas.domain.state.StateKind.CONGESTION_ENTRANCE;
import static io.dgas.domain.state.StateKind.CONGESTION_EXIT;
import static io.dgas.domain.state.StateKind.TREND;
import static io.dgas.domain.state.StateKind.UNDEFINED;
import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SampleBars;
import io.dgas.domain.level.Levels;
import io.dgas.domain.market.Direction;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The state trace of docs/method.md, section 8: action, a failed exit, expanded confines and an exit. Bars count from 1,
 * as there.
 */
class StateTraceTest {

    private static final BarSeries BARS = SampleBars.of(
            new double[] {100, 98, 99.5},
            new double[] {101, 99, 100.5},
            new double[] {102, 100, 101.5},
            new double[] {103, 101, 102.7},
            new double[] {104, 102.2, 103.6},
            new double[] {105, 103, 104.5},
            new double[] {104.6, 102, 102.3},
            new double[] {104.2, 102.1, 104},
            new double[] {104.1, 102.2, 102.6},
            new double[] {105.9, 102.4, 105.6},
            new double[] {105.4, 103, 103.2},
            new double[] {104.2, 102.6, 104},
            new double[] {105, 103.4, 104.6},
            new double[] {106.8, 104.3, 106.5});
    private static final Levels LEVELS = Levels.of(BARS);
    private static final StateSeries STATES = StateSeries.of(BARS, LEVELS);

    @ParameterizedTest
    @CsvSource({
        "4, 100.167, UP, 1, UNDEFINED",
        "5, 101.189, UP, 2, UNDEFINED",
        "6, 102.222, UP, 3, TREND",
        "7, 103.222, DOWN, 1, CONGESTION_ENTRANCE",
        "8, 103.467, UP, 1, CONGESTION_ACTION",
        "9, 103.522, DOWN, 1, CONGESTION_ACTION",
        "10, 103.122, UP, 1, CONGESTION_ACTION",
        "11, 103.678, DOWN, 1, CONGESTION_ACTION",
        "12, 103.822, UP, 1, CONGESTION_ACTION",
        "13, 104.033, UP, 2, CONGESTION_ACTION",
        "14, 103.933, UP, 3, CONGESTION_EXIT",
    })
    void everyBarHasItsDotSideRunAndLabel(int number, String dot, Direction side, int run, StateKind kind) {
        int bar = number - 1;

        assertThat(String.format(Locale.ROOT, "%.3f", LEVELS.pldot().forBar(bar)))
                .isEqualTo(dot);
        assertThat(STATES.sideAt(bar)).isEqualTo(side);
        assertThat(STATES.runAt(bar)).isEqualTo(run);
        assertThat(STATES.kindAt(bar)).isEqualTo(kind);
        assertThat(STATES.directionAt(bar)).isEqualTo(kind == UNDEFINED ? null : UP);
    }

    @Test
    void warmUpIsUndefinedWithoutASide() {
        MarketState warmUp = state(3);

        assertThat(warmUp)
                .isEqualTo(new MarketState(
                        UNDEFINED,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void trendCarriesAPhaseAndNothingElse() {
        MarketState trend = state(6);

        assertThat(trend.kind()).isEqualTo(TREND);
        assertThat(trend.phase()).isPresent();
        assertThat(trend.congestion()).isEmpty();
        assertThat(trend.resolution()).isEmpty();
    }

    @Test
    void entranceFixesDottedLineAndBlockLevel() {
        MarketState entrance = state(7);
        Congestion congestion = congestion(7);

        assertThat(entrance.kind()).isEqualTo(CONGESTION_ENTRANCE);
        assertThat(congestion.before()).isEqualTo(UP);
        assertThat(congestion.bars()).isEqualTo(1);
        assertThat(congestion.actionSeen()).isFalse();
        assertThat(congestion.dottedLine()).isEqualTo(105.00);
        assertThat(congestion.blockLevel()).isEqualTo(102.00);
        assertThat(congestion.confines()).isEqualTo(new Confines(102, 105));
    }

    @ParameterizedTest
    @CsvSource({"8, 2, 104.2", "9, 3, 102.2"})
    void actionMovesTheBlockLevelWithinItsConfines(int number, int bars, double block) {
        Congestion congestion = congestion(number);

        assertThat(state(number).kind()).isEqualTo(CONGESTION_ACTION);
        assertThat(congestion.bars()).isEqualTo(bars);
        assertThat(congestion.actionSeen()).isTrue();
        assertThat(congestion.blockLevel()).isEqualTo(block);
        assertThat(congestion.confines()).isEqualTo(new Confines(102, 105));
        assertThat(congestion.isExpanded()).isFalse();
        assertThat(congestion.dottedLine()).isEqualTo(105.00);
    }

    @Test
    void closeBeyondTheConfinesIsAProvisionalExitThatExpandsNothingYet() {
        Congestion congestion = congestion(10);

        assertThat(congestion.provisionalExit()).contains(new ProvisionalExit(UP, 1));
        assertThat(congestion.confines()).isEqualTo(new Confines(102, 105));
        assertThat(congestion.blockLevel()).isEqualTo(105.9);
        assertThat(congestion.failedExit()).isFalse();
    }

    @Test
    void closeBackInsideFailsTheExitAndExpandsTheConfines() {
        Congestion congestion = congestion(11);

        assertThat(congestion.failedExit()).isTrue();
        assertThat(congestion.provisionalExit()).isEmpty();
        assertThat(congestion.isExpanded()).isTrue();
        assertThat(congestion.confines()).isEqualTo(new Confines(102, 105.9));
        assertThat(congestion.original()).isEqualTo(new Confines(102, 105));
        assertThat(congestion.blockLevel()).isEqualTo(103);
    }

    @ParameterizedTest
    @CsvSource({"12, 6, 104.2", "13, 7, 104.2"})
    void actionGoesOnWithinTheExpandedConfines(int number, int bars, double block) {
        Congestion congestion = congestion(number);

        assertThat(congestion.bars()).isEqualTo(bars);
        assertThat(congestion.failedExit()).isFalse();
        assertThat(congestion.confines()).isEqualTo(new Confines(102, 105.9));
        assertThat(congestion.blockLevel()).isEqualTo(block);
    }

    @Test
    void thirdCloseBackUpExitsOutsideTheConfinesViaAction() {
        assertThat(state(14).kind()).isEqualTo(CONGESTION_EXIT);
        assertThat(state(14).resolution()).contains(new Resolution(true, true, true, 7, new Confines(102, 105.9)));
        assertThat(state(14).congestion()).isEmpty();
    }

    @Test
    void outlookNamesTheCloseThatChangesTheState() {
        StateOutlook afterTrend = STATES.outlookAfter(5);
        StateOutlook afterTwoCloses = STATES.outlookAfter(12);
        StateOutlook afterExit = STATES.outlookAfter(13);

        assertThat(afterTrend.threshold()).isEqualTo(LEVELS.pldot().forBar(6));
        assertThat(afterTrend.ifAbove()).isEqualTo(next(TREND));
        assertThat(afterTrend.ifOn()).isEqualTo(next(TREND));
        assertThat(afterTrend.ifBelow()).isEqualTo(next(CONGESTION_ENTRANCE));
        assertThat(afterTwoCloses.ifAbove()).isEqualTo(next(CONGESTION_EXIT));
        assertThat(afterTwoCloses.ifOn()).isEqualTo(next(CONGESTION_EXIT));
        assertThat(afterTwoCloses.ifBelow()).isEqualTo(next(CONGESTION_ACTION));
        assertThat(afterExit.ifAbove()).isEqualTo(next(TREND));
        assertThat(afterExit.ifBelow()).isEqualTo(next(CONGESTION_ENTRANCE));
    }

    private static StateOutlook.Next next(StateKind kind) {
        return new StateOutlook.Next(kind, Optional.of(UP));
    }

    private static MarketState state(int number) {
        return STATES.at(number - 1);
    }

    private static Congestion congestion(int number) {
        return state(number).congestion().orElseThrow();
    }
}
