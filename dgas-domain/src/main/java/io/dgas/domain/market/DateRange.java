package io.dgas.domain.market;

import java.time.LocalDate;

/** A range of dates, both ends inclusive. */
public record DateRange(LocalDate first, LocalDate last) {

    public DateRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("dates " + first + " to " + last + " are not in order");
        }
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
