package io.dgas.simulator.tape;

import io.dgas.simulator.market.MinuteBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Trades added up to minute bars by the vendor's conditions. */
public final class MinuteSums {

    private static final class Sum {

        private @Nullable Trade first;
        private @Nullable Trade last;
        private double high = Double.NEGATIVE_INFINITY;
        private double low = Double.POSITIVE_INFINITY;
        private long volume;

        void add(Trade trade) {
            if (trade.movesLast()) {
                first = first == null || trade.stampMillis() < first.stampMillis() ? trade : first;
                last = last == null || trade.stampMillis() > last.stampMillis() ? trade : last;
            }
            if (trade.movesHighLow()) {
                high = Math.max(high, trade.price());
                low = Math.min(low, trade.price());
            }
            volume += trade.countedVolume();
        }
    }

    private MinuteSums() {}

    /** Bars by the minute in which the trades were made, whatever their order; none where no trade is a last price. */
    public static List<MinuteBar> of(List<TimedTrade> trades) {
        Map<Long, Sum> sums = new TreeMap<>();
        for (TimedTrade timed : trades) {
            long minute = Math.floorDiv(timed.trade().stampMillis(), 60_000L) * 60;
            sums.computeIfAbsent(minute, none -> new Sum()).add(timed.trade());
        }
        List<MinuteBar> bars = new ArrayList<>();
        sums.forEach((minute, sum) -> {
            if (sum.first != null && sum.last != null) {
                bars.add(new MinuteBar(minute, sum.first.price(), sum.high, sum.low, sum.last.price(), sum.volume));
            }
        });
        return bars;
    }
}
