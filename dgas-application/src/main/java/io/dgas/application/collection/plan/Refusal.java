package io.dgas.application.collection.plan;

import java.time.Duration;
import java.util.Optional;

/** Why collecting cannot work as it is set. */
public sealed interface Refusal {

    /** What is wrong and what would be right, for people. */
    String message();

    /** More live symbols are set than the plan allows. */
    record TooManyOnSocket(int setting, int cap) implements Refusal {
        @Override
        public String message() {
            return "eodhd.websocket_symbols is " + setting + ", and the plan has live trades of " + cap
                    + " symbols at most; set it to " + cap + " or less, the other symbols are collected from quotes";
        }
    }

    /** The plan lacks data that the settings need. */
    record MissingFeed(PlanLimits.Feed feed) implements Refusal {
        @Override
        public String message() {
            String remedy = switch (feed) {
                case INTRADAY -> "without it there are no final bars within a day; take a plan that includes it";
                case LIVE_TRADES -> "set eodhd.websocket_symbols to 0, or take a plan that includes it";
            };
            return "the plan does not include '" + feed.vendorName() + "': " + remedy;
        }
    }

    /**
     * A day costs more than the plan has, even without quotes.
     *
     * @param symbols how many are collected
     * @param most how many could be
     */
    record TooManyCalls(long calls, long limit, int symbols, int most) implements Refusal {
        @Override
        public String message() {
            return symbols + " symbols cost " + calls + " calls a day before any quote, and the plan has " + limit
                    + "; collect " + most + " symbols at most, or take a plan of " + calls + " calls or more";
        }
    }

    /**
     * Quotes are set to come faster than the plan's calls or the requests a minute allow.
     *
     * @param calls that the quotes cost a day
     * @param left calls that the rest leaves for them
     * @param fastest the rhythm that works; empty when no round can be paid
     */
    record QuotesTooFast(Duration rhythm, long calls, long left, Optional<Duration> fastest) implements Refusal {
        @Override
        public String message() {
            String remedy = fastest.map(possible -> "set the rhythm to " + PlanText.of(possible) + " or slower")
                    .orElse("put all symbols on live trades, collect fewer, or take a larger plan");
            return "a round of quotes each " + PlanText.of(rhythm) + " costs " + calls + " calls a day, of which "
                    + left + " are left, or needs more requests a minute than are allowed; " + remedy;
        }
    }

    /**
     * The requests of a night do not fit into it.
     *
     * @param minutes of the night
     * @param perMinute requests allowed
     */
    record NightTooShort(long requests, long minutes, long perMinute) implements Refusal {

        /** Requests a minute that would do. */
        public long enough() {
            return Math.ceilDiv(requests, minutes);
        }

        @Override
        public String message() {
            return "the sweep after the close is of " + requests + " requests in "
                    + PlanText.of(Duration.ofMinutes(minutes))
                    + ", and " + perMinute + " a minute are allowed; allow " + enough()
                    + " a minute (data_collection.requests_per_minute and the plan), or collect fewer symbols";
        }
    }

    /** Every call of a day is spent on the day itself, and new symbols need their history. */
    record NoCallsForHistory(long calls, long limit) implements Refusal {
        @Override
        public String message() {
            return "the history of the new symbols is " + calls + " calls, and nothing is left of the plan's " + limit
                    + " a day; slow the quotes, set data_collection.history_days to 0, or take a larger plan";
        }
    }
}
