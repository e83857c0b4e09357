package io.dgas.app.vendor;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Table;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.app.wiring.VendorAccess;
import io.dgas.application.collection.coverage.CalendarCheck;
import io.dgas.application.port.out.vendor.IntradayHistory;
import io.dgas.application.port.out.vendor.IntradaySpan;
import io.dgas.application.port.out.vendor.StockIndex;
import io.dgas.application.port.out.vendor.VendorAccount;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorHistory;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One call of each kind. */
@Command(
        name = "test",
        description = {
            "Ask the vendor one question of each kind and show what it answers. Exit code 0 when all that DGAS needs have "
                    + "data and the vendor's holidays are those of the calendar.",
            "It costs some 130 calls of the day, with --cheap some 20."
        },
        footer = {"", "Examples:", "  dgas eodhd test --symbol AAPL", "  dgas eodhd test --cheap"})
final class TestVendor implements Callable<ExitCode> {

    private final Installation installation;

    @Option(
            names = "--symbol",
            paramLabel = "S",
            defaultValue = "AAPL",
            description = "Whose data to ask for (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Instrument symbol;

    @Option(
            names = "--cheap",
            description = "Leave out the two dear questions: the whole market's day, and the members of an index.")
    private boolean cheap;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    TestVendor(Installation installation) {
        this.installation = installation;
    }

    /**
     * A question as JSON.
     *
     * @param needed whether DGAS needs an answer
     */
    private record Row(String question, boolean needed, boolean answered, String answer) {

        String verdict() {
            return answered ? "yes" : needed ? "no" : "no, not needed";
        }
    }

    @Override
    public ExitCode call() {
        ServiceTime time = ServiceTime.of(installation);
        List<Row> rows;
        try (VendorAccess vendor = new VendorAccess(installation, time)) {
            rows = ask(vendor, time.clock().instant());
        }
        Output output = installation.output();
        if (format.isJson()) {
            output.json(rows);
        } else {
            Table table = new Table(Column.text("QUESTION"), Column.text("OK"), Column.text("ANSWER"));
            rows.forEach(row -> table.row(row.question(), row.verdict(), row.answer()));
            output.table(table);
        }
        return ExitCode.of(rows.stream().allMatch(row -> row.answered() || !row.needed()));
    }

    private List<Row> ask(VendorAccess vendor, Instant now) {
        LocalDate day = sessionBefore(now).date();
        List<Row> rows = new ArrayList<>();
        rows.add(row("token and plan", vendor.history().account().then(TestVendor::plan)));
        rows.addAll(ofSymbol(vendor, sessionBefore(now)));
        rows.add(row(
                "listed symbols",
                vendor.listings().listed().then(data -> said(data.rows().size() + " symbols"))));
        rows.add(row("holidays", holidays(vendor, day)));
        if (!cheap) {
            rows.add(row(
                    "daily bars of the whole market",
                    vendor.marketDay().bars(day).then(data -> said(data.rows().size() + " bars of " + day))));
            rows.add(spared(row(
                    "members of an index",
                    vendor.listings()
                            .members(StockIndex.SP_500)
                            .then(data -> said(data.rows().size() + " of sp500")))));
        }
        vendor.clock()
                .lastSkew()
                .ifPresent(skew -> rows.add(new Row(
                        "clock",
                        true,
                        skew.problem().isEmpty(),
                        "the vendor's is " + skew.vendorAhead().toSeconds() + " s ahead of ours")));
        return rows;
    }

    private List<Row> ofSymbol(VendorAccess vendor, Session session) {
        LocalDate day = session.date();
        DateRange week = new DateRange(day.minusDays(7), day);
        DateRange year = new DateRange(day.minusYears(1), day);
        VendorHistory history = vendor.history();
        return List.of(
                row("1m bars", history.intraday(within(session, Timeframe.M1)).then(data -> bars(data, day))),
                row("5m bars", history.intraday(within(session, Timeframe.M5)).then(data -> bars(data, day))),
                row(
                        "daily bars of a week",
                        history.daily(symbol, week)
                                .then(data -> said(data.rows().size() + " bars"))),
                row(
                        "splits of a year",
                        history.splits(symbol, year)
                                .then(data -> said(data.rows().size() + " splits"))),
                row(
                        "dividends of a year",
                        history.dividends(symbol, year)
                                .then(data -> said(data.rows().size() + " dividends"))),
                row(
                        "delayed quote",
                        vendor.quotes()
                                .delayed(List.of(symbol))
                                .then(data -> said(data.quotes().size() + " quote"))));
    }

    private IntradaySpan within(Session session, Timeframe timeframe) {
        return new IntradaySpan(
                symbol, timeframe, session.open(), session.close().minusSeconds(timeframe.seconds()));
    }

    private static VendorAnswer<String> bars(IntradayHistory history, LocalDate day) {
        return said(history.bars().size() + " bars of " + day);
    }

    /** Of half a year, as far as the calendar reaches. */
    private static VendorAnswer<String> holidays(VendorAccess vendor, LocalDate day) {
        TradingCalendar calendar = TradingCalendar.nyse();
        LocalDate last = day.plusMonths(6);
        DateRange dates = new DateRange(day, last.isAfter(calendar.lastDate()) ? calendar.lastDate() : last);
        return vendor.listings().closures(dates).then(told -> {
            CalendarCheck check = CalendarCheck.of(told, calendar, dates);
            String found = told.holidays().size() + " holidays and "
                    + told.earlyCloses().size() + " early closes until " + dates.last();
            return check.contradictions().isEmpty()
                    ? said(found + untold(check))
                    : new VendorAnswer.Broken<>(String.join("; ", check.contradictions()));
        });
    }

    private static String untold(CalendarCheck check) {
        return check.untold().isEmpty()
                ? ", as in the calendar"
                : "; the calendar also has "
                        + check.untold().stream().map(LocalDate::toString).collect(Collectors.joining(", "));
    }

    private static Session sessionBefore(Instant now) {
        TradingCalendar calendar = TradingCalendar.nyse();
        return calendar.sessionBefore(calendar.dateOf(now).minusDays(1));
    }

    private static VendorAnswer<String> plan(VendorAccount account) {
        return said(account.usedToday() + " of " + account.dailyLimit() + " calls used today, "
                + (account.feeds().isEmpty() ? "feeds not told" : String.join(", ", account.feeds())));
    }

    private static VendorAnswer<String> said(String text) {
        return new VendorAnswer.Data<>(text);
    }

    /** DGAS does without the answer. */
    private static Row spared(Row row) {
        return new Row(row.question(), false, row.answered(), row.answer());
    }

    private static Row row(String question, VendorAnswer<String> answer) {
        return switch (answer) {
            case VendorAnswer.Data<String> data -> new Row(question, true, true, data.value());
            case VendorAnswer.NotYet<String> none -> new Row(question, true, false, "not there yet");
            case VendorAnswer.UnknownSymbol<String> unknown -> new Row(question, true, false, unknown.what());
            case VendorAnswer<String> failed ->
                new Row(
                        question,
                        true,
                        false,
                        failed.failure().map(VendorAnswer.Failure::why).orElse("no answer"));
        };
    }
}
