package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.ClosePrint;
import io.dgas.application.port.out.vendor.IntradayBar;
import io.dgas.application.port.out.vendor.IntradayHistory;
import io.dgas.application.port.out.vendor.IntradaySpan;
import io.dgas.application.port.out.vendor.RowFault;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** Rows of the vendor within a day, of one span. */
final class IntradayRows {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime CLOSE = LocalTime.of(16, 0);

    /** What a usable row is. */
    private sealed interface Reading {
        record Bar(IntradayBar bar) implements Reading {}

        record Print(ClosePrint print) implements Reading {}
    }

    private final Timeframe interval;
    private final RowCollector<Long, Reading> collector;

    IntradayRows(IntradaySpan span) {
        this.interval = span.interval();
        this.collector = new RowCollector<>(row -> row.second("timestamp"), span::contains, this::read);
    }

    RowCollector<Long, ?> collector() {
        return collector;
    }

    IntradayHistory history() {
        List<Reading> rows = collector.rows();
        List<IntradayBar> bars = rows.stream()
                .filter(Reading.Bar.class::isInstance)
                .map(row -> ((Reading.Bar) row).bar())
                .toList();
        List<ClosePrint> prints = rows.stream()
                .filter(Reading.Print.class::isInstance)
                .map(row -> ((Reading.Print) row).print())
                .toList();
        return new IntradayHistory(bars, prints, collector.report());
    }

    private Reading read(Row row) throws UnusableRow {
        if (row.hasNone("open", "high", "low", "close", "volume")) {
            throw new UnusableRow(RowFault.PLACEHOLDER);
        }
        long time = row.second("timestamp");
        Prices prices = Prices.of(row);
        if (!row.has("volume") && prices.isFlat() && isClose(time)) {
            return new Reading.Print(new ClosePrint(time, prices.close()));
        }
        return new Reading.Bar(
                new IntradayBar(time, prices.open(), prices.high(), prices.low(), prices.close(), Volume.traded(row)));
    }

    /** Only the 5m series has the print; a minute that opens at 16:00 is one of trading after hours. */
    private boolean isClose(long time) {
        return interval == Timeframe.M5
                && Instant.ofEpochSecond(time).atZone(NEW_YORK).toLocalTime().equals(CLOSE);
    }
}
