package io.dgas.simulator.market;

/**
 * One minute of trading, raw prices in dollars; {@code openSecond} is the bar's opening time in epoch seconds. A bar
 * without volume is an indication at which nothing was traded.
 */
public record MinuteBar(long openSecond, double open, double high, double low, double close, long volume) {}
