package io.dgas.application.collection.live;

import static io.dgas.application.port.out.vendor.TradeEffect.HIGH_LOW;
import static io.dgas.application.port.out.vendor.TradeEffect.LAST;
import static io.dgas.application.port.out.vendor.TradeEffect.VOLUME;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bars of one slot while it is open, as columns by instrument. */
final class SlotBars {

    private final Slot slot;
    private final Timeframe timeframe;
    private final List<Instrument> instruments;
    private final boolean[] interrupted;
    /** When the trades of open and close were made; where there is none, a time that any trade replaces. */
    private final long[] openedAt;

    private final long[] lastAt;
    private final double[] opens;
    private final double[] highs;
    private final double[] lows;
    private final double[] closes;
    private final double[] volumes;

    SlotBars(Slot slot, Timeframe timeframe, List<Instrument> instruments) {
        this.slot = slot;
        this.timeframe = timeframe;
        this.instruments = instruments;
        int size = instruments.size();
        interrupted = new boolean[size];
        openedAt = new long[size];
        lastAt = new long[size];
        opens = new double[size];
        highs = new double[size];
        lows = new double[size];
        closes = new double[size];
        volumes = new double[size];
        Arrays.fill(openedAt, Long.MAX_VALUE);
        Arrays.fill(lastAt, Long.MIN_VALUE);
        Arrays.fill(lows, Double.POSITIVE_INFINITY);
    }

    Slot slot() {
        return slot;
    }

    /** An instrument followed from this epoch second on has a bar only if that is no later than its trading began. */
    void cover(int instrument, long from) {
        interrupted[instrument] |= from > slot.tradingFrom();
    }

    void interrupt(int instrument) {
        interrupted[instrument] = true;
    }

    TradeFate add(int instrument, long epochMilli, double price, double size, int effect) {
        if ((effect & VOLUME) != 0) {
            volumes[instrument] += size;
        }
        if ((effect & HIGH_LOW) != 0) {
            highs[instrument] = Math.max(highs[instrument], price);
            lows[instrument] = Math.min(lows[instrument], price);
        }
        if ((effect & LAST) != 0) {
            last(instrument, epochMilli, price);
        }
        if ((effect & (HIGH_LOW | LAST)) != 0) {
            return TradeFate.APPLIED;
        }
        return (effect & VOLUME) != 0 ? TradeFate.VOLUME_ONLY : TradeFate.EXCLUDED;
    }

    /** Of trades with one time stamp, the one that arrived first is the open, the one that arrived last the close. */
    private void last(int instrument, long epochMilli, double price) {
        if (epochMilli < openedAt[instrument]) {
            openedAt[instrument] = epochMilli;
            opens[instrument] = price;
        }
        if (epochMilli >= lastAt[instrument]) {
            lastAt[instrument] = epochMilli;
            closes[instrument] = price;
        }
    }

    ClosedSlot closed() {
        List<BarSeries> bars = new ArrayList<>();
        List<Instrument> silent = new ArrayList<>();
        List<Instrument> partial = new ArrayList<>();
        for (int index = 0; index < instruments.size(); index++) {
            if (interrupted[index]) {
                partial.add(instruments.get(index));
            } else if (openedAt[index] == Long.MAX_VALUE) {
                silent.add(instruments.get(index));
            } else {
                bars.add(bar(index));
            }
        }
        return new ClosedSlot(slot, bars, silent, partial);
    }

    /** The open or close of a trade that may not be a high or low would lie outside of them; the vendor's codes have none. */
    private BarSeries bar(int index) {
        double high = Math.max(highs[index], Math.max(opens[index], closes[index]));
        double low = Math.min(lows[index], Math.min(opens[index], closes[index]));
        return BarSeries.builder(new BarKey(instruments.get(index), timeframe), 1)
                .add(
                        slot.openTime(),
                        slot.closeTime(),
                        opens[index],
                        high,
                        low,
                        closes[index],
                        volumes[index],
                        slot.isShort())
                .build();
    }
}
