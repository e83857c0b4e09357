package io.dgas.application.port.out.notice;

import java.time.Instant;
import java.util.Set;

/**
 * Words that people are told and that are about no signal.
 *
 * @param id the same for the same report, whoever writes it and whenever
 * @param expiresAt from when on it is not told any more
 */
public record Report(NoticeId id, String words, Set<Channel> channels, Instant expiresAt) {

    public Report {
        channels = Set.copyOf(channels);
        if (words.isBlank()) {
            throw new IllegalArgumentException(id + ": a report without words");
        }
    }
}
