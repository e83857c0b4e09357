package io.dgas.application.port.out.vendor;

/**
 * A bar of the vendor within a day, as it was traded.
 *
 * @param openTime epoch seconds, UTC
 * @param volume shares, above 0
 */
public record IntradayBar(long openTime, double open, double high, double low, double close, double volume) {}
