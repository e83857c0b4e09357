package io.dgas.application.recorded;

import io.dgas.domain.bar.BarSeries;
import java.util.List;

/**
 * Recorded rows as series.
 *
 * @param series of the sound rows, one for each instrument that has any, by symbol
 * @param problems of all others, by file and line
 * @param files in the order given
 */
public record AssembledBars(List<BarSeries> series, List<InputProblem> problems, List<FileReport> files) {

    public AssembledBars {
        series = List.copyOf(series);
        problems = List.copyOf(problems);
        files = List.copyOf(files);
    }

    /** Bars in all series. */
    public long bars() {
        return series.stream().mapToLong(BarSeries::size).sum();
    }
}
