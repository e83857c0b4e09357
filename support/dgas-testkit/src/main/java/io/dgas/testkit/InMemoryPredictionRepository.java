package io.dgas.testkit;

import io.dgas.application.port.out.PredictionRepository;
import io.dgas.application.port.out.notice.Announcement;
import io.dgas.application.port.out.notice.Announcing;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.InForce;
import io.dgas.domain.signal.Protection;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Runs and their signals in memory. */
public final class InMemoryPredictionRepository implements PredictionRepository {

    private final List<PredictionRun> runs = new ArrayList<>();
    private final Map<SignalId, Signal> signals = new LinkedHashMap<>();
    private final Map<SignalId, Integer> runOf = new HashMap<>();
    private final Map<String, Announcement> announcements = new LinkedHashMap<>();

    /** Every run recorded, oldest first. */
    public List<PredictionRun> runs() {
        return List.copyOf(runs);
    }

    /** Every announcement that was new, oldest first. */
    public List<Announcement> announcements() {
        return List.copyOf(announcements.values());
    }

    @Override
    public Recorded record(PredictionRun run, Announcing announcing) {
        runs.add(run);
        List<Signal> issued = run.signals().stream()
                .filter(signal -> signals.putIfAbsent(signal.id(), signal) == null)
                .toList();
        issued.forEach(signal -> runOf.put(signal.id(), runs.size()));
        int before = announcements.size();
        announcing.of(issued).forEach(each -> announcements.putIfAbsent(each.notice() + " on " + each.channel(), each));
        return new Recorded(runs.size(), issued.size(), announcements.size() - before);
    }

    @Override
    public List<OpenEntry> openEntries(Set<Instrument> instruments, Timeframe trading, Instant asOf, long before) {
        return signals.values().stream()
                .filter(Signal.Entry.class::isInstance)
                .map(Signal.Entry.class::cast)
                .filter(entry -> instruments.contains(entry.id().instrument())
                        && entry.id().trading() == trading
                        && entry.id().completedAt().isBefore(asOf)
                        && run(entry) < before
                        && !isEnded(entry.id(), asOf, before))
                .sorted(Comparator.comparing((Signal.Entry entry) -> entry.id().instrument())
                        .thenComparing(entry -> entry.id().completedAt()))
                .map(entry -> new OpenEntry(new InForce(entry.id(), entry.protection()), isAnnounced(entry.id())))
                .toList();
    }

    private int run(Signal signal) {
        return Objects.requireNonNull(runOf.get(signal.id()));
    }

    private boolean isEnded(SignalId entry, Instant asOf, long before) {
        return signals.values().stream()
                .filter(Signal.Exit.class::isInstance)
                .map(Signal.Exit.class::cast)
                .anyMatch(exit ->
                        exit.opened().equals(entry) && !exit.id().completedAt().isAfter(asOf) && run(exit) < before);
    }

    private boolean isAnnounced(SignalId entry) {
        return announcements.values().stream().anyMatch(each -> each.signals().contains(entry));
    }

    @Override
    public List<IssuedSignal> issued(List<Long> ids) {
        List<Signal> stored = List.copyOf(signals.values());
        return ids.stream()
                .filter(id -> id >= 1 && id <= stored.size())
                .map(id -> issued(id, stored.get((int) (id - 1))))
                .toList();
    }

    private IssuedSignal issued(long id, Signal signal) {
        PredictionRun run = runs.get(run(signal) - 1);
        return new IssuedSignal(id, stored(signal), run.timeframes().higher(), run.asOf());
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
