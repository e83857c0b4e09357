package io.dgas.simulator;

/** One minute of trading, raw prices in dollars; {@code openSecond} is the bar's opening time in epoch seconds. */
record MinuteBar(long openSecond, double open, double high, double low, double close, long volume) {}
