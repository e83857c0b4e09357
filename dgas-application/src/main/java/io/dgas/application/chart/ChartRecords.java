package io.dgas.application.chart;

import io.dgas.application.port.out.BarOrigins;
import io.dgas.application.port.out.InstrumentRecords;
import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.prediction.AdjustedBars;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a chart is read from.
 *
 * @param bars as they were at a mark, or as they are
 */
public record ChartRecords(
        SymbolRepository symbols,
        InstrumentRecords instruments,
        BarOrigins origins,
        Function<Optional<Instant>, AdjustedBars> bars) {}
