package io.dgas.adapter.postgres;

/**
 * What an account with a vendor may ask at most, by our own settings. The vendor's word can lower it.
 *
 * @param account name of the account, such as {@code eodhd}: all who use the same share one budget
 * @param requestsPerMinute at least 1
 * @param callsPerDay at least 1
 */
public record CallLimits(String account, int requestsPerMinute, long callsPerDay) {

    public CallLimits {
        if (requestsPerMinute < 1 || callsPerDay < 1) {
            throw new IllegalArgumentException(
                    "the budget of " + account + " must allow at least 1 request a minute and 1" + " call a day, not "
                            + requestsPerMinute + " and " + callsPerDay);
        }
    }
}
