package io.dgas.application.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.market.Timeframe;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawableTimeframesTest {

    @Test
    void barsAreMadeOfTheLongestStoredOnesThatTheyConsistOf() {
        DrawableTimeframes timeframes = new DrawableTimeframes(List.of(Timeframe.M20, Timeframe.M30, Timeframe.D1));
        assertThat(timeframes.source(Timeframe.M30)).contains(Timeframe.M30);
        assertThat(timeframes.source(Timeframe.H2)).contains(Timeframe.M30);
        assertThat(timeframes.source(Timeframe.W1)).contains(Timeframe.D1);
        assertThat(timeframes.source(Timeframe.M15)).isEmpty();
        assertThat(timeframes.all())
                .containsExactly(
                        Timeframe.M20,
                        Timeframe.M30,
                        Timeframe.H1,
                        Timeframe.H2,
                        Timeframe.H4,
                        Timeframe.D1,
                        Timeframe.W1,
                        Timeframe.MO1);
    }

    @Test
    void monthsAreNotMadeOfWeeks() {
        assertThat(DrawableTimeframes.above(Timeframe.W1)).isEmpty();
        assertThat(DrawableTimeframes.above(Timeframe.D1)).containsExactly(Timeframe.W1, Timeframe.MO1);
    }

    @Test
    void enoughBarsAreReadForTheLongestPeriods() {
        assertThat(DrawableTimeframes.parts(Timeframe.M30, Timeframe.H4)).isEqualTo(8);
        assertThat(DrawableTimeframes.parts(Timeframe.M30, Timeframe.D1)).isEqualTo(13);
        assertThat(DrawableTimeframes.parts(Timeframe.H1, Timeframe.W1)).isEqualTo(35);
        assertThat(DrawableTimeframes.parts(Timeframe.D1, Timeframe.MO1)).isEqualTo(23);
    }
}
