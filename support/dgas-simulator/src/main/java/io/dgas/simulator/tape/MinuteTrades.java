package io.dgas.simulator.tape;

import io.dgas.simulator.market.MinuteBar;
import io.dgas.simulator.market.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The trades of one minute. Those that may move the price touch exactly its open, high, low and close; others lie beside
 * them under codes that keep them out. Each is made in a second of its own. Together they are about a tenth of the minute's
 * volume, the share of one venue.
 */
final class MinuteTrades {

    /** Codes of trades that move nothing but volume, during the session and outside it. */
    private static final List<Conditions> EXCLUDED = List.of(
            Conditions.of(37),
            Conditions.of(14, 37, 41),
            Conditions.of(12),
            Conditions.of(2),
            Conditions.of(52),
            Conditions.of(20, 41));

    private static final List<Conditions> EXCLUDED_OUTSIDE = List.of(Conditions.of(12, 37), Conditions.of(14, 37, 41));

    /** Codes that keep a trade from being the last price, though not from the high and the low. */
    private static final List<Conditions> NOT_LAST =
            List.of(Conditions.of(10), Conditions.of(22, 41), Conditions.of(33));

    private static final List<Conditions> HARMLESS = List.of(Conditions.NONE, Conditions.of(14, 41), Conditions.of(41));
    private static final Conditions OFFICIAL_OPEN = Conditions.of(16);
    private static final Conditions OFFICIAL_CLOSE = Conditions.of(15);

    private static final int SECONDS = 60;
    private static final int SHARE = 10;

    private record Print(double price, Conditions conditions) {}

    private final String symbol;
    private final Session session;
    private final long seed;

    MinuteTrades(String symbol, Session session, long seed) {
        this.symbol = symbol;
        this.session = session;
        this.seed = seed;
    }

    void add(MinuteBar bar, List<TimedTrade> trades) {
        SplittableRandom random = new SplittableRandom((seed * 31 + symbol.hashCode()) * 1_000_003 + bar.openSecond());
        boolean regular = session.isRegular(bar.openSecond());
        List<Print> prints = path(bar, regular, random);
        addExcluded(bar, regular, prints, random);
        addOfficial(bar, prints);
        long[] volumes = volumes(bar, prints.size(), random);
        int[] seconds = seconds(prints.size(), random);
        MarketStatus status = regular ? MarketStatus.OPEN : MarketStatus.EXTENDED_HOURS;
        for (int index = 0; index < prints.size(); index++) {
            Print print = prints.get(index);
            long stamp = (bar.openSecond() + seconds[index]) * 1_000 + random.nextInt(1_000);
            Trade trade = new Trade(symbol, print.price, print.conditions, volumes[index], status, stamp);
            trades.add(new TimedTrade(trade, stamp + latency(random)));
        }
    }

    /** The prints that make the bar: its open first, its close last, its high and low between where they are neither. */
    private static List<Print> path(MinuteBar bar, boolean regular, SplittableRandom random) {
        List<Double> prices = new ArrayList<>();
        prices.add(bar.open());
        boolean highFirst = random.nextBoolean();
        addExtreme(highFirst ? bar.high() : bar.low(), bar, prices);
        for (int inside = random.nextInt(3); inside > 0; inside--) {
            prices.add(within(bar, random));
        }
        addExtreme(highFirst ? bar.low() : bar.high(), bar, prices);
        if (prices.size() > 1 || bar.open() != bar.close()) {
            prices.add(bar.close());
        }
        List<Print> prints = new ArrayList<>();
        for (double price : prices) {
            Conditions harmless = HARMLESS.get(Math.max(0, random.nextInt(12) - 9));
            prints.add(new Print(price, regular || random.nextBoolean() ? harmless : Conditions.of(12)));
        }
        return prints;
    }

    private static void addExtreme(double extreme, MinuteBar bar, List<Double> prices) {
        if (extreme != bar.open() && extreme != bar.close()) {
            prices.add(extreme);
        }
    }

    /** A price to four decimals that is not outside the bar. */
    private static double within(MinuteBar bar, SplittableRandom random) {
        double price = bar.low() + random.nextDouble() * (bar.high() - bar.low());
        return Math.clamp(Math.round(price * 10_000) / 10_000.0, bar.low(), bar.high());
    }

    private static void addExcluded(MinuteBar bar, boolean regular, List<Print> prints, SplittableRandom random) {
        List<Conditions> kinds = regular ? EXCLUDED : EXCLUDED_OUTSIDE;
        for (int excluded = random.nextInt(3); excluded > 0; excluded--) {
            double odd = random.nextBoolean() ? bar.high() * 1.004 : bar.low() * 0.996;
            double price = random.nextInt(3) == 0 ? Math.round(odd * 10_000) / 10_000.0 : within(bar, random);
            prints.add(random.nextInt(prints.size() + 1), new Print(price, kinds.get(random.nextInt(kinds.size()))));
        }
        if (regular && random.nextInt(4) == 0) {
            Conditions notLast = NOT_LAST.get(random.nextInt(NOT_LAST.size()));
            prints.add(random.nextInt(prints.size() + 1), new Print(within(bar, random), notLast));
        }
    }

    /** The exchange's own reports of the official open and close, which move nothing and count for nothing. */
    private void addOfficial(MinuteBar bar, List<Print> prints) {
        if (bar.openSecond() == session.open()) {
            prints.add(1, new Print(bar.open(), OFFICIAL_OPEN));
        }
        if (bar.openSecond() == session.close()) {
            prints.add(new Print(bar.open(), OFFICIAL_CLOSE));
        }
    }

    private static long[] volumes(MinuteBar bar, int count, SplittableRandom random) {
        long mean = Math.max(1, bar.volume() / SHARE / count);
        long[] volumes = new long[count];
        for (int index = 0; index < count; index++) {
            volumes[index] = random.nextLong(1, 2 * mean + 1);
        }
        return volumes;
    }

    /** So many different seconds of the minute, ascending. */
    private static int[] seconds(int count, SplittableRandom random) {
        boolean[] taken = new boolean[SECONDS];
        for (int left = count; left > 0; ) {
            int second = random.nextInt(SECONDS);
            left -= taken[second] ? 0 : 1;
            taken[second] = true;
        }
        int[] seconds = new int[count];
        int next = 0;
        for (int second = 0; second < SECONDS; second++) {
            if (taken[second]) {
                seconds[next++] = second;
            }
        }
        return seconds;
    }

    /** Milliseconds on the way: one in twenty overtakes its successors by up to eight seconds. */
    private static long latency(SplittableRandom random) {
        return random.nextInt(20) == 0 ? random.nextLong(1_000, 8_000) : random.nextLong(20, 120);
    }
}
