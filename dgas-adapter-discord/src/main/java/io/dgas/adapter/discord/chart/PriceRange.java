package io.dgas.adapter.discord.chart;

/** From a lowest to a highest price. */
record PriceRange(double low, double high) {

    static PriceRange of(double price) {
        return new PriceRange(price, price);
    }

    double span() {
        return high - low;
    }

    boolean contains(double price) {
        return low <= price && price <= high;
    }

    PriceRange with(double price) {
        return new PriceRange(Math.min(low, price), Math.max(high, price));
    }

    /** With the price if it lies in {@code reach}, else unchanged. */
    PriceRange with(double price, PriceRange reach) {
        return reach.contains(price) ? with(price) : this;
    }

    /** Wider by {@code margin} on either side. */
    PriceRange widened(double margin) {
        return new PriceRange(low - margin, high + margin);
    }
}
