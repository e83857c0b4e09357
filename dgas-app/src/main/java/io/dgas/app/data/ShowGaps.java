package io.dgas.app.data;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Table;
import io.dgas.app.output.Words;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.CoverageView.AbsentBar;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.CoverageView.SessionTotal;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what is missing, by the calendar, and why. */
@Command(
        name = "gaps",
        description =
                "Tell which expected bars are missing and why. Exit code 0 when none is missing without a reason.",
        footer = {
            "",
            "Examples:",
            "  dgas data gaps --interval 30m",
            "  dgas data gaps --interval 30m --date 2026-07-15"
        })
final class ShowGaps implements Callable<ExitCode> {

    private final Installation installation;

    @Option(
            names = "--interval",
            paramLabel = "I",
            defaultValue = "30m",
            description = "Length of the bars (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Timeframe interval;

    @Option(names = "--date", paramLabel = "D", description = "One session; its missing bars are listed.")
    @Nullable
    private LocalDate date;

    @Option(
            names = "--days",
            paramLabel = "N",
            description =
                    "Sessions of so many days back, without --date (default: ${DEFAULT-VALUE}, history_days at most).")
    private int days = 30;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    ShowGaps(Installation installation) {
        this.installation = installation;
    }

    /** A session as JSON. */
    private record Row(
            LocalDate date,
            int complete,
            int open,
            int givenUp,
            long expected,
            long present,
            long finalBars,
            long explained,
            long unexplained,
            Map<String, Integer> reasons) {
        static Row of(SessionTotal total) {
            return new Row(
                    total.date(),
                    total.lines().getOrDefault(LineStanding.COMPLETE, 0),
                    total.lines().getOrDefault(LineStanding.OPEN, 0),
                    total.lines().getOrDefault(LineStanding.GIVEN_UP, 0),
                    total.count().expected(),
                    total.count().present(),
                    total.count().finalPresent(),
                    total.count().explained(),
                    total.count().unexplained(),
                    reasons(total.reasons()));
        }

        private static Map<String, Integer> reasons(Map<AbsenceReason, Integer> reasons) {
            return reasons.entrySet().stream()
                    .collect(Collectors.toMap(reason -> Words.of(reason.getKey()), Map.Entry::getValue));
        }
    }

    /** A missing bar as JSON. */
    private record Missing(String symbol, Instant opens, String reason) {
        static Missing of(AbsentBar bar) {
            return new Missing(
                    bar.line().instrument().symbol(),
                    bar.openTime(),
                    bar.reason().map(Words::of).orElse("not known yet"));
        }
    }

    private record Document(String interval, List<Row> sessions, List<Missing> missing) {}

    @Override
    public ExitCode call() {
        LedgerScope scope = scope();
        CoverageView coverage = installation.repositories().collection().coverage();
        List<Row> rows = coverage.totals(scope).stream().map(Row::of).toList();
        List<Missing> missing = date == null
                ? List.of()
                : coverage.absent(scope).stream().map(Missing::of).toList();
        if (format.isJson()) {
            installation.output().json(new Document(interval.code(), rows, missing));
        } else {
            show(rows, missing);
        }
        return ExitCode.of(!rows.isEmpty() && rows.stream().allMatch(row -> row.unexplained() == 0));
    }

    /** What has ended is entered first, so that nothing is left out because nobody collected. */
    private LedgerScope scope() {
        Grid grid = Grid.of(TradingCalendar.nyse(), Grid.Anchor.SESSION);
        Instant now = ServiceTime.of(installation).clock().instant();
        ExpectedBars expected = new ExpectedBars(grid, interval);
        DateRange dates = dates(expected, now);
        Set<Instrument> active = installation.repositories().symbols().active();
        installation.repositories().collection().ledger().expect(interval, expected.on(dates), active);
        LedgerScope scope = LedgerScope.of(interval, dates, active);
        installation.repositories().collection().ledger().recount(scope);
        return scope;
    }

    private DateRange dates(ExpectedBars expected, Instant now) {
        TradingCalendar calendar = expected.grid().calendar();
        LocalDate day = date;
        if (day == null) {
            return expected.endedWithin(
                            Math.min(
                                    days,
                                    installation.settings().dataCollection().historyDays()),
                            now)
                    .orElseThrow(() -> new UsageProblem("no session has ended in the last " + days + " days"));
        }
        if (!calendar.covers(day)) {
            throw new UsageProblem(day + " is outside the calendar, which knows " + calendar.firstDate() + " to "
                    + calendar.lastDate());
        }
        Session session = calendar.sessionOn(day)
                .orElseThrow(() -> new UsageProblem(
                        day + " has no session: " + calendar.closureOn(day).orElse("the exchange is closed")));
        if (session.open().isAfter(now)) {
            throw new UsageProblem("the session of " + day + " has not begun");
        }
        return new DateRange(day, day);
    }

    private void show(List<Row> rows, List<Missing> missing) {
        Output output = installation.output();
        if (rows.isEmpty()) {
            output.note("no " + interval + " bars are expected: no symbol is active, or no session has ended");
            return;
        }
        Table table = new Table(
                Column.text("SESSION"),
                Column.number("COMPLETE"),
                Column.number("OPEN"),
                Column.number("GIVEN UP"),
                Column.number("EXPECTED"),
                Column.number("PRESENT"),
                Column.number("FINAL"),
                Column.number("EXPLAINED"),
                Column.number("MISSING"));
        rows.forEach(row -> table.row(
                row.date(),
                row.complete(),
                row.open(),
                row.givenUp(),
                row.expected(),
                row.present(),
                row.finalBars(),
                row.explained(),
                row.unexplained()));
        output.table(table);
        if (!missing.isEmpty()) {
            Table bars = new Table(Column.text("SYMBOL"), Column.text("OPENS"), Column.text("REASON"));
            missing.forEach(bar -> bars.row(bar.symbol(), bar.opens(), bar.reason()));
            output.table(bars);
        }
    }
}
