package io.dgas.application.chart;

import io.dgas.application.port.in.chart.ChartedSignal;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.domain.signal.SetUp;
import io.dgas.domain.signal.SignalType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Entries and their exits told apart. A set-up has one entry in force at most, so that an exit ends the newest entry before
 * it of its set-up and side.
 */
final class SignalHistory {

    private final ToDoubleFunction<Instant> factorAt;
    private final Map<SetUp, StoredSignal> open = new EnumMap<>(SetUp.class);
    private final List<ChartedSignal> entries = new ArrayList<>();

    private SignalHistory(ToDoubleFunction<Instant> factorAt) {
        this.factorAt = factorAt;
    }

    /**
     * The entries among these signals.
     *
     * @param signals oldest first
     * @param factorAt by what a price of that time is multiplied in the bars
     */
    static List<ChartedSignal> of(List<StoredSignal> signals, ToDoubleFunction<Instant> factorAt) {
        SignalHistory history = new SignalHistory(factorAt);
        // an exit of the bar that completes the next entry of its set-up ends the one before
        signals.stream()
                .sorted(Comparator.comparing(StoredSignal::completedAt)
                        .thenComparing(signal -> signal.type().isEntry()))
                .forEach(history::add);
        history.open.values().forEach(entry -> history.entries.add(history.charted(entry, Optional.empty())));
        history.entries.sort(
                Comparator.comparing((ChartedSignal charted) -> charted.entry().completedAt())
                        .thenComparing(charted -> charted.entry().setUp()));
        return history.entries;
    }

    private void add(StoredSignal signal) {
        if (signal.type().isEntry()) {
            StoredSignal replaced = open.put(signal.setUp(), signal);
            if (replaced != null) {
                entries.add(charted(replaced, Optional.empty()));
            }
            return;
        }
        StoredSignal entry = open.get(signal.setUp());
        if (entry != null && SignalType.exit(entry.type().position()) == signal.type()) {
            open.remove(signal.setUp());
            entries.add(charted(entry, Optional.of(signal)));
        }
    }

    private ChartedSignal charted(StoredSignal entry, Optional<StoredSignal> exit) {
        return new ChartedSignal(entry, exit, factorAt.applyAsDouble(entry.completedAt()));
    }
}
