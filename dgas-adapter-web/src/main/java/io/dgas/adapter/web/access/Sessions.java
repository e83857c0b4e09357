package io.dgas.adapter.web.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who has signed in. Only hashes of what browsers keep are kept here, and nothing outlasts the process. Safe for threads. */
final class Sessions {

    static final Duration IDLE = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(7);
    private static final int MOST = 1_000;

    private final InstantSource clock;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    private record Session(Instant begun, Instant used) {

        boolean isOver(Instant now) {
            return now.isAfter(begun.plus(LONGEST)) || now.isAfter(used.plus(IDLE));
        }
    }

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /** The token that the browser shows from now on. */
    synchronized String begin() {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> session.isOver(now));
        if (sessions.size() >= MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        String token = Token.random();
        sessions.put(Token.hash(token), new Session(now, now));
        return token;
    }

    /** Whether it is signed in; that it was used is noted. */
    synchronized boolean use(String token) {
        if (!isOpen(token)) {
            return false;
        }
        Instant now = clock.instant();
        sessions.computeIfPresent(Token.hash(token), (hash, session) -> new Session(session.begun(), now));
        return true;
    }

    /** Whether it is signed in. */
    synchronized boolean isOpen(String token) {
        Session session = sessions.get(Token.hash(token));
        return session != null && !session.isOver(clock.instant());
    }

    synchronized void end(String token) {
        sessions.remove(Token.hash(token));
    }
}
