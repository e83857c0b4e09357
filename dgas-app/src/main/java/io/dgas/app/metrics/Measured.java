package io.dgas.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Meters that are told of their values, rather than asked: counts, times, and the newest of a figure. */
final class Measured {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15)
    };

    private final MeterRegistry registry;
    private final Map<String, Number> newest = new ConcurrentHashMap<>();

    Measured(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param tags names and values in turn */
    void count(String name, long more, String... tags) {
        registry.counter(name, tags).increment((double) more);
    }

    /** One that took so long; shown in buckets. */
    void time(String name, Duration took, String... tags) {
        Timer.builder(name)
                .tags(tags)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took.isNegative() ? Duration.ZERO : took);
    }

    /** The newest value of a figure. */
    void set(String name, Number value, String... tags) {
        String key = name + String.join("|", tags);
        if (newest.put(key, value) == null) {
            Supplier<Number> current = () -> newest.getOrDefault(key, Double.NaN);
            Gauge.builder(name, current).tags(tags).register(registry);
        }
    }
}
