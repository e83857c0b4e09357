package io.dgas.application.status;

import io.dgas.application.port.in.status.ComponentCheck;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How far the calendar reaches: beyond its last year nothing is expected, collected or decided. */
public record HorizonCheck(TradingCalendar calendar) implements ComponentCheck {

    private static final long SOON_DAYS = 180;

    @Override
    public String component() {
        return "calendar";
    }

    @Override
    public ComponentStatus at(Instant now) {
        LocalDate last = calendar.lastDate();
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, calendar.zone()), last);
        String found = "holidays are known until " + last;
        if (days < 0) {
            return ComponentStatus.failing(component(), found + "; use a newer dgas");
        }
        return days < SOON_DAYS
                ? ComponentStatus.warning(component(), found + "; use a newer dgas before")
                : ComponentStatus.ok(component(), found);
    }
}
