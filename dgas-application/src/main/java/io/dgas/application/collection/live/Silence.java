package io.dgas.application.collection.live;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of one instrument's silence. */
final class Silence {

    private static final double EULER = 0.58;

    /** Where silences are few, so much listening counts as one: to have heard none says as much. */
    private static final int SECONDS_OF_A_SILENCE = 300;

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

    /** The longest silence so far that was no fault: trades come in clusters, which a rate takes for even ones. */
    private Duration longest = Duration.ZERO;

    private int silences;
    private Duration listened = Duration.ZERO;
    private Duration alarmedAfter = Duration.ZERO;

    /** The silence before the first trade is as long as whoever listens came early. */
    private boolean isBetweenTrades;

    /**
     * Whether the silence is improbably longer than the longest of those before. Of n even ones the longest is about
     * (ln n + 0.58) times the mean, and one in which so many trades failed to come is that number times it.
     */
    boolean isUnusual(double missing) {
        double known = Math.max(1, Math.max(silences, listened.toSeconds() / (double) SECONDS_OF_A_SILENCE));
        double factor = Math.max(1, missing / (Math.log(known) + EULER));
        return sinceTrade.lasted().toMillis() >= factor * longest.toMillis();
    }

    /** Time went by. */
    void listen(Duration passed) {
        listened = listened.plus(passed);
    }

    /** Somebody is alarmed. */
    void alarm(Instant now) {
        starvedSince = now;
        alarmedAfter = sinceTrade.lasted();
    }

    /**
     * A trade ends the silence. After an alarm it teaches how long silences are only where nothing had helped for so
     * long, and only up to the alarm: what came after may have been a fault.
     */
    void end(Instant now, WatchdogRules rules) {
        Instant alarmed = starvedSince;
        if (alarmed == null) {
            knowUsual(sinceTrade.lasted(), rules);
        } else if (Duration.between(alarmed, now).compareTo(rules.pause().multipliedBy(2)) > 0) {
            knowUsual(alarmedAfter, rules);
        }
        begin();
        isBetweenTrades = true;
    }

    private void knowUsual(Duration silence, WatchdogRules rules) {
        if (isBetweenTrades && silence.compareTo(rules.shortest()) >= 0) {
            longest = silence.compareTo(longest) > 0 ? silence : longest;
            silences++;
        }
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
