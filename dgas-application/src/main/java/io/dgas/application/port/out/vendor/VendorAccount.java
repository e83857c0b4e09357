package io.dgas.application.port.out.vendor;

import java.time.LocalDate;
import java.util.List;

/**
 * The plan behind the token. One count for the whole account, whoever spends it.
 *
 * @param date the UTC date that {@code usedToday} belongs to
 * @param usedToday calls used on that date
 * @param dailyLimit calls a day
 * @param extraLimit bought calls, spent after the daily ones; 0 where the vendor does not say
 * @param feeds names of the data the plan includes; empty where the vendor does not say
 */
public record VendorAccount(LocalDate date, long usedToday, long dailyLimit, long extraLimit, List<String> feeds) {

    public VendorAccount {
        feeds = List.copyOf(feeds);
    }
}
