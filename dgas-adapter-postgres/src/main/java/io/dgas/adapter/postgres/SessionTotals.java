package io.dgas.adapter.postgres;

import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageView.Count;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.CoverageView.SessionTotal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Record;

/** Puts the sums of each session together. */
final class SessionTotals {

    private final Map<LocalDate, Sum> sums = new TreeMap<>();

    private static final class Sum {
        private final Map<LineStanding, Integer> lines = new EnumMap<>(LineStanding.class);
        private final Map<AbsenceReason, Integer> reasons = new EnumMap<>(AbsenceReason.class);
        private Count count = new Count(0, 0, 0, 0);
    }

    void addLines(Record found) {
        Sum sum = of(found);
        Count before = sum.count;
        Count more = PostgresCoverageView.count(found);
        sum.lines.put(LineStanding.valueOf(found.get("standing", String.class)), found.get("lines", Integer.class));
        sum.count = new Count(
                before.expected() + more.expected(),
                before.present() + more.present(),
                before.finalPresent() + more.finalPresent(),
                before.explained() + more.explained());
    }

    void addReason(Record found) {
        of(found)
                .reasons
                .put(AbsenceReason.valueOf(found.get("reason", String.class)), found.get("bars", Integer.class));
    }

    private Sum of(Record found) {
        return sums.computeIfAbsent(found.get("session_date", LocalDate.class), any -> new Sum());
    }

    List<SessionTotal> inOrder() {
        return sums.entrySet().stream()
                .map(entry -> new SessionTotal(
                        entry.getKey(), entry.getValue().lines, entry.getValue().count, entry.getValue().reasons))
                .toList();
    }
}
