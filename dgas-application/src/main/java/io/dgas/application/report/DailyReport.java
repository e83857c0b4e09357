package io.dgas.application.report;

import io.dgas.application.collection.health.AlertCheck;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.in.status.Verdict;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.PredictionRuns;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.CoverageView.Count;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Parcel.State;
import io.dgas.application.report.DailyTime.Due;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is told of a day: whether all is well, and the figures that say so. */
public record DailyReport(Records records, Market market) {

    private static final Duration DAY = Duration.ofHours(24);
    private static final int MOST_RUNS = 100_000;
    private static final int LONGEST_REASON = 300;

    /** What the figures are counted in. */
    public record Records(PredictionRuns runs, Outbox outbox, CoverageView coverage, AlertCheck alerts) {}

    /** Whose bars are counted. */
    public record Market(TradingCalendar calendar, Timeframe timeframe) {}

    /** Throws {@link io.dgas.application.port.out.StorageException}. */
    public String write(Due due, SystemStatus status) {
        Instant from = status.at().minus(DAY);
        List<String> lines = new ArrayList<>();
        lines.add("DGAS on " + due.day() + ": " + headline(status.verdict()) + ".");
        status.components().stream()
                .filter(DailyReport::isAmiss)
                .map(DailyReport::line)
                .forEach(lines::add);
        lines.add(cycles(from));
        lines.add(notices(from));
        lines.add(bars(status.at()));
        lines.add(alerts(status.at()));
        status.components().stream()
                .filter(component -> component.component().equals("quota") && !isAmiss(component))
                .map(component -> "Quota: " + plain(component.reason()) + ".")
                .forEach(lines::add);
        return String.join("\n", lines);
    }

    private static String headline(Verdict verdict) {
        return switch (verdict) {
            case OK, UNKNOWN -> "all is well";
            case WARNING -> "it works, and somebody should have a look";
            case FAILING -> "something is failing";
        };
    }

    private static boolean isAmiss(ComponentStatus component) {
        return component.verdict() == Verdict.WARNING || component.verdict() == Verdict.FAILING;
    }

    private static String line(ComponentStatus component) {
        return component.verdict().name().toLowerCase(Locale.ROOT) + ": " + component.component() + ": "
                + plain(component.reason());
    }

    /** One line of a length that leaves room for others. */
    private static String plain(String reason) {
        String line = reason.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "..." : line;
    }

    private String cycles(Instant from) {
        List<RecordedRun> runs = records.runs().since(from, MOST_RUNS);
        long missed = runs.stream().filter(RecordedRun::isMissed).count();
        long failed = runs.stream()
                .filter(run -> !run.isMissed() && run.status() == RunStatus.FAILED)
                .count();
        int signals = runs.stream().mapToInt(RecordedRun::signals).sum();
        return "Cycles of 24 hours: " + (runs.size() - missed) + " run, of them " + failed + " failed, " + missed
                + " missed; " + signals + " new signals.";
    }

    private String notices(Instant from) {
        Map<State, Integer> counts = records.outbox().counts(from);
        return "Notices: " + count(counts, State.DELIVERED) + " delivered, "
                + (count(counts, State.WAITING) + count(counts, State.UNCERTAIN)) + " on their way, "
                + count(counts, State.EXPIRED) + " expired, " + count(counts, State.REFUSED) + " refused.";
    }

    private static int count(Map<State, Integer> counts, State state) {
        return counts.getOrDefault(state, 0);
    }

    /** Of the session before today's, which may still be asked for. */
    private String bars(Instant now) {
        LocalDate date =
                market.calendar().sessionBefore(market.calendar().dateOf(now)).date();
        List<Count> counts =
                records.coverage().totals(LedgerScope.of(market.timeframe(), new DateRange(date, date))).stream()
                        .map(CoverageView.SessionTotal::count)
                        .toList();
        if (counts.isEmpty()) {
            return "Bars of " + date + ": none expected.";
        }
        Count count = counts.getFirst();
        return "Bars of " + date + ": " + count.present() + " of " + count.expected() + " there, " + count.explained()
                + " absent for a known reason, " + count.unexplained() + " missing.";
    }

    private String alerts(Instant now) {
        String named = records.alerts().at(now).entrySet().stream()
                .map(alert -> alert.getKey().source() + " " + alert.getKey().timeframe() + ": "
                        + plain(alert.getValue().reason()))
                .collect(Collectors.joining("; "));
        return "Alerts: " + (named.isEmpty() ? "none" : named) + ".";
    }
}
