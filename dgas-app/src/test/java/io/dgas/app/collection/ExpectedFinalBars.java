package io.dgas.app.collection;

import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.simulator.EodhdSimulator;
import io.dgas.simulator.market.MinuteBar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The bars of the vendor's true minutes, by plain sums: a text for each bar. */
record ExpectedFinalBars(EodhdSimulator vendor, Timeframe timeframe) {

    /** Of half hours. */
    ExpectedFinalBars(EodhdSimulator vendor) {
        this(vendor, Timeframe.M30);
    }

    Map<String, String> of(Session session) {
        Map<String, String> bars = new TreeMap<>();
        for (String ticker : vendor.truth().tickers()) {
            List<MinuteBar> minutes = vendor.truth().minutes(ticker, session.date());
            for (long open = session.open().getEpochSecond();
                    open < session.close().getEpochSecond();
                    open += timeframe.seconds()) {
                long from = open;
                List<MinuteBar> within = minutes.stream()
                        .filter(minute ->
                                minute.openSecond() >= from && minute.openSecond() < from + timeframe.seconds())
                        .toList();
                if (!within.isEmpty()) {
                    bars.put(ticker.replace(".US", "") + " " + Instant.ofEpochSecond(open), text(within));
                }
            }
        }
        return bars;
    }

    private static String text(List<MinuteBar> minutes) {
        double high = minutes.stream().mapToDouble(MinuteBar::high).max().orElseThrow();
        double low = minutes.stream().mapToDouble(MinuteBar::low).min().orElseThrow();
        double volume = minutes.stream().mapToDouble(MinuteBar::volume).sum();
        return minutes.getFirst().open() + " " + high + " " + low + " "
                + minutes.getLast().close() + " " + volume;
    }
}
