package io.dgas.domain.bar;

import io.dgas.domain.market.Slot;

/** A bar being put together from shorter ones. */
final class RunningBar {

    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    void start(BarSeries series, int bar) {
        open = series.open(bar);
        high = series.high(bar);
        low = series.low(bar);
        close = series.close(bar);
        volume = series.volume(bar);
    }

    void extend(BarSeries series, int bar) {
        high = Math.max(high, series.high(bar));
        low = Math.min(low, series.low(bar));
        close = series.close(bar);
        volume += series.volume(bar);
    }

    void addTo(BarSeries.Builder series, Slot slot) {
        series.add(slot.openTime(), slot.closeTime(), open, high, low, close, volume, slot.isShort());
    }

    FormingBar.Prices prices() {
        return new FormingBar.Prices(open, high, low, close, volume);
    }
}
