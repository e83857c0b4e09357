package io.dgas.application.collection.plan;

import java.util.List;
import java.util.Locale;

/**
 * What the vendor's plan allows for.
 *
 * @param callsPerDay of a UTC day
 * @param requestsPerMinute as the vendor allows them
 * @param socketSymbols symbols with live trades at the same time
 * @param feeds names of the data included, as the vendor writes them; empty where it does not say, and then nothing is
 *     held against the plan
 */
public record PlanLimits(long callsPerDay, long requestsPerMinute, int socketSymbols, List<String> feeds) {

    public PlanLimits {
        feeds = List.copyOf(feeds);
        if (callsPerDay < 1 || requestsPerMinute < 1 || socketSymbols < 0) {
            throw new IllegalArgumentException("a plan has 1 call a day, 1 request a minute and 0 live symbols or more,"
                    + " got " + callsPerDay + ", " + requestsPerMinute + " and " + socketSymbols);
        }
    }

    /** Whether the feed is included, as far as the vendor says. */
    boolean includes(Feed feed) {
        return feeds.isEmpty() || feeds.stream().anyMatch(feed::isNamed);
    }

    /** Data that a plan may lack, told by a word of the vendor's name for it. */
    public enum Feed {
        INTRADAY("Intraday Data API"),
        LIVE_TRADES("Real-time Data via WebSockets");

        private final String vendorName;

        Feed(String vendorName) {
            this.vendorName = vendorName;
        }

        /** As the vendor writes it. */
        public String vendorName() {
            return vendorName;
        }

        private boolean isNamed(String name) {
            String word = this == INTRADAY ? "intraday" : "websocket";
            return name.toLowerCase(Locale.ROOT).contains(word);
        }
    }
}
