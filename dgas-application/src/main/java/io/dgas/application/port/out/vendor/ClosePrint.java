package io.dgas.application.port.out.vendor;

/**
 * The official close as the vendor puts it behind the 5m bars of a full day: a price at 16:00 New York time, no bar.
 *
 * @param time epoch seconds, UTC
 * @param price dollars
 */
public record ClosePrint(long time, double price) {}
