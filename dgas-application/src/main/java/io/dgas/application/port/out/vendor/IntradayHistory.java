package io.dgas.application.port.out.vendor;

import java.util.List;

/** The usable rows of a span, oldest first, and what became of the others. */
public record IntradayHistory(List<IntradayBar> bars, List<ClosePrint> closePrints, RowReport report) {

    public IntradayHistory {
        bars = List.copyOf(bars);
        closePrints = List.copyOf(closePrints);
    }
}
