package io.dgas.app.collection;

import io.dgas.app.logging.RunId;
import io.dgas.app.service.Problems;
import io.dgas.app.service.StopSignal;
import io.dgas.domain.market.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks the vendor what it has to be asked: delayed quotes in market hours, and whatever the ledger has open. */
final class VendorLoop implements Runnable {

    private static final Duration STEP = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final CollectionParts parts;
    private final Problems problems;
    private final StopSignal stop;
    private final QuotePart quotes;
    private final HistoryPart history;

    /** @param refused symbols that are not to be had on live trades, now */
    VendorLoop(CollectionParts parts, Problems problems, StopSignal stop, Supplier<Set<Instrument>> refused) {
        this.parts = parts;
        this.problems = problems;
        this.stop = stop;
        this.quotes = new QuotePart(parts, problems, refused);
        this.history = new HistoryPart(parts, problems, now -> !stop.isGiven() && !quotes.isDue(now));
    }

    @Override
    public void run() {
        do {
            attempt("quotes", "asking for delayed quotes", quotes::step);
            attempt("history", "asking for history", history::step);
        } while (!stop.await(STEP));
    }

    /** What fails is tried again a little later; the other part goes on. */
    private void attempt(String run, String part, Consumer<Instant> step) {
        Instant now = parts.time().clock().instant();
        RunId.of(run, now).mark(() -> attempt(part, step, now));
    }

    private void attempt(String part, Consumer<Instant> step, Instant now) {
        try {
            step.accept(now);
            problems.end(part);
        } catch (RuntimeException failed) {
            problems.begin(part, String.valueOf(failed.getMessage()), now);
            stop.await(AFTER_FAILURE);
        }
    }
}
