package io.dgas.simulator.tape;

/**
 * One trade: symbol without exchange, price in dollars, shares, and when it was made in epoch milliseconds, which no other
 * trade of the symbol shares.
 */
public record Trade(
        String symbol, double price, Conditions conditions, long volume, MarketStatus status, long stampMillis) {

    boolean movesHighLow() {
        return conditions.moveHighLow(status);
    }

    boolean movesLast() {
        return conditions.moveLast(status);
    }

    /** The shares that count as volume. */
    long countedVolume() {
        return conditions.countVolume() ? volume : 0;
    }
}
