package io.dgas.app.csv;

import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the files are said to hold.
 *
 * @param symbol the only symbol that may occur, and the one that is meant where a file has no column of symbols
 */
public record CsvBarSource(Timeframe timeframe, Optional<Instrument> symbol) {

    private static final int DAY_SECONDS = 86_400;

    /**
     * The time that stands for a row with a date only: midnight UTC, as the grid takes it for bars from one day up.
     *
     * @param day days since the epoch
     * @return epoch seconds
     * @throws IllegalArgumentException for shorter bars
     */
    long timeOn(long day) {
        if (timeframe.isIntraday()) {
            LocalDate date = LocalDate.ofEpochDay(day);
            throw new IllegalArgumentException("time '" + date + "' is a date only; a " + timeframe
                    + " bar needs a time in UTC such as " + date + "T15:00:00Z");
        }
        return day * DAY_SECONDS;
    }
}
