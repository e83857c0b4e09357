package io.dgas.adapter.discord;

import java.time.Duration;
import java.time.Instant;

/** A time of silence. A clock that is set back ends it, for nobody could say how long it lasts then. */
record Pause(Instant since, Instant until, String why) {

    static Pause of(Instant now, Duration length, String why) {
        return new Pause(now, now.plus(length), why);
    }

    /** Zero when it is over. */
    Duration left(Instant now) {
        return now.isBefore(since) || !now.isBefore(until) ? Duration.ZERO : Duration.between(now, until);
    }
}
