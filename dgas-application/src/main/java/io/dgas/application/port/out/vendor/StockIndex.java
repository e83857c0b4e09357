package io.dgas.application.port.out.vendor;

/** An index whose members can be asked for. */
public enum StockIndex {
    SP_500,
    NASDAQ_100
}
