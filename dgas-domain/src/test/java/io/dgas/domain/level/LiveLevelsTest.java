package io.dgas.domain.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SampleBars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveLevelsTest {

    @ParameterizedTest(name = "{0} completed bars")
    @ValueSource(ints = {2, 3, 50, 99, 100, 250})
    void freezeIntoTheLevelsOfTheClosedBarBitForBit(int completed) {
        BarSeries bars = SampleBars.walk(9, completed + 1, 12);
        Levels closed = Levels.of(bars, LevelOptions.ALL);
        FormingPrices forming = new FormingPrices(bars.high(completed), bars.low(completed), bars.close(completed));

        LiveLevels live = LiveLevels.of(bars.first(completed), forming, LevelOptions.ALL);

        assertThat(live.levels()).isEqualTo(LevelValues.of(closed, completed + 1));
        assertThat(live.lines()).isEqualTo(closed.lines().forBar(completed + 1));
    }

    @Test
    void moveWithTheFormingBar() {
        BarSeries bars = SampleBars.walk(9, 20, 12);

        LiveLevels before = LiveLevels.of(bars, new FormingPrices(1000, 990, 995));
        LiveLevels after = LiveLevels.of(bars, new FormingPrices(1001, 990, 1001));

        assertThat(after.levels().pldot()).isGreaterThan(before.levels().pldot());
    }

    @Test
    void refuseTooFewBarsAndImpossiblePrices() {
        BarSeries bars = SampleBars.walk(9, 1, 12);

        assertThatThrownBy(() -> LiveLevels.of(bars, new FormingPrices(11, 9, 10)))
                .hasMessageContaining("need 2 completed bars, there are 1");
        assertThatThrownBy(() -> new FormingPrices(11, 9, 12)).hasMessageContaining("12.0");
        assertThatThrownBy(() -> new FormingPrices(Double.NaN, 9, 10)).hasMessageContaining("NaN");
    }
}
