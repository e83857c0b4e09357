package io.dgas.app.scheduler;

import io.dgas.app.output.Words;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Parcel.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** How many notices of the last day stand how. Looked at by one thread, read by any. */
final class DeliveryFigures implements MeterBinder {

    private static final Duration LOOKED_BACK = Duration.ofHours(24);

    private final Outbox outbox;
    private volatile Map<State, Integer> counts = Map.of();

    DeliveryFigures(Outbox outbox) {
        this.outbox = outbox;
    }

    void look(Instant now) {
        counts = outbox.counts(now.minus(LOOKED_BACK));
    }

    Map<String, Object> document() {
        Map<String, Object> document = new TreeMap<>();
        counts.forEach((state, count) -> document.put(Words.of(state), count));
        return document;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (State state : State.values()) {
            Gauge.builder("dgas.notices", this, figures -> figures.counts.getOrDefault(state, 0))
                    .tag("state", Words.of(state))
                    .register(registry);
        }
    }
}
