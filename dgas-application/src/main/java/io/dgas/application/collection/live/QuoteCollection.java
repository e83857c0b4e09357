package io.dgas.application.collection.live;

import io.dgas.application.port.out.vendor.DelayedQuote;
import io.dgas.application.port.out.vendor.DelayedQuotes;
import io.dgas.application.port.out.vendor.TradeEffect;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorAnswer.Failure;
import io.dgas.application.port.out.vendor.VendorQuotes;
import io.dgas.domain.market.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Bars from delayed quotes, for the instruments beyond the stream. A bar is made of the last prices that the rounds within
 * it saw and has no volume: its open, high and low may have been missed, which its source says. Used by one thread at a
 * time.
 */
public final class QuoteCollection {

    /** A quote is at most so late. */
    public static final Duration DELAY = Duration.ofMinutes(20);

    private final VendorQuotes quotes;
    private final LiveBars bars;
    private final SlotStore store;
    private final Duration rhythm;
    private final Map<Instrument, Instant> lastRound = new HashMap<>();

    /**
     * Asks in rounds.
     *
     * @param rhythm from one round to the next; two that fail in a row interrupt a bar
     */
    public QuoteCollection(VendorQuotes quotes, LiveBars bars, SlotStore store, Duration rhythm) {
        this.quotes = quotes;
        this.bars = bars;
        this.store = store;
        this.rhythm = rhythm;
    }

    /**
     * One round.
     *
     * @return why, for each instrument that could not be asked for
     */
    public Map<Instrument, String> round(Instant now) {
        bars.tell(now);
        Map<Instrument, String> failures = new TreeMap<>();
        Optional<Failure> ended = Optional.empty();
        List<Instrument> all = bars.instruments();
        for (int from = 0; from < all.size(); from += VendorQuotes.LARGEST_BATCH) {
            List<Instrument> batch = all.subList(from, Math.min(from + VendorQuotes.LARGEST_BATCH, all.size()));
            Optional<Failure> failure = ended.isPresent() ? ended : ask(batch, now);
            failure.ifPresent(failed -> batch.forEach(instrument -> failures.put(instrument, failed.why())));
            ended = failure.filter(Failure::endsAsking);
        }
        return failures;
    }

    private Optional<Failure> ask(List<Instrument> batch, Instant now) {
        VendorAnswer<DelayedQuotes> answer = quotes.delayed(batch);
        Optional<Failure> failure = answer.failure();
        if (failure.isEmpty()) {
            batch.forEach(instrument -> heardOf(instrument, now));
        }
        if (answer instanceof VendorAnswer.Data<DelayedQuotes> data) {
            data.value().quotes().forEach(this::take);
        }
        return failure;
    }

    private void heardOf(Instrument instrument, Instant now) {
        Instant last = lastRound.put(instrument, now);
        if (last == null || Duration.between(last, now).compareTo(rhythm.multipliedBy(2)) > 0) {
            bars.interrupt(instrument, last == null ? Instant.EPOCH : last.minus(DELAY));
            bars.follow(instrument, now.minus(DELAY));
        }
    }

    /** The same quote again is a trade reported twice, which the bars leave out. */
    private void take(DelayedQuote quote) {
        bars.onTrade(quote.instrument(), quote.time() * 1_000, quote.last(), 0, TradeEffect.ALL);
    }

    /** Closes and stores the bars that are due, whether or not there was a round. */
    public void close(Instant now) {
        bars.close(now).forEach(store::add);
        store.flush();
    }

    /** Bars that wait to be stored, and why. */
    public SlotStore store() {
        return store;
    }
}
