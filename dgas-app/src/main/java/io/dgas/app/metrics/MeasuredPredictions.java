package io.dgas.app.metrics;

import io.dgas.app.output.Words;
import io.dgas.application.port.out.PredictionRepository;
import io.dgas.application.port.out.notice.Announcing;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts runs and their signals, and measures their phases. */
record MeasuredPredictions(PredictionRepository predictions, Measured measured) implements PredictionRepository {

    @Override
    public Recorded record(PredictionRun run, Announcing announcing) {
        long begun = System.nanoTime();
        Recorded recorded = predictions.record(run, announcing);
        Duration recording = Duration.ofNanos(System.nanoTime() - begun);
        measured.count("dgas.cycles", 1, "status", Words.of(run.status()));
        run.phases().forEach((phase, took) -> measured.time("dgas.cycle.phase", took, "phase", phase));
        measured.time("dgas.cycle.phase", recording, "phase", "record");
        measured.count("dgas.signals.issued", recorded.newSignals());
        measured.count("dgas.notices.announced", recorded.announced());
        measured.set("dgas.cycle.symbols", run.symbolsProcessed(), "outcome", "decided");
        measured.set("dgas.cycle.symbols", run.errorCount(), "outcome", "without_data");
        run.tick().ifPresent(tick -> measured.set("dgas.cycle.last.tick.timestamp.seconds", tick.toEpochMilli() / 1e3));
        return recorded;
    }

    @Override
    public List<OpenEntry> openEntries(Set<Instrument> instruments, Timeframe trading, Instant asOf, long before) {
        return predictions.openEntries(instruments, trading, asOf, before);
    }

    @Override
    public List<IssuedSignal> issued(List<Long> ids) {
        return predictions.issued(ids);
    }

    @Override
    public List<StoredSignal> signalsCompleted(Instant after, Instant until) {
        return predictions.signalsCompleted(after, until);
    }

    @Override
    public Optional<Instant> newestSignal() {
        return predictions.newestSignal();
    }
}
