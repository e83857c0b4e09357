package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.RowFault;

/** The volume of a row: what has none was not traded. */
final class Volume {

    private Volume() {}

    /** Shares, above 0. */
    static double traded(Row row) throws UnusableRow {
        double volume = row.has("volume") ? row.number("volume") : 0;
        if (volume == 0) {
            throw new UnusableRow(RowFault.NO_VOLUME);
        }
        return Row.positive(volume);
    }
}
