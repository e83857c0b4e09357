package io.dgas.application.collection.live;

/**
 * How many trades a minute to expect, from what was counted. The counts of a half hour are weighed against those of the
 * whole day, and these against a prior; so little counted says little.
 *
 * @param prior trades a minute of an instrument never seen; low, that an unknown one is not suspected early
 * @param weight minutes of counting that weigh as much as what is believed before
 * @param caution share of the rate that is relied on, above 0 and up to 1, for days differ
 */
public record ExpectedRate(double prior, double weight, double caution) {

    public ExpectedRate {
        if (!(prior >= 0) || !(weight > 0) || !(0 < caution && caution <= 1)) {
            throw new IllegalArgumentException("a prior of " + prior + " trades a minute, a weight of " + weight
                    + " minutes and a caution of " + caution
                    + ": expected a prior of 0 or more, a weight above 0 and a caution above 0 and up to 1");
        }
    }

    /** One trade in two minutes before anything is known, a quarter of an hour to learn, and seven tenths relied on. */
    public static ExpectedRate cautious() {
        return new ExpectedRate(0.5, 15, 0.7);
    }

    double perMinute(TradeCounts counts, TradeCounts.Slot slot) {
        double ofDay = blend(counts.of(slot.instrument()), prior);
        return caution * blend(counts.of(slot), ofDay);
    }

    private double blend(TradeCounts.Tally tally, double believed) {
        return (tally.trades() + believed * weight) / (tally.minutes() + weight);
    }
}
