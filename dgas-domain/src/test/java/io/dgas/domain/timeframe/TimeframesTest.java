package io.dgas.domain.timeframe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dgas.domain.market.Timeframe;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeframesTest {

    @Test
    void theTradingTimeframeAloneIsSingleTimeframeAnalysis() {
        assertThat(new Timeframes(Timeframe.M30, List.of(Timeframe.M30)).isSingle())
                .isTrue();
        assertThat(new Timeframes(Timeframe.M30, List.of(Timeframe.D1, Timeframe.W1)).isSingle())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    30m |       | a decision needs a higher timeframe beside 30m
                    1d  | 1h    | higher timeframe 1h is not above 1d
                    1d  | 1d 1w | higher timeframe 1d is not above 1d
                    30m | 1w 1d | higher timeframe 1d is not above 1w
                    30m | 1d 1d | higher timeframe 1d is not above 1d""")
    void refusesAnOrderThatMeansNothing(String trading, String higher, String fault) {
        List<Timeframe> above = higher == null
                ? List.of()
                : List.of(higher.split(" ")).stream().map(Timeframe::ofCode).toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeframes(Timeframe.ofCode(trading), above))
                .withMessage(fault);
        assertThat(Timeframes.fault(Timeframe.ofCode(trading), above)).contains(fault);
    }
}
