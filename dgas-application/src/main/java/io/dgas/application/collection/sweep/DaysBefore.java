package io.dgas.application.collection.sweep;

import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The last complete days of each symbol before the first of those that are due, to be looked at again. */
record DaysBefore(CoverageView coverage) {

    /** So many complete days, if there are as many. */
    private static final int REVIEWED = 2;

    /** They lie no further back, a long weekend between. */
    private static final int DAYS_BACK = 6;

    private static final Comparator<Line> NEWEST_FIRST =
            Comparator.comparing((Line line) -> line.line().date()).reversed();

    /** The lines that are due, and those of the days before. */
    List<Line> with(List<Line> due) {
        if (due.isEmpty()) {
            return due;
        }
        Map<Instrument, LocalDate> first = firstDue(due);
        List<Line> both = new ArrayList<>(due);
        complete(first).stream()
                .filter(line -> isJustBefore(
                        line, Optional.ofNullable(first.get(line.line().instrument()))))
                .collect(Collectors.groupingBy(line -> line.line().instrument()))
                .forEach((instrument, before) -> both.addAll(
                        before.stream().sorted(NEWEST_FIRST).limit(REVIEWED).toList()));
        return both;
    }

    private static Map<Instrument, LocalDate> firstDue(List<Line> due) {
        Map<Instrument, LocalDate> first = new TreeMap<>();
        due.forEach(line -> first.merge(
                line.line().instrument(), line.line().date(), (one, other) -> one.isBefore(other) ? one : other));
        return first;
    }

    private List<Line> complete(Map<Instrument, LocalDate> first) {
        LocalDate oldest =
                first.values().stream().min(Comparator.naturalOrder()).orElseThrow();
        LocalDate newest =
                first.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        DateRange dates = new DateRange(oldest.minusDays(DAYS_BACK), newest);
        return coverage.lines(LedgerScope.of(Timeframe.D1, dates, first.keySet())).stream()
                .filter(line -> line.standing() == LineStanding.COMPLETE)
                .toList();
    }

    private static boolean isJustBefore(Line line, Optional<LocalDate> due) {
        LocalDate date = line.line().date();
        return due.filter(date::isBefore)
                .filter(first -> !date.isBefore(first.minusDays(DAYS_BACK)))
                .isPresent();
    }
}
