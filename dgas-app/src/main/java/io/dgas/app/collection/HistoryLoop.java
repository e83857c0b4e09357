package io.dgas.app.collection;

import io.dgas.application.collection.jumps.JumpReport;
import io.dgas.application.collection.live.QuoteCollection;
import io.dgas.application.collection.service.ActionCollection;
import io.dgas.application.collection.service.HistoryCollection;
import io.dgas.application.collection.service.MarketPhase;
import io.dgas.application.collection.sweep.SweepWatch;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.application.port.out.collection.CollectionRunRepository.RunKind;
import io.dgas.application.port.out.collection.QuarantineRepository;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the vendor what it has to be asked: delayed quotes in market hours, and whatever the ledger has open. */
final class HistoryLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryLoop.class);

    private static final String QUOTES = "delayed quotes";
    private static final String HISTORY = "history";
    private static final String ACTIONS = "splits and dividends";
    private static final Duration STEP = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    /** The ledger is asked what is due no more often. */
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final CollectionParts parts;
    private final Problems problems;
    private final StopSignal stop;
    private final Map<Timeframe, HistoryCollection> histories = new EnumMap<>(Timeframe.class);
    private @Nullable ActionCollection actions;
    private @Nullable QuoteCollection quotes;
    private Instant nextRound = Instant.MIN;
    private Instant nextSweep = Instant.MIN;

    HistoryLoop(CollectionParts parts, Problems problems, StopSignal stop) {
        this.parts = parts;
        this.problems = problems;
        this.stop = stop;
    }

    @Override
    public void run() {
        while (!stop.isGiven()) {
            attempt(QUOTES, this::quote);
            attempt(HISTORY, this::sweep);
            stop.await(STEP);
        }
    }

    private void attempt(String part, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            problems.begin(part, String.valueOf(failed.getMessage()), now());
            stop.await(AFTER_FAILURE);
        }
    }

    private Instant now() {
        return parts.time().clock().instant();
    }

    private void quote() {
        Instant now = now();
        if (!areQuotesOn(now)) {
            quotes = null;
            return;
        }
        QuoteCollection current = quotes;
        if (current == null) {
            List<Instrument> quoted = parts.universe().quoted();
            if (quoted.isEmpty()) {
                return;
            }
            current = parts.quotes(quoted);
            quotes = current;
            nextRound = now;
        }
        if (!now.isBefore(nextRound)) {
            nextRound = now.plus(parts.rhythm());
            tell(current.round(now));
        }
        current.close(now());
    }

    private void tell(Map<Instrument, String> failures) {
        if (failures.isEmpty()) {
            problems.end(QUOTES);
        } else {
            Map.Entry<Instrument, String> first = failures.entrySet().iterator().next();
            problems.begin(
                    QUOTES,
                    failures.size() + " symbols could not be asked for, " + first.getKey() + ": " + first.getValue(),
                    now());
        }
    }

    private boolean areQuotesOn(Instant now) {
        Duration after = QuoteCollection.DELAY.plus(parts.rhythm()).plus(BETWEEN_SWEEPS);
        Optional<Session> session =
                parts.grid().calendar().sessionOn(parts.grid().calendar().dateOf(now));
        return session.filter(today -> !now.isBefore(today.open()))
                .filter(today -> now.isBefore(today.close().plus(after)))
                .isPresent();
    }

    private void sweep() {
        Instant now = now();
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(BETWEEN_SWEEPS);
        MarketPhase phase = MarketPhase.at(parts.grid().calendar(), now);
        learnActions(phase);
        RunKind kind = phase == MarketPhase.MARKET_HOURS ? RunKind.BACKFILL : RunKind.SWEEP;
        for (Timeframe timeframe : List.of(Timeframe.D1, interval(phase))) {
            histories
                    .computeIfAbsent(timeframe, parts::history)
                    .run(kind, parts.settings().historyDays(), untilQuotesAreDue())
                    .ifPresent(this::tell);
        }
    }

    /** Before daily bars, whose volumes are undone by the splits known. */
    private void learnActions(MarketPhase phase) {
        ActionCollection current = actions;
        if (current == null) {
            current = parts.actions(interval(phase));
            actions = current;
        }
        Optional<ActionCollection.Outcome> learnt = current.run(parts.settings().historyDays(), now());
        if (learnt.isPresent()) {
            tell(learnt.get());
            tell(current.watchJumps(now()));
        }
    }

    private void tell(ActionCollection.Outcome learnt) {
        if (learnt.failures().isEmpty()) {
            problems.end(ACTIONS);
        } else {
            Map.Entry<String, String> first =
                    learnt.failures().entrySet().iterator().next();
            problems.begin(
                    ACTIONS,
                    learnt.failures().size() + " questions failed, " + first.getKey() + ": " + first.getValue(),
                    now());
        }
    }

    private void tell(JumpReport jumps) {
        jumps.opened()
                .forEach(quarantine ->
                        LOG.warn("{} is set aside: {}", quarantine.jump().instrument(), quarantine.reason()));
        jumps.lifted()
                .forEach(quarantine -> LOG.warn(
                        "{} is taken back: {}",
                        quarantine.jump().instrument(),
                        quarantine
                                .lifted()
                                .map(QuarantineRepository.Lifting::why)
                                .orElse("")));
        jumps.contradictions().forEach((instrument, why) -> LOG.warn("{}: {}", instrument, why));
    }

    private Timeframe interval(MarketPhase phase) {
        return switch (phase) {
            case MARKET_HOURS -> parts.settings().intervalMarketHours();
            case AFTER_HOURS -> parts.settings().intervalAfterHours();
            case WEEKEND -> parts.settings().intervalWeekends();
        };
    }

    private SweepWatch untilQuotesAreDue() {
        return new SweepWatch() {
            @Override
            public void report(Progress progress) {
                LOG.info(
                        "history: {} of {} symbols, {} bars fetched, {} stored",
                        progress.symbols(),
                        progress.total(),
                        progress.barsFetched(),
                        progress.barsStored());
            }

            @Override
            public boolean goOn() {
                return !stop.isGiven() && (quotes == null || now().isBefore(nextRound));
            }
        };
    }

    private void tell(CollectionRun run) {
        if (run.error().isPresent()) {
            problems.begin(HISTORY, run.error().get(), now());
        } else {
            problems.end(HISTORY);
        }
        if (parts.settings().logCollectionStats()) {
            LOG.warn(
                    "{} {}: {} of {} symbols, {} bars fetched, {} stored, {} calls",
                    run.kind(),
                    run.status(),
                    run.symbols().updated(),
                    run.symbols().requested(),
                    run.barsFetched(),
                    run.barsStored(),
                    run.callsUsed());
        }
    }
}
