package io.dgas.application.port.out.notice;

import java.time.Duration;
import java.time.Instant;

/**
 * Tells people on one channel. What goes wrong outside is an answer, never an exception. Used by one thread at a time; a
 * call may take as long as its time-outs, and never waits for a limit to pass.
 */
public interface Notifier {

    Channel channel();

    /**
     * For how long after the first try the channel knows a repeat of the same notice and does not show it twice. Zero where
     * it does not: then a try with an unknown outcome can only be followed by a look.
     */
    Duration repeatsKnownFor();

    /** Tries once to tell it. */
    Sending send(Notice notice);

    /**
     * Looks whether a notice is on the channel.
     *
     * @param from when it was first tried, by our clock
     */
    ReadBack find(NoticeId id, Instant from);
}
