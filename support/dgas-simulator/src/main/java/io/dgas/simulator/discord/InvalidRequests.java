package io.dgas.simulator.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the requests of an address that were answered with 401, 403 or 429, and bans it when they are too many. */
final class InvalidRequests {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Deque<Instant> counted = new ArrayDeque<>();
    private Instant bannedUntil = Instant.MIN;

    synchronized boolean banned(Instant now) {
        return now.isBefore(bannedUntil);
    }

    synchronized void count(Instant now, int limit) {
        counted.addLast(now);
        while (!counted.isEmpty() && counted.getFirst().isBefore(now.minus(WINDOW))) {
            counted.removeFirst();
        }
        if (counted.size() >= limit) {
            bannedUntil = now.plus(WINDOW);
            counted.clear();
        }
    }

    synchronized int counted() {
        return counted.size();
    }
}
