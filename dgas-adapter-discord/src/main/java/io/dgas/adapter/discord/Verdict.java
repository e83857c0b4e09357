package io.dgas.adapter.discord;

import io.dgas.application.port.out.notice.Sending;

/** What one answer to a message means. */
sealed interface Verdict {

    record Final(Sending sending) implements Verdict {}

    /**
     * The message is certainly not there; less of it may be taken.
     *
     * @param otherwise what it comes to where nothing is left to be taken away
     */
    record Lighter(Message.Less less, Sending otherwise) implements Verdict {}
}
