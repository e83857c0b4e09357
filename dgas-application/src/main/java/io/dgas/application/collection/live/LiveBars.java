package io.dgas.application.collection.live;

import io.dgas.application.port.out.vendor.TradeListener;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes bars of trades as they arrive, for many instruments on one timeframe.
 *
 * <ul>
 *   <li>Bars lie on the session's grid. A trade belongs to the bar of its own time stamp, in whatever order trades arrive:
 *       the open is the trade stamped first, the close the one stamped last.
 *   <li>A bar closes once, a grace after its end. A trade that comes later is counted and changes nothing.
 *   <li>An instrument that was not followed from a slot's beginning to its end gets no bar in it.
 *   <li>No bar is made without a trade that may be an open.
 * </ul>
 *
 * <p>Time is told by {@link #tell} and {@link #close} alone; before, every trade is ahead of the clock. Used by one
 * thread at a time.
 */
public final class LiveBars implements TradeListener {

    /** So many trades of an instrument are remembered to know one that is sent again. */
    private static final int REMEMBERED = 16;

    private final List<Instrument> instruments;
    private final Map<Instrument, Integer> places = new HashMap<>();
    private final Grid grid;
    private final LiveRules rules;
    /** Slots that have not closed, oldest first: the one under way, and those before it that wait for late trades. */
    private final List<SlotBars> slots = new ArrayList<>(2);

    private final long[] coveredFrom;
    private final long[] remembered;
    private final byte[] nextRemembered;
    private final Map<TradeFate, long[]> fates = new EnumMap<>(TradeFate.class);
    private long now = Long.MIN_VALUE;
    /** What opens before this epoch second is closed. */
    private long closedUntil = Long.MIN_VALUE;

    /** For these instruments, none of which is followed yet. */
    public LiveBars(List<Instrument> instruments, Grid grid, LiveRules rules) {
        this.instruments = List.copyOf(instruments);
        for (Instrument instrument : instruments) {
            places.put(instrument, places.size());
        }
        this.grid = grid;
        this.rules = rules;
        this.coveredFrom = new long[instruments.size()];
        this.remembered = new long[instruments.size() * REMEMBERED];
        this.nextRemembered = new byte[instruments.size()];
        Arrays.fill(coveredFrom, Long.MAX_VALUE);
        for (TradeFate fate : TradeFate.values()) {
            fates.put(fate, new long[1]);
        }
    }

    public List<Instrument> instruments() {
        return instruments;
    }

    /** From this time on every trade of the instrument arrives. */
    public void follow(Instrument instrument, Instant from) {
        int place = place(instrument);
        coveredFrom[place] = from.getEpochSecond();
        slots.forEach(slot -> slot.cover(place, coveredFrom[place]));
    }

    /** Trades of the instrument after this time were missed, or may have been. */
    public void interrupt(Instrument instrument, Instant after) {
        int place = place(instrument);
        coveredFrom[place] = Long.MAX_VALUE;
        slots.stream()
                .filter(slot -> slot.slot().closeTime() > after.getEpochSecond())
                .forEach(slot -> slot.interrupt(place));
    }

    private int place(Instrument instrument) {
        Integer place = places.get(instrument);
        if (place == null) {
            throw new IllegalArgumentException(instrument + " is not among the instruments that bars are made of");
        }
        return place;
    }

    @Override
    public void onTrade(Instrument instrument, long time, double price, double size, int effect) {
        count(fateOf(place(instrument), time, price, size, effect));
    }

    private void count(TradeFate fate) {
        Objects.requireNonNull(fates.get(fate))[0]++;
    }

    private TradeFate fateOf(int instrument, long epochMilli, double price, double size, int effect) {
        if (!(price > 0 && size >= 0 && price < Double.POSITIVE_INFINITY && size < Double.POSITIVE_INFINITY)) {
            return TradeFate.IMPOSSIBLE;
        }
        if (isAhead(epochMilli)) {
            return TradeFate.AHEAD;
        }
        SlotBars slot = slotOf(Math.floorDiv(epochMilli, 1_000));
        if (slot == null) {
            return isClosed(epochMilli) ? TradeFate.LATE : TradeFate.OUTSIDE_SESSION;
        }
        if (isRepeated(instrument, fingerprint(epochMilli, price, size))) {
            return TradeFate.REPEATED;
        }
        return slot.add(instrument, epochMilli, price, size, effect);
    }

    private boolean isAhead(long epochMilli) {
        return now == Long.MIN_VALUE || epochMilli > now + rules.ahead().toMillis();
    }

    private @Nullable SlotBars slotOf(long second) {
        for (int newest = slots.size() - 1; newest >= 0; newest--) {
            if (slots.get(newest).slot().contains(second)) {
                return slots.get(newest);
            }
        }
        return grid.slotAt(second, rules.timeframe())
                .filter(slot -> slot.openTime() >= closedUntil)
                .map(this::opened)
                .orElse(null);
    }

    /** A slot begins with the first trade in it, which may come after one of a later slot. */
    private SlotBars opened(Slot slot) {
        SlotBars bars = covered(slot);
        int place = slots.size();
        while (place > 0 && slots.get(place - 1).slot().openTime() > slot.openTime()) {
            place--;
        }
        slots.add(place, bars);
        return bars;
    }

    private SlotBars covered(Slot slot) {
        SlotBars bars = new SlotBars(slot, rules.timeframe(), instruments);
        for (int place = 0; place < coveredFrom.length; place++) {
            bars.cover(place, coveredFrom[place]);
        }
        return bars;
    }

    private boolean isClosed(long epochMilli) {
        return grid.slotAt(Math.floorDiv(epochMilli, 1_000), rules.timeframe()).isPresent();
    }

    private static long fingerprint(long epochMilli, double price, double size) {
        long mixed = epochMilli * 0x9E37_79B9_7F4A_7C15L + Double.doubleToRawLongBits(price);
        return (mixed ^ mixed >>> 29) * 0xBF58_476D_1CE4_E5B9L + Double.doubleToRawLongBits(size);
    }

    /** Two trades of one instrument alike in time, price and size within a few are one that was sent twice. */
    private boolean isRepeated(int instrument, long fingerprint) {
        int from = instrument * REMEMBERED;
        for (int place = from; place < from + REMEMBERED; place++) {
            if (remembered[place] == fingerprint) {
                return true;
            }
        }
        remembered[from + nextRemembered[instrument]] = fingerprint;
        nextRemembered[instrument] = (byte) ((nextRemembered[instrument] + 1) % REMEMBERED);
        return false;
    }

    /** Tells the time and closes nothing: trades that arrived before may still have to be reported. */
    public void tell(Instant time) {
        now = Math.max(now, time.toEpochMilli());
        if (closedUntil == Long.MIN_VALUE) {
            closedUntil =
                    grid.slotAt(due(), rules.timeframe()).map(Slot::openTime).orElse(due());
        }
    }

    /** What ended by then, an epoch second, has had its grace. */
    private long due() {
        return Math.floorDiv(now - rules.grace().toMillis(), 1_000);
    }

    /**
     * Tells the time and closes the bars whose grace is over.
     *
     * @return the slots closed, oldest first, each once; also those in which nothing was traded
     */
    public List<ClosedSlot> close(Instant time) {
        tell(time);
        List<ClosedSlot> closed = new ArrayList<>();
        Optional<Slot> next = grid.slotFrom(closedUntil, rules.timeframe());
        while (next.isPresent() && next.get().closeTime() <= due()) {
            closed.add(closed(next.get()));
            closedUntil = next.get().closeTime();
            next = grid.slotFrom(closedUntil, rules.timeframe());
        }
        return closed;
    }

    private ClosedSlot closed(Slot slot) {
        boolean hasTrades = !slots.isEmpty() && slots.getFirst().slot().equals(slot);
        return (hasTrades ? slots.removeFirst() : covered(slot)).closed();
    }

    /** How many trades met each fate since the beginning. */
    public Map<TradeFate, Long> fates() {
        Map<TradeFate, Long> counts = new EnumMap<>(TradeFate.class);
        fates.forEach((fate, count) -> counts.put(fate, count[0]));
        return counts;
    }
}
