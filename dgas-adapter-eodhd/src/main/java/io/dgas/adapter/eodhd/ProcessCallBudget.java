package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.CallBudget;
import io.dgas.application.port.out.vendor.VendorAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;

/**
 * The limits as one process sees them, in memory: for a command that runs alone, or where there is no database. A day
 * counts from nothing until the vendor's own count is known. Calls bought beyond the daily ones are left alone.
 */
public final class ProcessCallBudget implements CallBudget {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Requests of one moment; those of others are known only from what the vendor has left. */
    private record Burst(Instant at, long requests) {}

    private final ArrayDeque<Burst> lastMinute = new ArrayDeque<>();
    private long perMinute;
    private long perDay;
    private LocalDate day = LocalDate.MIN;
    private long used;
    private boolean spent;
    private Instant silentUntil = Instant.MIN;

    /** Limits to begin with; what the vendor says replaces them. */
    public ProcessCallBudget(long requestsPerMinute, long callsPerDay) {
        if (requestsPerMinute < 1 || callsPerDay < 1) {
            throw new IllegalArgumentException("limits of " + requestsPerMinute + " requests a minute and "
                    + callsPerDay + " calls a day: expected 1 or more of each");
        }
        this.perMinute = requestsPerMinute;
        this.perDay = callsPerDay;
    }

    @Override
    public synchronized Permit ask(int calls, Instant now) {
        turnTo(now);
        if (spent || used + calls > perDay) {
            return new Permit.Spent(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        Instant next = next(now);
        if (next.isAfter(now)) {
            return new Permit.Wait(Duration.between(now, next));
        }
        used += calls;
        lastMinute.addLast(new Burst(now, 1));
        return new Permit.Granted();
    }

    @Override
    public synchronized void observed(long limit, long remaining, Instant now) {
        perMinute = Math.max(1, limit);
        forget(now);
        long others = limit - remaining - requests();
        if (others > 0) {
            lastMinute.addLast(new Burst(now, others));
        }
    }

    @Override
    public synchronized void refused(Duration retryAfter, Instant now) {
        Instant until = now.plus(retryAfter);
        silentUntil = until.isAfter(silentUntil) ? until : silentUntil;
    }

    @Override
    public synchronized void spent(Instant now) {
        turnTo(now);
        spent = true;
    }

    @Override
    public synchronized void settle(VendorAccount account, Instant now) {
        turnTo(now);
        perDay = account.dailyLimit();
        if (account.date().equals(day)) {
            used = account.usedToday();
            spent = used >= perDay;
        }
    }

    /** A clock that is set back does not begin a day again. */
    private void turnTo(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (today.isAfter(day)) {
            day = today;
            used = 0;
            spent = false;
        }
    }

    /** When the next request may go: the oldest of a full minute must be a minute old. */
    private Instant next(Instant now) {
        forget(now);
        if (silentUntil.isAfter(now)) {
            return silentUntil;
        }
        return requests() < perMinute ? now : lastMinute.getFirst().at().plus(MINUTE);
    }

    private void forget(Instant now) {
        while (!lastMinute.isEmpty() && !lastMinute.getFirst().at().plus(MINUTE).isAfter(now)) {
            lastMinute.removeFirst();
        }
    }

    private long requests() {
        return lastMinute.stream().mapToLong(Burst::requests).sum();
    }
}
