package io.dgas.application.status;

import io.dgas.application.port.in.status.ComponentCheck;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.Verdict;
import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.CoverageView.SessionTotal;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Whether what the calendar expected of the last sessions is stored, or known not to exist. */
public record CoverageCheck(CoverageView coverage, TradingCalendar calendar, Timeframe timeframe)
        implements ComponentCheck {

    /** The session before today's may still be asked for. */
    private static final int SESSIONS = 5;

    @Override
    public String component() {
        return "coverage";
    }

    @Override
    public ComponentStatus at(Instant now) {
        LocalDate last = calendar.sessionBefore(calendar.dateOf(now)).date();
        LocalDate first = last;
        for (int session = 1; session < SESSIONS; session++) {
            first = calendar.sessionBefore(first).date();
        }
        List<SessionTotal> totals = coverage.totals(LedgerScope.of(timeframe, new DateRange(first, last)));
        if (totals.isEmpty()) {
            return new ComponentStatus(
                    component(),
                    Verdict.UNKNOWN,
                    "no " + timeframe + " bar was expected of the sessions from " + first + " to " + last
                            + "; data collection enters them");
        }
        return judge(totals, last);
    }

    private ComponentStatus judge(List<SessionTotal> totals, LocalDate last) {
        long expected =
                totals.stream().mapToLong(total -> total.count().expected()).sum();
        long explained =
                totals.stream().mapToLong(total -> total.count().explained()).sum();
        long settledLate = totals.stream()
                .filter(total -> total.date().isBefore(last))
                .mapToLong(total -> total.count().unexplained())
                .sum();
        int open = totals.stream()
                .mapToInt(total -> total.lines().getOrDefault(LineStanding.OPEN, 0))
                .sum();
        String found = expected + " " + timeframe + " bars expected of the last " + totals.size() + " sessions, "
                + explained + " absent for a known reason, " + settledLate + " missing of those before " + last
                + "; symbol-days still open: " + open;
        return settledLate == 0
                ? ComponentStatus.ok(component(), found)
                : ComponentStatus.warning(component(), found + "; 'dgas data gaps' shows them");
    }
}
