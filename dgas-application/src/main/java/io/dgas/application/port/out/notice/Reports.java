package io.dgas.application.port.out.notice;

import java.time.Instant;

/** Puts reports among the notices on their way. Throws {@link io.dgas.application.port.out.StorageException}. */
public interface Reports {

    /**
     * Puts a report on its way to all its channels, in one transaction. Where it was put before, with whatever words, it stays
     * as it is.
     *
     * @return on how many channels it is new
     */
    int put(Report report, Instant now);

    /** Whether a report was put on its way before, to any channel. */
    boolean isPut(NoticeId id);
}
