package io.dgas.testkit;

import io.dgas.application.port.out.PredictionRepository;
import io.dgas.domain.signal.Protection;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs and their signals in memory. */
public final class InMemoryPredictionRepository implements PredictionRepository {

    private final List<PredictionRun> runs = new ArrayList<>();
    private final Map<SignalId, Signal> signals = new LinkedHashMap<>();

    /** Every run recorded, oldest first. */
    public List<PredictionRun> runs() {
        return List.copyOf(runs);
    }

    @Override
    public int record(PredictionRun run) {
        runs.add(run);
        return (int) run.signals().stream()
                .filter(signal -> signals.putIfAbsent(signal.id(), signal) == null)
                .count();
    }

    @Override
    public List<StoredSignal> signalsCompleted(Instant after, Instant until) {
        return signals.values().stream()
                .map(InMemoryPredictionRepository::stored)
                .filter(signal -> signal.completedAt().isAfter(after)
                        && !signal.completedAt().isAfter(until))
                .sorted(Comparator.comparing(StoredSignal::completedAt)
                        .reversed()
                        .thenComparing(StoredSignal::instrument))
                .toList();
    }

    @Override
    public Optional<Instant> newestSignal() {
        return signals.keySet().stream().map(SignalId::completedAt).max(Comparator.naturalOrder());
    }

    private static StoredSignal stored(Signal signal) {
        Optional<Signal.Entry> entry = signal instanceof Signal.Entry found ? Optional.of(found) : Optional.empty();
        Optional<Protection> protection = entry.map(Signal.Entry::protection);
        SignalId id = signal.id();
        return new StoredSignal(
                id.instrument(),
                id.type(),
                id.setUp(),
                id.trading(),
                id.completedAt(),
                signal.price(),
                protection.map(Protection::stop),
                protection.map(Protection::target),
                entry.map(found -> found.confidence().value()),
                entry.map(found -> found.strength().value()),
                protection.map(Protection::riskReward),
                signal.reason(),
                Optional.empty());
    }
}
