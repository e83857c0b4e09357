package io.dgas.adapter.eodhd;

import java.net.URI;
import java.time.Duration;

/**
 * How to reach the vendor.
 *
 * @param baseUrl such as {@code https://eodhd.com/api}, without query
 * @param timeout for one request from first byte sent to last byte read
 * @param largestBody bytes of an answer, on the wire and unpacked; a day of the whole market has some 15 million
 * @param retries how often and how patiently to try again
 */
public record EodhdSettings(URI baseUrl, ApiToken token, Duration timeout, int largestBody, RetryRules retries) {

    public EodhdSettings {
        if (baseUrl.getHost() == null || !("http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme()))) {
            throw new IllegalArgumentException(
                    "eodhd.base_url is not an address: expected one such as https://eodhd.com/api");
        }
        if (baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null || baseUrl.getRawUserInfo() != null) {
            throw new IllegalArgumentException("eodhd.base_url is scheme, host and path alone, such as"
                    + " https://eodhd.com/api; the token is a setting of its own");
        }
        if (largestBody < 1) {
            throw new IllegalArgumentException("largest body " + largestBody + " bytes: expected 1 or more");
        }
    }
}
