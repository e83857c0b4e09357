package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.VendorAnswer;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What one exchange came to.
 *
 * @param tries how many of this kind are worth while, the first included
 * @param asked the silence the vendor asked for before the next
 */
record Verdict(VendorAnswer<JsonNode> answer, int tries, Optional<Duration> asked) {

    /** Asking again would bring the same. */
    static Verdict last(VendorAnswer<JsonNode> answer) {
        return new Verdict(answer, 1, Optional.empty());
    }

    /** Asking again may help, as often as the settings allow. */
    static Verdict passing(VendorAnswer<JsonNode> answer) {
        return new Verdict(answer, Integer.MAX_VALUE, Optional.empty());
    }

    /** Asking once more may help. */
    static Verdict odd(VendorAnswer<JsonNode> answer) {
        return new Verdict(answer, 2, Optional.empty());
    }
}
