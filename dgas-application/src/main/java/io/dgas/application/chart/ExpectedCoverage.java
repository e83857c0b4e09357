package io.dgas.application.chart;

import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.collection.health.FreshnessRule;
import io.dgas.application.port.in.chart.Coverage;
import io.dgas.application.port.in.chart.Coverage.Found;
import io.dgas.application.port.in.chart.Coverage.Slot;
import io.dgas.application.port.in.chart.Moment;
import io.dgas.application.port.out.BarOrigins;
import io.dgas.application.port.out.BarOrigins.Origin;
import io.dgas.application.port.out.InstrumentRecords;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageLedger.ExpectedSession;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Holds the bars that are there against those that the calendar expects. */
record ExpectedCoverage(BarOrigins origins, InstrumentRecords records, TradingCalendar calendar) {

    /** Of a series from a time on. Bars longer than a day are shown as they are: nobody expects them. */
    Coverage of(BarSeries bars, Instant from, Moment moment) {
        Map<Instant, Found> found = found(bars, from, moment);
        TreeSet<Instant> opens = new TreeSet<>(found.keySet());
        if (bars.key().timeframe().compareTo(Timeframe.D1) <= 0) {
            opens.addAll(expected(bars, from, moment.at()));
        }
        Map<Instant, AbsenceReason> absences = opens.isEmpty()
                ? Map.of()
                : records.absences(bars.key(), opens.first(), opens.last(), moment.recordedBy());
        List<Slot> slots = opens.stream()
                .map(open -> new Slot(
                        open,
                        closeOf(open, bars.key().timeframe()),
                        Optional.ofNullable(found.get(open)),
                        Optional.ofNullable(found.containsKey(open) ? null : absences.get(open))))
                .toList();
        return new Coverage(bars.key().timeframe(), FreshnessRule.USUAL_LATE_BARS, slots);
    }

    private Map<Instant, Found> found(BarSeries bars, Instant from, Moment moment) {
        Map<Instant, Found> found = new HashMap<>();
        List<Origin> all =
                origins.of(new BarOrigins.Asked(bars.key(), from, bars.openTime(bars.last()), moment.mark()));
        all.forEach(origin ->
                found.put(origin.openTime(), new Found(origin.standing(), origin.source(), origin.recordedAt())));
        return found;
    }

    private List<Instant> expected(BarSeries bars, Instant from, Instant until) {
        Timeframe timeframe = bars.key().timeframe();
        Grid grid = Grid.fitting(calendar, timeframe, bars.openTimes());
        return new ExpectedBars(grid, timeframe)
                .on(new DateRange(calendar.dateOf(from), last(until))).stream()
                        .map(ExpectedSession::opens)
                        .flatMap(List::stream)
                        .filter(open -> !open.isBefore(from)
                                && !closeOf(open, timeframe).isAfter(until))
                        .toList();
    }

    private LocalDate last(Instant until) {
        LocalDate date = calendar.dateOf(until);
        return calendar.covers(date) ? date : calendar.lastDate();
    }

    private Instant closeOf(Instant open, Timeframe timeframe) {
        return Instant.ofEpochSecond(calendar.closeOfBar(open.getEpochSecond(), timeframe));
    }
}
