package io.dgas.simulator.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The {@code from} and {@code to} of a request in dates, both inclusive. */
record DateSpan(LocalDate from, LocalDate to) {

    /** Empty where one of the two is no date. */
    static Optional<DateSpan> of(Request request) {
        try {
            return Optional.of(new DateSpan(
                    LocalDate.parse(request.parameter("from").orElse("1900-01-01")),
                    LocalDate.parse(request.parameter("to").orElse("9999-12-31"))));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    static Answer invalid() {
        return Answer.invalid("\"from\":[\"The from or to is not a valid date.\"]");
    }

    boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
