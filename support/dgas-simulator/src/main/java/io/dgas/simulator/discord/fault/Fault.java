package io.dgas.simulator.discord.fault;

import io.dgas.simulator.json.Json;
import io.dgas.simulator.steering.Chance;
import io.dgas.simulator.steering.OrderedFault;
import io.dgas.simulator.steering.Window;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** One fault as ordered: what goes wrong, when and where, and the particulars of its kind. */
public record Fault(FaultKind kind, Match match, Particulars particulars) implements OrderedFault<Fault.Place> {

    /** Route and channel id ({@code *} for every one), the window of the virtual clock, and which of the occasions in it. */
    public record Match(String route, String channel, Window window, Chance chance) {}

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

    @Override
    public Chance chance() {
        return match.chance;
    }

    @Override
    public boolean covers(Place place) {
        return (match.route.equals("*") || match.route.equals(place.route))
                && (match.channel.equals("*") || match.channel.equals(place.channel))
                && match.window.contains(place.now);
    }

    @Override
    public ObjectNode described() {
        return Json.object()
                .put("kind", kind.wireName())
                .put("route", match.route)
                .put("channel", match.channel);
    }
}
