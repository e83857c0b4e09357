package io.dgas.application.port.out.vendor;

import java.util.List;

/** The usable rows of an answer, oldest first, and what became of the others. */
public record VendorRows<T>(List<T> rows, RowReport report) {

    public VendorRows {
        rows = List.copyOf(rows);
    }
}
