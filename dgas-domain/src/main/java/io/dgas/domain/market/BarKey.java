package io.dgas.domain.market;

/** Names one series of bars: of which instrument, on which timeframe. */
public record BarKey(Instrument instrument, Timeframe timeframe) {

    @Override
    public String toString() {
        return instrument + " " + timeframe;
    }
}
