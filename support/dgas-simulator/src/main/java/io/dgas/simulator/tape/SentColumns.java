package io.dgas.simulator.tape;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** One symbol's sent trades of one UTC day, as columns, in the order in which they were sent. */
final class SentColumns {

    private static final int FIRST_CAPACITY = 64;
    private static final int LOOK_BACK_MILLIS = 600_000;

    private final long midnightMillis;
    private int size;
    private int[] stamps = new int[FIRST_CAPACITY];
    private int[] delays = new int[FIRST_CAPACITY];
    private double[] prices = new double[FIRST_CAPACITY];
    private long[] volumes = new long[FIRST_CAPACITY];
    private Conditions[] conditions = new Conditions[FIRST_CAPACITY];
    private boolean[] open = new boolean[FIRST_CAPACITY];

    SentColumns(LocalDate date) {
        this.midnightMillis = date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** False for a trade that is here already. */
    boolean add(Trade trade, long sentMillis) {
        int stamp = (int) (trade.stampMillis() - midnightMillis);
        if (contains(stamp, trade)) {
            return false;
        }
        grow();
        stamps[size] = stamp;
        delays[size] = (int) Math.min(Integer.MAX_VALUE, sentMillis - trade.stampMillis());
        prices[size] = trade.price();
        volumes[size] = trade.volume();
        conditions[size] = trade.conditions();
        open[size] = trade.status() == MarketStatus.OPEN;
        size++;
        return true;
    }

    void addTo(String symbol, List<TimedTrade> trades) {
        for (int index = 0; index < size; index++) {
            long stamp = midnightMillis + stamps[index];
            MarketStatus status = open[index] ? MarketStatus.OPEN : MarketStatus.EXTENDED_HOURS;
            Trade trade = new Trade(symbol, prices[index], conditions[index], volumes[index], status, stamp);
            trades.add(new TimedTrade(trade, stamp + delays[index]));
        }
    }

    /** Looks no further back than a trade of ten minutes before, for trades come nearly in the order of their making. */
    private boolean contains(int stamp, Trade trade) {
        for (int index = size - 1; index >= 0 && stamps[index] > stamp - LOOK_BACK_MILLIS; index--) {
            if (stamps[index] == stamp && volumes[index] == trade.volume() && prices[index] == trade.price()) {
                return true;
            }
        }
        return false;
    }

    private void grow() {
        if (size == stamps.length) {
            stamps = Arrays.copyOf(stamps, 2 * size);
            delays = Arrays.copyOf(delays, 2 * size);
            prices = Arrays.copyOf(prices, 2 * size);
            volumes = Arrays.copyOf(volumes, 2 * size);
            conditions = Arrays.copyOf(conditions, 2 * size);
            open = Arrays.copyOf(open, 2 * size);
        }
    }
}
