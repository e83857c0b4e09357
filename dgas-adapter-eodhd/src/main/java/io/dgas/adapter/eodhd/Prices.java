package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.RowFault;

/** Open, high, low and close of a row, in dollars. */
record Prices(double open, double high, double low, double close) {

    static Prices of(Row row) throws UnusableRow {
        Prices prices =
                new Prices(row.positive("open"), row.positive("high"), row.positive("low"), row.positive("close"));
        if (!prices.agree()) {
            throw new UnusableRow(RowFault.IMPOSSIBLE);
        }
        return prices;
    }

    /** Whether one price was all there was. */
    boolean isFlat() {
        return high == low;
    }

    private boolean agree() {
        return low <= Math.min(open, close) && Math.max(open, close) <= high;
    }
}
