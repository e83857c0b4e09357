package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.IntradaySpan;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A span cut into requests the vendor accepts: it refuses more than 120 days of 1m and more than 600 days of 5m. */
final class IntradayParts {

    private static final Duration LONGEST_OF_1M = Duration.ofDays(119);
    private static final Duration LONGEST_OF_5M = Duration.ofDays(599);

    private IntradayParts() {}

    /** Neighbours share a second, for the vendor does not say whether it counts the ends. */
    static List<EodhdRequest> of(IntradaySpan span) {
        long longest = (span.interval() == Timeframe.M1 ? LONGEST_OF_1M : LONGEST_OF_5M).toSeconds();
        long end = span.to().getEpochSecond();
        long from = span.from().getEpochSecond();
        List<EodhdRequest> parts = new ArrayList<>();
        do {
            long to = Math.min(from + longest, end);
            parts.add(EodhdRequest.intraday(span.instrument(), span.interval().code(), from, to));
            from = to;
        } while (from < end);
        return parts;
    }
}
