package io.dgas.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** One token's counters: calls of the UTC day of its last call, requests of the minute. */
final class Account {

    /** The day's counter as the vendor shows it: of the day of the last call, which may be a day gone by. */
    record Counter(LocalDate date, int calls) {}

    private final Plan plan;
    private Counter counter;
    private long minute = Long.MIN_VALUE;
    private int requests;

    Account(Plan plan, Instant start) {
        this.plan = plan;
        this.counter = new Counter(utcDate(start), 0);
    }

    Plan plan() {
        return plan;
    }

    synchronized Counter counter() {
        return counter;
    }

    /** Counts a request against the minute; false where the minute's requests are used up. */
    synchronized boolean request(Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), 60L);
        requests = current == minute ? requests : 0;
        minute = current;
        if (requests >= plan.limits().requestsPerMinute()) {
            return false;
        }
        requests++;
        return true;
    }

    synchronized int requestsLeft() {
        return plan.limits().requestsPerMinute() - requests;
    }

    /** Books calls on the UTC day; false, with nothing booked, where the day has not so many left. */
    synchronized boolean charge(int calls, Instant now) {
        LocalDate today = utcDate(now);
        int used = counter.date().equals(today) ? counter.calls() : 0;
        if (used + calls > plan.limits().callsPerDay()) {
            return false;
        }
        counter = new Counter(today, used + calls);
        return true;
    }

    private static LocalDate utcDate(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
