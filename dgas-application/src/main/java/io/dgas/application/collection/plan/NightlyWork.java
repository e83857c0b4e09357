package io.dgas.application.collection.plan;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a number of symbols costs on a day besides quotes, each question by whichever way costs fewer calls.
 *
 * @param symbols how many
 * @param retries how often each is asked for again
 */
record NightlyWork(int symbols, int retries) {

    /** Splits and dividends, of a session and of the coming one. */
    private static final int ACTION_ANSWERS = 4;

    /** The day in question and those before that are looked at again. */
    private static final int DAYS = 3;

    private static final int ACCOUNT_CHECKS = 24;

    /** By purpose. */
    Map<Purpose, Long> calls() {
        Map<Purpose, Long> calls = new EnumMap<>(Purpose.class);
        calls.put(Purpose.SWEEP, intraday());
        calls.put(Purpose.RETRIES, retries * (intraday() + dailyBars()));
        calls.put(Purpose.DAILY_BARS, dailyBars());
        calls.put(
                Purpose.ACTIONS, isMarketCheaperForActions() ? (long) ACTION_ANSWERS * CallCosts.MARKET : 2L * symbols);
        calls.put(Purpose.ACCOUNT, (long) ACCOUNT_CHECKS);
        return calls;
    }

    /** Of all purposes. */
    long total() {
        return calls().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Requests of a night. */
    long requests() {
        long dailyBars = isMarketCheaperForBars() ? DAYS : symbols;
        long actions = isMarketCheaperForActions() ? ACTION_ANSWERS : 2L * symbols;
        return (1L + retries) * (symbols + dailyBars) + actions;
    }

    /** With the most symbols that do not cost more than this, be it none. */
    NightlyWork within(long calls) {
        int most = symbols;
        while (most > 0 && new NightlyWork(most, retries).total() > calls) {
            most--;
        }
        return new NightlyWork(most, retries);
    }

    private long intraday() {
        return (long) symbols * CallCosts.INTRADAY;
    }

    private long dailyBars() {
        return isMarketCheaperForBars() ? (long) DAYS * CallCosts.MARKET : (long) symbols * CallCosts.SYMBOL;
    }

    private boolean isMarketCheaperForBars() {
        return symbols * (long) CallCosts.SYMBOL > (long) DAYS * CallCosts.MARKET;
    }

    private boolean isMarketCheaperForActions() {
        return 2L * symbols * CallCosts.SYMBOL > (long) ACTION_ANSWERS * CallCosts.MARKET;
    }
}
