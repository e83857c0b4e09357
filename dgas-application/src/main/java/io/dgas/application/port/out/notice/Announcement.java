package io.dgas.application.port.out.notice;

import io.dgas.domain.signal.SignalId;
import java.time.Instant;
import java.util.List;

/**
 * Signals that are to be told on a channel, stored in one transaction with them. The same notice is announced on a channel
 * once.
 *
 * @param signals that the notice is about, best first
 * @param expiresAt from when on it is not told any more
 */
public record Announcement(NoticeId notice, Channel channel, Kind kind, List<SignalId> signals, Instant expiresAt) {

    /** What is told. */
    public enum Kind {
        /** One signal. */
        SIGNAL,
        /** The signals of one cycle together. */
        DIGEST,
        /** Words about no signal, put on their way by {@link Reports}. */
        REPORT
    }

    public Announcement {
        signals = List.copyOf(signals);
        if (signals.isEmpty() || kind == Kind.REPORT || (kind == Kind.SIGNAL && signals.size() > 1)) {
            throw new IllegalArgumentException(notice + ": a " + kind + " of " + signals.size() + " signals");
        }
    }
}
