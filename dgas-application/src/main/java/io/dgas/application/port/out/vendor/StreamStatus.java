package io.dgas.application.port.out.vendor;

import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a stream of trades stands. No text in here holds a credential.
 *
 * @param since when the state began; empty before the first tick
 * @param subscribed asked for and not refused; the vendor confirms nothing, so trades alone tell
 * @param refused wanted and not to be had, with the reason
 * @param reconnects connections begun after the first
 * @param lastData when the last trade came in; empty before the first
 * @param lastHeard when the other end last gave a sign of life, an answer to a ping included; empty before the first
 * @param frames what has come in
 * @param problem what went wrong last, for people; stays when it is over
 */
public record StreamStatus(
        State state,
        Optional<Instant> since,
        Set<Instrument> subscribed,
        Map<Instrument, String> refused,
        long reconnects,
        Optional<Instant> lastData,
        Optional<Instant> lastHeard,
        Frames frames,
        Optional<String> problem) {

    public StreamStatus {
        subscribed = Set.copyOf(subscribed);
        refused = Map.copyOf(refused);
    }

    /** Where a connection is on its way. */
    public enum State {
        /** There is none, and the time for the next has not come or nothing is wanted. */
        WAITING,
        /** The vendor has not answered yet. */
        CONNECTING,
        /** The vendor has not said yet that the token is good. */
        AUTHORISING,
        /** Subscriptions can be made and trades may come. */
        LIVE,
        /** Given up, because trying again would be refused again. */
        STOPPED
    }

    /**
     * Counts of what has come in, over all connections.
     *
     * @param received frames, those not told apart yet included
     * @param trades those handed over
     * @param quotes passed over
     * @param unusable of the form of a trade, with a value that cannot be
     * @param strays trades of what is not followed
     * @param unknown of no known form, binary, empty or too long
     * @param lastUnknown the beginning of the last of them
     */
    public record Frames(
            long received,
            long trades,
            long quotes,
            long unusable,
            long strays,
            long unknown,
            Optional<String> lastUnknown) {}
}
