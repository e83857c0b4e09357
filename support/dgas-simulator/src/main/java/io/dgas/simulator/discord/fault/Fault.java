package io.dgas.simulator.discord.fault;

import java.time.Instant;

/** One fault as ordered: what goes wrong, when and where, and the particulars of its kind. */
public record Fault(FaultKind kind, Match match, Particulars particulars) {

    /** Route and channel id ({@code *} for every one), the window of the virtual clock, and which of the occasions in it. */
    public record Match(String route, String channel, Window window, Chance chance) {

        boolean covers(Place place) {
            return (route.equals("*") || route.equals(place.route()))
                    && (channel.equals("*") || channel.equals(place.channel()))
                    && window.contains(place.now());
        }
    }

    /** From an instant, inclusive, until another, exclusive. */
    public record Window(Instant from, Instant until) {

        boolean contains(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /** The first matching request that is hit, how many are, and how likely each. */
    public record Chance(long nth, long times, double probability) {}

    /** A request: the route such as {@code create}, the channel's id (empty where there is none), and the time. */
    public record Place(String route, String channel, Instant now) {}

    /**
     * The numbers and the words that a kind takes; those it does not take have no meaning.
     *
     * @param retryAfter seconds; negative for none
     * @param executed whether the request is carried out although its answer is lost
     */
    public record Particulars(
            int status, int code, double retryAfter, long delayMs, int count, boolean executed, Words words) {}

    /** The form of a body; where in the form a leaf error is, and its code; the name of a permission. */
    public record Words(String body, String path, String leaf, String permission) {}
}
