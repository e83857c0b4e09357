package io.dgas.application.port.out.vendor;

/** What a trade may move, as bits: its condition codes decide. A trade may move nothing at all. */
public final class TradeEffect {

    /** The high and the low of a bar. */
    public static final int HIGH_LOW = 1;

    /** The last price, and so the close of a bar; the first such trade is its open. */
    public static final int LAST = 2;

    /** The volume of a bar. */
    public static final int VOLUME = 4;

    /** All of them. */
    public static final int ALL = HIGH_LOW | LAST | VOLUME;

    private TradeEffect() {}

    /** Whether the effect has this bit. */
    public static boolean moves(int effect, int bit) {
        return (effect & bit) != 0;
    }
}
