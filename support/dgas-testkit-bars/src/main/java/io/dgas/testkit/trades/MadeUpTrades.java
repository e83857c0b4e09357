package io.dgas.testkit.trades;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trades of a market in its regular session, each as the frame in which EODHD's socket sends it. The first symbols trade
 * more often than the last. Prices walk by cents and some have four decimals; most trades have condition codes, of odd lots
 * above all; some are sent twice, and some come up to eight seconds late.
 */
public final class MadeUpTrades {

    private static final int LETTERS = 26;
    private static final String[] CODES = {
        "[]",
        "[]",
        "[]",
        "[]",
        "[14,37,41]",
        "[14,37,41]",
        "[37]",
        "[14,41]",
        "[14,41]",
        "[14]",
        "[12]",
        "[2]",
        "[16]",
        "[5,38]"
    };
    private static final double SENT_AGAIN = 0.01;
    private static final double LATE = 0.03;
    private static final int MOST_LATE_MILLIS = 8_000;
    private static final int USUAL_DELAY_MILLIS = 150;
    private static final double BETWEEN_CENTS = 0.1;
    private static final int CENTS = 100;
    private static final int ODD_LOT = 100;

    private final List<String> symbols;
    private final SplittableRandom random;
    private final long[] cents;
    private final StringBuilder text = new StringBuilder(128);
    private String last = "";

    /** @param symbols as the vendor's socket writes them */
    public MadeUpTrades(List<String> symbols, long seed) {
        this.symbols = List.copyOf(symbols);
        this.random = new SplittableRandom(seed);
        this.cents = random.longs(symbols.size(), 20L * CENTS, 800L * CENTS).toArray();
    }

    /** So many names: four letters each, those of every hundredth with a class of shares, as in {@code ABCD-B}. */
    public static List<String> symbols(int count) {
        return IntStream.range(0, count).mapToObj(MadeUpTrades::symbol).toList();
    }

    private static String symbol(int index) {
        char[] letters = new char[4];
        int rest = index;
        for (int place = letters.length - 1; place >= 0; place--) {
            letters[place] = (char) ('A' + rest % LETTERS);
            rest /= LETTERS;
        }
        return new String(letters) + (index % 100 == 99 ? "-B" : "");
    }

    /** The frame that is sent at this time. */
    public String next(long epochMilli) {
        if (!last.isEmpty() && random.nextDouble() < SENT_AGAIN) {
            return last;
        }
        boolean late = random.nextDouble() < LATE;
        long stamp = epochMilli - random.nextInt(late ? MOST_LATE_MILLIS : USUAL_DELAY_MILLIS);
        last = frame(stamp);
        return last;
    }

    private String frame(long stamp) {
        double skewed = random.nextDouble();
        int symbol = (int) (skewed * skewed * symbols.size());
        text.setLength(0);
        text.append("{\"s\":\"").append(symbols.get(symbol)).append("\",\"p\":");
        price(walk(symbol));
        String codes = CODES[random.nextInt(CODES.length)];
        int most = codes.contains("37") ? ODD_LOT : 10 * ODD_LOT;
        text.append(",\"c\":").append(codes).append(",\"v\":").append(1 + random.nextInt(most));
        text.append(",\"dp\":false,\"ms\":\"open\",\"t\":").append(stamp).append('}');
        return text.toString();
    }

    private long walk(int symbol) {
        cents[symbol] = Math.max(CENTS, cents[symbol] + random.nextInt(-2, 3));
        return cents[symbol];
    }

    /** Whole dollars are written without decimals. */
    private void price(long price) {
        text.append(price / CENTS);
        long rest = price % CENTS;
        if (random.nextDouble() < BETWEEN_CENTS) {
            decimals(rest).append(random.nextInt(1, 10)).append(random.nextInt(1, 10));
        } else if (rest > 0) {
            decimals(rest);
        }
    }

    private StringBuilder decimals(long rest) {
        return text.append(rest < 10 ? ".0" : ".").append(rest);
    }
}
