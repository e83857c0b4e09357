package io.dgas.adapter.postgres;

import io.dgas.domain.bar.BarSeries;
import java.util.BitSet;

/** Some bars of a series, by index. */
record BarSelection(BarSeries series, BitSet bars) {

    int size() {
        return bars.cardinality();
    }
}
