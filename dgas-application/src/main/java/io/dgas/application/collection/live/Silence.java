package io.dgas.application.collection.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of one instrument's silence. */
final class Silence {

    /** Trades since the last look. */
    int trades;

    /** Minutes listened to that are not counted yet. */
    double minutes;

    @Nullable
    Instant starvedSince;

    /** Since the last trade, whatever the reason. */
    final Stretch sinceTrade = new Stretch();

    /** Since the last trade, subscription or remedy, whichever was last: what another remedy could end. */
    final Stretch sinceRemedy = new Stretch();

    void begin() {
        trades = 0;
        minutes = 0;
        starvedSince = null;
        sinceTrade.begin();
        sinceRemedy.begin();
    }
}
