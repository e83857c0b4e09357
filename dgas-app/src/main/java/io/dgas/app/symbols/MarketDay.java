package io.dgas.app.symbols;

import io.dgas.app.exit.UsageProblem;
import io.dgas.domain.market.TradingCalendar;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days at the exchange. */
record MarketDay(InstantSource clock) {

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TradingCalendar.nyse().zone());
    }

    /**
     * The day, or today when none is given.
     *
     * @throws UsageProblem when it is yet to come
     */
    LocalDate notInFuture(@Nullable LocalDate day) {
        LocalDate today = today();
        if (day != null && day.isAfter(today)) {
            throw new UsageProblem(day + " is yet to come; expected " + today + " or earlier");
        }
        return day == null ? today : day;
    }
}
