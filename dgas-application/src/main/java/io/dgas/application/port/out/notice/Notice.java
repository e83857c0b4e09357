package io.dgas.application.port.out.notice;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that people are told, whatever the channel. */
public sealed interface Notice {

    NoticeId id();

    /**
     * One signal.
     *
     * @param higherTrend what the nearest higher timeframe does, for people: {@code 1d trend up}
     * @param state of the trading timeframe, for people
     * @param chart empty where none could be drawn
     */
    record OfSignal(NoticeId id, StoredSignal signal, String higherTrend, String state, Optional<Picture> chart)
            implements Notice {}

    /**
     * The signals of one cycle, told together because they are many.
     *
     * @param asOf the time that the cycle decided for
     * @param signals best first; a channel shows as many as it has room for, and says how many it left out
     */
    record Digest(NoticeId id, Instant asOf, List<StoredSignal> signals) implements Notice {
        public Digest {
            signals = List.copyOf(signals);
            if (signals.isEmpty()) {
                throw new IllegalArgumentException("a digest of no signals");
            }
        }
    }

    /** Plain words, for example a test message. */
    record Plain(NoticeId id, String text) implements Notice {}
}
