package io.dgas.application.collection.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One instrument's silence: how long it has lasted, and what was made of it. */
final class Silence {

    /** Trades since the last look. */
    int trades;

    /** Minutes listened to that are not counted yet. */
    double minutes;

    @Nullable
    Instant suspectedSince;

    @Nullable
    Instant starvedSince;

    /** Since the last trade, whatever the reason. */
    final Stretch sinceTrade = new Stretch();

    /** Since the last trade, subscription or remedy, whichever was last: what another remedy could end. */
    final Stretch sinceRemedy = new Stretch();

    private Duration alarmedAfter = Duration.ZERO;

    /** The silence before the first trade is as long as whoever listens came early. */
    private boolean isBetweenTrades;

    /** It is held to be starvation. */
    void alarm(Instant now) {
        starvedSince = now;
        alarmedAfter = sinceTrade.lasted();
    }

    /**
     * How long it was silent for no fault, when a trade ends it now: after an alarm only where nothing had helped for so
     * long, and only up to the alarm, since what came after may have been a fault.
     */
    Optional<Duration> innocent(Instant now, Duration helped) {
        Instant alarmed = starvedSince;
        if (!isBetweenTrades || (alarmed != null && !now.isAfter(alarmed.plus(helped)))) {
            return Optional.empty();
        }
        return Optional.of(alarmed == null ? sinceTrade.lasted() : alarmedAfter);
    }

    /** A trade ended it: the next begins. */
    void end() {
        begin();
        isBetweenTrades = true;
    }

    void begin() {
        trades = 0;
        minutes = 0;
        suspectedSince = null;
        starvedSince = null;
        isBetweenTrades = false;
        sinceTrade.begin();
        sinceRemedy.begin();
    }
}
