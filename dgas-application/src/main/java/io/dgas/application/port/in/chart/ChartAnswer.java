package io.dgas.application.port.in.chart;

import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A chart, or why there is none. */
public sealed interface ChartAnswer permits SymbolChart, ChartAnswer.Unknown, ChartAnswer.NoBars, ChartAnswer.Misfit {

    Instrument instrument();

    /**
     * Nobody knows an instrument of this name.
     *
     * @param near a known one with a similar name
     */
    record Unknown(Instrument instrument, Optional<Instrument> near) implements ChartAnswer {}

    /**
     * It is known, but there is nothing to draw.
     *
     * @param trading that was asked for; empty when no bars of any timeframe were there
     * @param drawable timeframes that there are bars for
     * @param firstRecorded when its first bar was recorded, be it later than the time looked at; empty when none was
     */
    record NoBars(
            Instrument instrument,
            Optional<Timeframe> trading,
            List<Timeframe> drawable,
            Optional<Instant> firstRecorded)
            implements ChartAnswer {
        public NoBars {
            drawable = List.copyOf(drawable);
        }
    }

    /**
     * Its bars and corporate actions contradict each other, or the timeframes do not fit together.
     *
     * @param problem for people, with what would be right
     */
    record Misfit(Instrument instrument, String problem) implements ChartAnswer {}
}
