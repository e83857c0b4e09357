package io.dgas.simulator.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** One token's counters: calls of the UTC day of its last call, requests of the minute. */
public final class Account {

    /** The day's counter as the vendor shows it: of the day of the last call, which may be a day gone by. */
    public record Counter(LocalDate date, int calls) {}

    private final Plan plan;
    private final CallLog log;
    private Counter counter;
    private Counter marketplace;
    private long minute = Long.MIN_VALUE;
    private int requests;

    Account(Plan plan, CallLog log, Instant start) {
        this.plan = plan;
        this.log = log;
        this.counter = new Counter(utcDate(start), 0);
        this.marketplace = counter;
    }

    public Plan plan() {
        return plan;
    }

    public synchronized Counter counter() {
        return counter;
    }

    /** The counter of the marketplace, which has a pool of calls of its own. */
    public synchronized Counter marketplace() {
        return marketplace;
    }

    /** Counts a request against the minute; false where the minute's requests, at most so many, are used up. */
    public synchronized boolean request(Instant now, int most) {
        long current = Math.floorDiv(now.getEpochSecond(), 60L);
        requests = current == minute ? requests : 0;
        minute = current;
        boolean admitted = requests < most;
        requests += admitted ? 1 : 0;
        log.request(plan.token(), now, admitted);
        return admitted;
    }

    /** What is left of the minute's requests, at most so many. */
    public synchronized int requestsLeft(int most) {
        return Math.max(0, most - requests);
    }

    /** Books calls on the UTC day; false, with nothing booked, where the day has not so many left. */
    public synchronized boolean charge(int calls, Instant now) {
        int used = usedOn(utcDate(now), counter);
        boolean enough = used + calls <= plan.limits().callsPerDay();
        counter = enough ? new Counter(utcDate(now), used + calls) : counter;
        log.charge(plan.token(), now, enough ? calls : 0);
        return enough;
    }

    /** Books calls on the marketplace's own pool, which is as large as the day's. */
    public synchronized boolean chargeMarketplace(int calls, Instant now) {
        int used = usedOn(utcDate(now), marketplace);
        boolean enough = used + calls <= plan.limits().callsPerDay();
        marketplace = enough ? new Counter(utcDate(now), used + calls) : marketplace;
        return enough;
    }

    private static int usedOn(LocalDate today, Counter counter) {
        return counter.date().equals(today) ? counter.calls() : 0;
    }

    private static LocalDate utcDate(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
