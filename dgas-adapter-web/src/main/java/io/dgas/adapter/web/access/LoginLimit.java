package io.dgas.adapter.web.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How often somebody may try a password. Safe for threads. */
final class LoginLimit {

    static final int TRIES = 5;
    static final int TRIES_OF_ALL = 30;
    static final Duration WITHIN = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> tries = new HashMap<>();

    LoginLimit(InstantSource clock) {
        this.clock = clock;
    }

    /** Notes a try, unless there were too many; those of all together are limited too. */
    synchronized boolean mayTry(String from) {
        Instant since = clock.instant().minus(WITHIN);
        tries.values().forEach(times -> times.removeIf(time -> time.isBefore(since)));
        tries.values().removeIf(Deque::isEmpty);
        int all = tries.values().stream().mapToInt(Deque::size).sum();
        Deque<Instant> own = tries.getOrDefault(from, new ArrayDeque<>());
        if (own.size() >= TRIES || all >= TRIES_OF_ALL) {
            return false;
        }
        own.add(clock.instant());
        tries.put(from, own);
        return true;
    }

    /** Whoever knew the password begins anew. */
    synchronized void succeeded(String from) {
        tries.remove(from);
    }
}
