package io.dgas.domain.bar;

import static io.dgas.domain.bar.Bars.NYSE;
import static io.dgas.domain.bar.Bars.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.RecordedCsv;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adjusted daily closes against those that another vendor published. */
class AdjustedCloseTest {

    /** The day after which the published files were made, so that they know no later dividend. */
    private static final Instant PUBLISHED = Instant.parse("2017-09-05T12:00:00Z");

    private static Map<LocalDate, Double> column(String file, int column) {
        return RecordedCsv.lines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(
                        cells -> LocalDate.parse(cells[0]),
                        cells -> Double.valueOf(cells[column]),
                        (one, other) -> other,
                        TreeMap::new));
    }

    @ParameterizedTest
    @CsvSource({
        "AAPL,SPLITS,4,2012-09-04", "AAPL,SPLITS_AND_DIVIDENDS,5,2012-09-04",
        "GOOG,SPLITS,4,2014-04-03", "GOOG,SPLITS_AND_DIVIDENDS,5,2014-04-03"
    })
    void agreeWithThePublishedOnes(String symbol, Adjustment adjustment, int column, LocalDate from) {
        BarSeries raw = Bars.recorded("daily/" + symbol + ".csv", Timeframe.D1, SESSION);
        BarSeries adjusted = new Adjuster(NYSE, adjustment).adjust(raw, Actions.recorded(symbol), PUBLISHED);
        Map<LocalDate, Double> published = column("crosscheck/" + symbol + "_yahoo_2012_2017_adjclose.csv", column);
        int compared = 0;
        double worst = 0;
        for (int bar = 0; bar < adjusted.size(); bar++) {
            LocalDate date = NYSE.dateOf(adjusted.openTime(bar));
            Double other = published.get(date);
            if (other != null && !date.isBefore(from)) {
                worst = Math.max(worst, Math.abs(adjusted.close(bar) / other - 1));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(800);
        assertThat(worst).as("half of what one dividend of AAPL makes").isLessThan(0.0025);
    }
}
