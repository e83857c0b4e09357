package io.dgas.application.collection.live;

import io.dgas.application.collection.health.RunRecord;
import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.BarRepository.StoreReport;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.application.port.out.collection.CollectionRunRepository.RunKind;
import io.dgas.application.port.out.collection.CollectionRunRepository.Symbols;
import io.dgas.application.port.out.collection.CoverageLedger;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/**
 * Stores the bars of closed slots, each slot as a run. What cannot be stored now is kept and tried again; a process that
 * ends in between leaves it to the sweep. Used by one thread at a time.
 */
public final class SlotStore {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Some days of slots: beyond it the oldest are left to the sweep. */
    private static final int MOST_WAITING = 500;

    private final BarRepository bars;
    private final CoverageLedger ledger;
    private final RunRecord runs;
    private final Target target;
    private final InstantSource clock;
    private final Deque<ClosedSlot> waiting = new ArrayDeque<>();
    private Duration pause = FIRST_PAUSE;
    private Instant nextTry = Instant.MIN;
    private Optional<String> failure = Optional.empty();
    private int leftOut;

    /** What is stored, and on which calendar. */
    public record Target(BarSource source, Timeframe timeframe, TradingCalendar calendar) {}

    public SlotStore(BarRepository bars, CoverageLedger ledger, RunRecord runs, Target target, InstantSource clock) {
        this.bars = bars;
        this.ledger = ledger;
        this.runs = runs;
        this.target = target;
        this.clock = clock;
    }

    /** Keeps a slot until it is stored. */
    public void add(ClosedSlot slot) {
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
            leftOut++;
        }
        waiting.addLast(slot);
    }

    /** Stores what waits, oldest first; stops at the first that cannot be stored, to try again after a pause. */
    public void flush() {
        while (!waiting.isEmpty() && !clock.instant().isBefore(nextTry)) {
            try {
                store(waiting.getFirst());
                waiting.removeFirst();
                pause = FIRST_PAUSE;
                failure = Optional.empty();
                leftOut = 0;
            } catch (StorageException failed) {
                failure = Optional.of("bars cannot be stored: " + failed.getMessage());
                nextTry = clock.instant().plus(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** Slots not stored yet. */
    public int waiting() {
        return waiting.size();
    }

    /** Why the last try failed, and what of the bars was left to the sweep since; empty when it did not fail. */
    public Optional<String> problem() {
        return failure.map(
                why -> leftOut == 0 ? why : why + "; the oldest " + leftOut + " slots are left to the sweep");
    }

    private void store(ClosedSlot slot) {
        Instant started = clock.instant();
        StoreReport stored = slot.bars().isEmpty()
                ? new StoreReport(0, 0, 0, 0)
                : bars.store(new BarBatch(target.source(), started, slot.bars()));
        LocalDate date =
                target.calendar().dateOf(Instant.ofEpochSecond(slot.slot().tradingFrom()));
        ledger.recount(LedgerScope.of(target.timeframe(), new DateRange(date, date)));
        runs.add(run(slot, stored, started));
    }

    private CollectionRun run(ClosedSlot slot, StoreReport stored, Instant started) {
        int requested =
                slot.bars().size() + slot.silent().size() + slot.interrupted().size();
        int failed = slot.interrupted().size();
        RunStatus status = failed == 0 ? RunStatus.SUCCESS : failed < requested ? RunStatus.PARTIAL : RunStatus.FAILED;
        Optional<String> error = failed == 0
                ? Optional.empty()
                : Optional.of(failed + " of " + requested + " symbols were not followed through the whole bar");
        return new CollectionRun(
                started,
                RunKind.LIVE,
                target.timeframe(),
                status,
                new Symbols(requested, slot.bars().size(), failed),
                slot.bars().size(),
                stored.inserted() + stored.revised(),
                0,
                Duration.between(started, clock.instant()),
                error,
                new SlotDetail(
                                target.source(),
                                Instant.ofEpochSecond(slot.slot().openTime()),
                                Set.copyOf(slot.silent()))
                        .detail());
    }
}
