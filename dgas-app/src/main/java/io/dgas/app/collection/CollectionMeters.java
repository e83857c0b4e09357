package io.dgas.app.collection;

import io.dgas.app.output.Words;
import io.dgas.application.collection.health.SymbolFreshness.Level;
import io.dgas.application.port.out.vendor.StreamStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** What live collection looks like from outside, asked when somebody reads it; counts begin anew with each session. */
record CollectionMeters(CollectionParts parts, LiveLoop live, HealthWatch health) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "dgas.stream.live", view -> view.stream().state() == StreamStatus.State.LIVE ? 1 : 0);
        gauge(
                registry,
                "dgas.stream.subscribed.symbols",
                view -> view.stream().subscribed().size());
        gauge(
                registry,
                "dgas.stream.refused.symbols",
                view -> view.stream().refused().size());
        gauge(
                registry,
                "dgas.stream.suspected.symbols",
                view -> view.watched().suspected().size());
        gauge(registry, "dgas.slots.waiting", LiveLoop.View::waiting);
        gauge(
                registry,
                "dgas.stream.last.data.timestamp.seconds",
                view -> view.stream()
                        .lastData()
                        .map(last -> last.toEpochMilli() / 1e3)
                        .orElse(Double.NaN));
        count(registry, "dgas.trades", view -> view.stream().frames().trades());
        count(
                registry,
                "dgas.stream.unknown.frames",
                view -> view.stream().frames().unknown());
        count(registry, "dgas.stream.reconnects", view -> view.stream().reconnects());
        Gauge.builder(
                        "dgas.vendor.clock.ahead.seconds",
                        parts,
                        one -> one.vendor()
                                .clock()
                                .lastSkew()
                                .map(skew -> skew.vendorAhead().toMillis() / 1e3)
                                .orElse(Double.NaN))
                .register(registry);
        for (Level level : Level.values()) {
            Gauge.builder("dgas.symbols", health, watch -> watch.count(level))
                    .strongReference(true)
                    .tag("freshness", Words.of(level))
                    .register(registry);
        }
    }

    private void gauge(MeterRegistry registry, String name, ToDoubleFunction<LiveLoop.View> value) {
        Gauge.builder(name, live, loop -> loop.view().map(value::applyAsDouble).orElse(0.0))
                .strongReference(true)
                .register(registry);
    }

    private void count(MeterRegistry registry, String name, ToDoubleFunction<LiveLoop.View> value) {
        FunctionCounter.builder(
                        name,
                        live,
                        loop -> loop.view().map(value::applyAsDouble).orElse(0.0))
                .register(registry);
    }
}
