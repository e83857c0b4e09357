package io.dgas.domain.state;

import io.dgas.domain.series.Prices;

/** The range a congestion is confined to, edges included; price units. */
public record Confines(double low, double high) {

    public Confines {
        if (!(low <= high)) {
            throw new IllegalArgumentException("confines from " + low + " to " + high + " are not in order");
        }
    }

    public boolean contains(double price) {
        return sideOf(price, low, high) == 0;
    }

    /** +1, −1 or 0 as the price is above, below or within [low, high]. */
    static int sideOf(double price, double low, double high) {
        if (Prices.compare(price, high) > 0) {
            return 1;
        }
        return Prices.compare(price, low) < 0 ? -1 : 0;
    }
}
