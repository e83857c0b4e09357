package io.dgas.application.port.in.chart;

import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.util.Optional;

/** Draws up one instrument as it was known at a time. */
@FunctionalInterface
public interface ChartSymbol {

    /**
     * The chart, or why there is none.
     *
     * @throws io.dgas.application.port.out.StorageException when the store cannot answer
     */
    ChartAnswer chart(Request request);

    /**
     * What is asked for.
     *
     * @param bars trading bars to show, the newest ones
     */
    record Request(Instrument instrument, Choice choice, Moment moment, int bars) {
        public Request {
            if (bars < 1) {
                throw new IllegalArgumentException("a chart shows 1 bar or more, got " + bars);
            }
        }
    }

    /**
     * The timeframes wanted.
     *
     * @param trading empty for the usual one, or one that can be drawn where that cannot
     * @param higher empty for the usual one where it is above the trading one, else the next that is; the trading one itself
     *     for none
     */
    record Choice(Optional<Timeframe> trading, Optional<Timeframe> higher) {

        public static final Choice USUAL = new Choice(Optional.empty(), Optional.empty());
    }
}
