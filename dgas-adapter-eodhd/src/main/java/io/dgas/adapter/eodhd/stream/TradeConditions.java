package io.dgas.adapter.eodhd.stream;

import io.dgas.application.port.out.vendor.TradeEffect;

/**
 * What a trade may move by its condition codes: the table of EODHD's documentation of its WebSocket (US trades,
 * "conditions"), which follows the tapes' rules for consolidated prices. One code that forbids is enough; a code that is
 * not in the table forbids nothing.
 */
final class TradeConditions {

    private static final long NO_HIGH_LOW = set(2, 7, 12, 13, 15, 16, 20, 21, 37, 52, 53);
    private static final long NO_LAST = set(2, 5, 7, 10, 12, 13, 15, 16, 20, 21, 22, 29, 33, 37, 52, 53);
    private static final long NO_VOLUME = set(15, 16, 38);

    /** Codes of trading in extended hours, which forbid no price there. */
    private static final long EXTENDED = set(12, 13);

    private TradeConditions() {}

    /** A set of codes; those beyond what a long holds are not in the table. */
    static long with(long codes, long code) {
        return 0 <= code && code < Long.SIZE ? codes | 1L << code : codes;
    }

    /** The bits of {@link TradeEffect} for a set of codes. */
    static int effect(long codes, boolean extendedHours) {
        long forPrices = extendedHours ? codes & ~EXTENDED : codes;
        return ((forPrices & NO_HIGH_LOW) == 0 ? TradeEffect.HIGH_LOW : 0)
                | ((forPrices & NO_LAST) == 0 ? TradeEffect.LAST : 0)
                | ((codes & NO_VOLUME) == 0 ? TradeEffect.VOLUME : 0);
    }

    private static long set(int... codes) {
        long set = 0;
        for (int code : codes) {
            set = with(set, code);
        }
        return set;
    }
}
