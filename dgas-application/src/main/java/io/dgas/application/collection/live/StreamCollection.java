package io.dgas.application.collection.live;

import io.dgas.application.port.out.collection.TradeCountRepository.CountedTrades;
import io.dgas.application.port.out.vendor.StreamRemedy;
import io.dgas.application.port.out.vendor.StreamStatus;
import io.dgas.application.port.out.vendor.TradeListener;
import io.dgas.application.port.out.vendor.TradeStream;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Bars from a stream of trades, one step after the other. An instrument counts as followed from some seconds
 * after its subscription on a live connection until that ends or the watchdog holds it to be starved. What closes while an instrument
 * is suspected waits until the suspicion ends. Used by one thread at a time.
 */
public final class StreamCollection implements AutoCloseable {

    private static final Duration RESUMED_AFTER = Duration.ofMinutes(15);

    /** A subscription has been sent and is confirmed by nobody; what is traded on its way is not heard. */
    private static final Duration SUBSCRIBING = Duration.ofSeconds(5);

    private final TradeStream stream;
    private final LiveBars bars;
    private final SlotStore store;
    private final DataWatchdog watchdog;
    private final Session session;
    private final Set<Instrument> followed = new HashSet<>();
    private final Map<Instrument, Instant> lastTrades = new HashMap<>();
    private final Set<Instrument> suspected = new HashSet<>();
    private final HeldBars held = new HeldBars();
    private WatchdogReport watched = WatchdogReport.NOTHING;
    private Instant step = Instant.EPOCH;
    private Instant lastStep = Instant.EPOCH;
    private boolean isOpen;

    /** What is done with the trades. */
    public record Making(LiveBars bars, SlotStore store, DataWatchdog watchdog) {}

    /**
     * Begins to follow the instruments that bars are made of.
     *
     * @param connecting makes the stream that reports to a listener; closed with this
     */
    public StreamCollection(Making making, Session session, Function<TradeListener, TradeStream> connecting) {
        this.bars = making.bars();
        this.store = making.store();
        this.watchdog = making.watchdog();
        this.session = session;
        this.stream = connecting.apply(this::onTrade);
        stream.follow(bars.instruments());
        watchdog.follow(bars.instruments());
    }

    private void onTrade(Instrument instrument, long time, double price, double size, int effect) {
        watchdog.onTrade(instrument);
        lastTrades.put(instrument, step);
        suspected.remove(instrument);
        bars.onTrade(instrument, time, price, size, effect);
    }

    /** Takes in what has come, and closes and stores the bars that are due. To be called several times a second. */
    public void step(Instant now) {
        step = now;
        bars.tell(now);
        stream.tick(now);
        watch(now);
        resume(stream.status(), now);
        follow(stream.status(), now);
        bars.close(now).forEach(slot -> store.add(held.hold(slot, suspected)));
        held.release(suspected, followed).forEach(store::add);
        store.flush();
        lastStep = now;
    }

    /** Silence means something in the session alone. */
    private void watch(Instant now) {
        if (session.contains(now)) {
            if (!isOpen) {
                watchdog.sessionOpened(now);
                isOpen = true;
            }
            watched = watchdog.check(now, stream.status());
            suspected.addAll(watched.suspected().keySet());
            watched.remedies().forEach(stream::heal);
        } else if (isOpen) {
            watchdog.sessionClosed(session.close());
            isOpen = false;
            watched = WatchdogReport.NOTHING;
        }
    }

    /** What the vendor refuses for good it may grant after all a while later; to ask so seldom offends nobody. */
    private void resume(StreamStatus status, Instant now) {
        boolean isDue = status.since()
                .filter(since -> now.isBefore(since.plus(RESUMED_AFTER)))
                .isEmpty();
        if (status.state() == StreamStatus.State.STOPPED && isDue) {
            stream.heal(new StreamRemedy.Reconnect("it was refused a while ago"));
        }
    }

    private void follow(StreamStatus status, Instant now) {
        Set<Instrument> heard = new HashSet<>(isLive(status) ? status.subscribed() : Set.of());
        heard.removeAll(watched.starved().keySet());
        for (Instrument gone : Set.copyOf(followed)) {
            if (!heard.contains(gone)) {
                bars.interrupt(gone, lastGood(gone, status));
                followed.remove(gone);
            }
        }
        for (Instrument instrument : heard) {
            if (followed.add(instrument)) {
                bars.follow(instrument, now.plus(SUBSCRIBING));
            }
        }
    }

    private static boolean isLive(StreamStatus status) {
        return status.state() == StreamStatus.State.LIVE;
    }

    /** Until when nothing was missed: of a starved one its last trade, of a lost connection its last sign of life. */
    private Instant lastGood(Instrument instrument, StreamStatus status) {
        if (watched.starved().containsKey(instrument)) {
            return lastTrades.getOrDefault(instrument, Instant.EPOCH);
        }
        Instant heard = isLive(status) ? lastStep : status.lastHeard().orElse(Instant.EPOCH);
        return heard.isBefore(lastStep) ? heard : lastStep;
    }

    /** How the stream stands as of the last step. */
    public StreamStatus status() {
        return stream.status();
    }

    /** Who is starved or may be, as of the last step. */
    public WatchdogReport watched() {
        return watched;
    }

    /** What was learnt of how often instruments trade, to begin with in the next session. */
    public CountedTrades learnt() {
        return watchdog.learnt();
    }

    /** What became of the trades. */
    public Map<TradeFate, Long> fates() {
        return bars.fates();
    }

    /** Bars that wait to be stored, and why. */
    public SlotStore store() {
        return store;
    }

    /** Ends. A bar whose instrument is still suspected is none. */
    @Override
    public void close() {
        stream.close();
        held.release(Set.of(), Set.of()).forEach(store::add);
        store.flush();
    }
}
