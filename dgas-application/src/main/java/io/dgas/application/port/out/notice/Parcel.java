package io.dgas.application.port.out.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A notice on its way to a channel.
 *
 * @param signalIds what it is about: ids of stored signals, best first
 * @param words what it says; empty where that is written anew from its signals
 * @param attempts tries begun so far
 * @param expiresAt from when on it is not told any more
 * @param firstTriedAt when the first of the tries began whose outcomes leave it unknown whether it is there; empty while it
 *     is certainly not
 * @param nextTryAt it is left alone until then
 * @param settledAt when it came to its end; empty before
 * @param receipt the channel's id of the message; empty while it is not known to be there
 * @param error what went wrong last, or of one that is delivered, what the channel does not show as it was written; for
 *     people, never holds a credential
 */
public record Parcel(
        long id,
        NoticeId notice,
        Channel channel,
        Announcement.Kind kind,
        List<Long> signalIds,
        Optional<String> words,
        State state,
        int attempts,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> firstTriedAt,
        Instant nextTryAt,
        Optional<Instant> settledAt,
        Optional<String> receipt,
        Optional<String> error) {

    /** How far it is. */
    public enum State {
        /** Certainly not on the channel. */
        WAITING,
        /** A try was begun, and what became of it is not known. */
        UNCERTAIN,
        /** On the channel, once. */
        DELIVERED,
        /** Not told, since it came too late. */
        EXPIRED,
        /** The channel does not take it, or nobody can tell whether it is there; somebody has to look. */
        REFUSED,
        /** Somebody decided that it is not to be told. */
        DISCARDED;

        public boolean isSettled() {
            return this != WAITING && this != UNCERTAIN;
        }
    }

    public Parcel {
        signalIds = List.copyOf(signalIds);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
