package io.dgas.application.recorded;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes series out of recorded rows. Each row must have sound numbers and a time on the grid of its timeframe; of rows for
 * one bar all must agree. Rows outside regular hours are set aside. Rows may come in any order, from any number of files.
 */
public final class BarAssembly {

    private final Timeframe timeframe;
    private final TradingCalendar calendar;
    private final List<InputProblem> problems = new ArrayList<>();
    private final Map<String, FileTally> tallies = new LinkedHashMap<>();

    private BarAssembly(Timeframe timeframe, TradingCalendar calendar) {
        this.timeframe = timeframe;
        this.calendar = calendar;
    }

    /**
     * Assembles the rows of these files as bars of one timeframe.
     *
     * @param files each with a name of its own
     */
    public static AssembledBars of(Timeframe timeframe, TradingCalendar calendar, List<RecordedFile> files) {
        return new BarAssembly(timeframe, calendar).assemble(files);
    }

    private AssembledBars assemble(List<RecordedFile> files) {
        Map<Instrument, List<RecordedRows>> parts = new TreeMap<>();
        for (RecordedFile file : files) {
            problems.addAll(file.problems());
            tallies.put(file.name(), new FileTally(file));
            file.rows()
                    .forEach(rows -> parts.computeIfAbsent(rows.instrument(), key -> new ArrayList<>())
                            .add(rows));
        }
        List<BarSeries> series = new ArrayList<>();
        parts.forEach((instrument, rows) ->
                new SeriesAssembly(instrument, this).assemble(rows).ifPresent(series::add));
        problems.sort(null);
        return new AssembledBars(
                series,
                problems,
                tallies.values().stream().map(FileTally::report).toList());
    }

    Timeframe timeframe() {
        return timeframe;
    }

    TradingCalendar calendar() {
        return calendar;
    }

    FileTally tally(RecordedRows rows) {
        FileTally tally = tallies.get(rows.file());
        if (tally == null) {
            throw new IllegalArgumentException("rows of " + rows.file() + " do not belong to any of the files");
        }
        return tally;
    }

    void report(InputProblem problem) {
        problems.add(problem);
    }
}
