package io.dgas.application.overview;

import io.dgas.application.collection.health.FreshnessCheck;
import io.dgas.application.collection.health.FreshnessReport;
import io.dgas.application.collection.health.SymbolFreshness;
import io.dgas.application.collection.health.SymbolFreshness.Level;
import io.dgas.application.port.in.DataAge;
import io.dgas.application.port.out.PredictionRepository;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.PredictionRuns;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.application.port.out.collection.BarFigures.NewestBar;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the newest of what was recorded. Throws {@link io.dgas.application.port.out.StorageException}. */
public record OverviewReader(PredictionRuns runs, PredictionRepository predictions, FreshnessCheck freshness) {

    private static final int CYCLES = 100;
    private static final int SIGNALS = 30;

    /** Signals of a day stand together, however long ago that was. */
    private static final Duration DAY = Duration.ofDays(1);

    /** Those of the newest day that has any, newest first. */
    public List<StoredSignal> signals() {
        return predictions
                .newestSignal()
                .map(newest -> predictions.signalsCompleted(newest.minus(DAY), newest))
                .orElse(List.of())
                .stream()
                .limit(SIGNALS)
                .toList();
    }

    /** Those of the newest day of the exchange that has any, newest first. */
    public List<RecordedRun> cycles() {
        List<RecordedRun> newest = runs.since(Instant.EPOCH, CYCLES);
        return newest.stream()
                .filter(run -> date(run).equals(date(newest.getFirst())))
                .toList();
    }

    private LocalDate date(RecordedRun run) {
        return calendar().dateOf(run.tick().orElse(run.runAt()));
    }

    private TradingCalendar calendar() {
        return freshness.rule().expected().grid().calendar();
    }

    public DataAge dataAge(Instant now) {
        FreshnessReport report = freshness.at(now);
        return new DataAge(
                now,
                freshness.rule().expected().timeframe(),
                newestClose(report),
                report.counts().getOrDefault(Level.FRESH, 0),
                report.symbols().size());
    }

    private Optional<Instant> newestClose(FreshnessReport report) {
        return report.symbols().values().stream()
                .map(SymbolFreshness::newest)
                .flatMap(Optional::stream)
                .map(NewestBar::openTime)
                .max(Comparator.naturalOrder())
                .map(open -> Instant.ofEpochSecond(calendar()
                        .closeOfBar(
                                open.getEpochSecond(),
                                freshness.rule().expected().timeframe())));
    }
}
