package io.dgas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.state.StateKind;
import io.dgas.domain.state.StateSeries;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedBarsTest {

    private static final List<Session> SESSIONS =
            TradingCalendar.nyse().sessions(LocalDate.of(2022, 1, 1), LocalDate.of(2024, 12, 31));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 50, 999})
    void goThroughEveryState(int number) {
        BarSeries bars = GeneratedBars.of(1, number, Timeframe.D1, SESSIONS);
        StateSeries states = StateSeries.of(bars, Levels.of(bars));
        Set<StateKind> seen = EnumSet.noneOf(StateKind.class);
        for (int bar = 10; bar < bars.size(); bar++) {
            seen.add(states.kindAt(bar));
        }
        assertThat(seen).as("share %d", number).containsAll(EnumSet.complementOf(EnumSet.of(StateKind.UNDEFINED)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void haveABarForEverySessionAndPricesThatStayWithinReach(long seed) {
        for (int number = 1; number <= 50; number++) {
            BarSeries bars = GeneratedBars.of(seed, number, Timeframe.D1, SESSIONS);
            assertThat(bars.size()).isEqualTo(SESSIONS.size());
            for (int bar = 0; bar < bars.size(); bar++) {
                assertThat(bars.close(bar) / bars.open(0))
                        .as("seed %d share %d bar %d", seed, number, bar)
                        .isBetween(0.05, 30.0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void knowNothingOfTheBarsToCome(long seed) {
        BarSeries whole = GeneratedBars.of(seed, 1, Timeframe.D1, SESSIONS);
        BarSeries part = GeneratedBars.of(seed, 1, Timeframe.D1, SESSIONS.subList(0, 100));
        assertThat(BarFiles.text(part)).as("seed %d", seed).isEqualTo(BarFiles.text(whole.first(100)));
    }
}
