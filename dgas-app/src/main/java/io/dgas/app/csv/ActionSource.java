package io.dgas.app.csv;

import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.TradingCalendar;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What files of corporate actions are read with.
 *
 * @param calendar tells the sessions on which actions come into force
 * @param symbol the only symbol that may occur, and the one that is meant where a file names none
 */
public record ActionSource(TradingCalendar calendar, Optional<Instrument> symbol) {

    /**
     * The session that is the first without the right.
     *
     * @throws IllegalArgumentException when there is none on this date
     */
    Session exSession(LocalDate date) {
        return calendar.sessionOn(date)
                .orElseThrow(() -> new IllegalArgumentException("no session on " + date + ": "
                        + calendar.closureOn(date).orElse("closed")));
    }

    /**
     * The instrument of a row.
     *
     * @throws IllegalArgumentException when it is none, or not the one expected
     */
    Instrument instrument(String text) {
        Instrument found = Instrument.parse(text);
        if (symbol.isPresent() && !found.equals(symbol.get())) {
            throw new IllegalArgumentException("wrong symbol " + found + "; expected " + symbol.get());
        }
        return found;
    }
}
