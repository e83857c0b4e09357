package io.dgas.app.scheduler;

import io.dgas.app.output.Words;
import io.dgas.application.port.out.notice.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** How many notices of the last day stand how. Used by one thread at a time. */
final class DeliveryFigures {

    private static final Duration LOOKED_BACK = Duration.ofHours(24);

    private final Outbox outbox;
    private Map<String, Object> counts = Map.of();

    DeliveryFigures(Outbox outbox) {
        this.outbox = outbox;
    }

    void look(Instant now) {
        Map<String, Object> found = new TreeMap<>();
        outbox.counts(now.minus(LOOKED_BACK)).forEach((state, count) -> found.put(Words.of(state), count));
        counts = found;
    }

    Map<String, Object> document() {
        return counts;
    }
}
