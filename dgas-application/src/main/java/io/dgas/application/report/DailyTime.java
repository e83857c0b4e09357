package io.dgas.application.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** A time of each day. In a night that has it twice the first counts, in one that leaves it out the hour after. */
public record DailyTime(LocalTime at, ZoneId zone) {

    /** Whoever was not there at the time is told later, but not as long as half a day. */
    private static final Duration LATEST = Duration.ofHours(6);

    /** One of its days. */
    public record Due(LocalDate day, Instant at) {}

    /** The newest that has passed; empty when that is too long ago. */
    public Optional<Due> due(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Due newest = on(today).at().isAfter(now) ? on(today.minusDays(1)) : on(today);
        return Optional.of(newest).filter(due -> !now.isAfter(due.at().plus(LATEST)));
    }

    private Due on(LocalDate day) {
        return new Due(day, day.atTime(at).atZone(zone).toInstant());
    }
}
