package io.dgas.application.port.out.vendor;

import java.time.LocalDate;

/**
 * A day as the vendor tells it.
 *
 * @param date the trading date in New York
 * @param open dollars, raw; so are high, low and close
 * @param adjustedClose dollars, adjusted for every later split and dividend: the vendor rewrites it
 * @param volume shares, above 0, adjusted for every later split although the prices are not
 */
public record DailyBar(
        LocalDate date, double open, double high, double low, double close, double adjustedClose, double volume) {}
