package io.dgas.application.collection.live;

import io.dgas.application.port.out.vendor.StreamStatus;
import io.dgas.application.port.out.vendor.TradeStream;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Bars from a stream of trades, one step after the other. An instrument counts as followed from the step after which it
 * is subscribed on a live connection until that ends. Used by one thread at a time.
 */
public final class StreamCollection {

    private final TradeStream stream;
    private final LiveBars bars;
    private final SlotStore store;
    private final Set<Instrument> followed = new HashSet<>();
    private Instant lastStep = Instant.EPOCH;

    /** {@code bars} is the listener of {@code stream}. */
    public StreamCollection(TradeStream stream, LiveBars bars, SlotStore store) {
        this.stream = stream;
        this.bars = bars;
        this.store = store;
    }

    /** Takes in what has come, and closes and stores the bars that are due. To be called several times a second. */
    public void step(Instant now) {
        bars.tell(now);
        stream.tick(now);
        follow(stream.status(), now);
        bars.close(now).forEach(store::add);
        store.flush();
        lastStep = now;
    }

    private void follow(StreamStatus status, Instant now) {
        Set<Instrument> subscribed = status.state() == StreamStatus.State.LIVE ? status.subscribed() : Set.of();
        Instant lastGood = status.lastData().filter(lastStep::isAfter).orElse(lastStep);
        for (Instrument gone : Set.copyOf(followed)) {
            if (!subscribed.contains(gone)) {
                bars.interrupt(gone, lastGood);
                followed.remove(gone);
            }
        }
        for (Instrument instrument : subscribed) {
            if (followed.add(instrument)) {
                bars.follow(instrument, now);
            }
        }
    }

    /** Trades of these may have been missed since each one's time: a watchdog says so. */
    public void missed(Instrument instrument, Instant since) {
        if (followed.remove(instrument)) {
            bars.interrupt(instrument, since);
        }
    }
}
