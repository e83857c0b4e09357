package io.dgas.simulator.fault;

import io.dgas.simulator.json.Json;
import io.dgas.simulator.steering.Chance;
import io.dgas.simulator.steering.OrderedFault;
import io.dgas.simulator.steering.Window;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** One fault as ordered: what goes wrong, when and where, and the particulars of its kind. */
public record Fault(FaultKind kind, Match match, Particulars particulars) implements OrderedFault<Fault.Place> {

    /** Endpoint and ticker ({@code *} for every one), the window of the virtual clock, and which of the occasions in it. */
    public record Match(String endpoint, String symbol, Window window, Chance chance) {}

    /** An occasion: the endpoint, the ticker such as {@code AAPL.US} (empty where there is none), and the time. */
    public record Place(String endpoint, String ticker, Instant now) {}

    /**
     * Status of an error or code of a close; {@code Retry-After} in seconds, negative for none; body of a 429; milliseconds
     * of a delay; a number of sessions, bars, requests, frames or bytes; the shares that one becomes; the new ticker.
     */
    public record Particulars(
            int status, int retryAfter, String body, long delayMs, int count, double ratio, String as) {}

    @Override
    public Chance chance() {
        return match.chance;
    }

    @Override
    public boolean covers(Place place) {
        return (match.endpoint.equals("*") || match.endpoint.equals(place.endpoint))
                && (match.symbol.equals("*") || match.symbol.equals(place.ticker))
                && match.window.contains(place.now);
    }

    @Override
    public ObjectNode described() {
        return Json.object()
                .put("kind", kind.wireName())
                .put("endpoint", match.endpoint)
                .put("symbol", match.symbol);
    }
}
