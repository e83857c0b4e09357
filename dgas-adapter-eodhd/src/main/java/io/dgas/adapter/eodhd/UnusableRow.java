package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.RowFault;

/** A row cannot be used, for this reason. Common enough to go without a stack trace. */
final class UnusableRow extends Exception {

    private static final long serialVersionUID = 1L;

    private final RowFault fault;

    UnusableRow(RowFault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    RowFault fault() {
        return fault;
    }
}
