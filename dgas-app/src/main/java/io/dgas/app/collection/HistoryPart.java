package io.dgas.app.collection;

import io.dgas.app.logging.RunId;
import io.dgas.app.service.Problems;
import io.dgas.application.collection.jumps.JumpReport;
import io.dgas.application.collection.service.ActionCollection;
import io.dgas.application.collection.service.HistoryCollection;
import io.dgas.application.collection.service.HistoryCycle;
import io.dgas.application.collection.service.MarketPhase;
import io.dgas.application.collection.sweep.SweepWatch;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.application.port.out.collection.CollectionRunRepository.RunKind;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has whatever the ledger has open asked for, and tells what came of it. Used by one thread at a time. */
final class HistoryPart {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryPart.class);

    private static final String ACTIONS = "splits and dividends";
    private static final String UNKNOWN = "unknown symbols";

    /** The ledger is asked what is due no more often. */
    private static final Duration BETWEEN_CYCLES = Duration.ofMinutes(1);

    /** After cycles in vain, one more than the other. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final CollectionParts parts;
    private final Problems problems;
    private final HistoryCycle cycle;
    private final Predicate<Instant> goingOn;
    private Instant next = Instant.MIN;
    private Duration pause = BETWEEN_CYCLES;

    /** @param goingOn whether a cycle under way may go on, now */
    HistoryPart(CollectionParts parts, Problems problems, Predicate<Instant> goingOn) {
        this.parts = parts;
        this.problems = problems;
        this.cycle = parts.history();
        this.goingOn = goingOn;
    }

    void step(Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(BETWEEN_CYCLES);
        MarketPhase phase = MarketPhase.at(parts.grid().calendar(), now);
        RunKind kind = phase == MarketPhase.MARKET_HOURS ? RunKind.BACKFILL : RunKind.SWEEP;
        EnumSet<Timeframe> timeframes = EnumSet.of(Timeframe.D1, interval(phase));
        HistoryCycle.Report report = cycle.run(
                timeframes, new HistoryCollection.Order(kind, parts.settings().historyDays(), false), watch());
        report.actions().ifPresent(learnt -> tell(learnt, now));
        report.runs().forEach(run -> tell(run, now));
        report.jumps().ifPresent(HistoryPart::tell);
        tell(report.unknown(), now);
        pauseAfter(report);
    }

    private SweepWatch watch() {
        return new LoggedWatch(
                RunId.current(), () -> goingOn.test(parts.time().clock().instant()));
    }

    /** A vendor that has nothing for us, be it for the token, the plan or itself, is not asked the same each minute. */
    private void pauseAfter(HistoryCycle.Report report) {
        if (!report.isInVain()) {
            pause = report.isEmpty() ? pause : BETWEEN_CYCLES;
            return;
        }
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        next = parts.time().clock().instant().plus(pause);
    }

    private void tell(SortedSet<Instrument> unknown, Instant now) {
        parts.unknown().are(unknown);
        if (unknown.isEmpty()) {
            problems.end(UNKNOWN);
        } else {
            problems.begin(UNKNOWN, CycleText.of(unknown), now);
        }
    }

    private Timeframe interval(MarketPhase phase) {
        return switch (phase) {
            case MARKET_HOURS -> parts.settings().intervalMarketHours();
            case AFTER_HOURS -> parts.settings().intervalAfterHours();
            case WEEKEND -> parts.settings().intervalWeekends();
        };
    }

    private void tell(ActionCollection.Outcome learnt, Instant now) {
        Map<String, String> failures = learnt.failures();
        failures.entrySet().stream()
                .findFirst()
                .ifPresentOrElse(
                        first -> problems.begin(
                                ACTIONS,
                                failures.size() + " questions failed, " + first.getKey() + ": " + first.getValue(),
                                now),
                        () -> problems.end(ACTIONS));
    }

    private void tell(CollectionRun run, Instant now) {
        String part = "history " + run.timeframe();
        run.error()
                .filter(error -> run.status() != RunStatus.SUCCESS)
                .ifPresentOrElse(error -> problems.begin(part, error, now), () -> problems.end(part));
        if (parts.settings().logCollectionStats()) {
            LOG.info("{} {}", part, RunText.of(run));
        }
    }

    private static void tell(JumpReport jumps) {
        JumpText.of(jumps).forEach(LOG::warn);
    }

    /** How far a cycle is goes to the log, from whichever thread tells it. */
    private record LoggedWatch(Optional<String> run, BooleanSupplier goingOn) implements SweepWatch {

        @Override
        public void report(Progress progress) {
            RunId.markAs(
                    run,
                    () -> LOG.info(
                            "history: {} of {} symbols, {} bars fetched, {} stored",
                            progress.symbols(),
                            progress.total(),
                            progress.barsFetched(),
                            progress.barsStored()));
        }

        @Override
        public boolean goOn() {
            return goingOn.getAsBoolean();
        }
    }
}
