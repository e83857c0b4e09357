package io.dgas.app.vendor;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Table;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.app.wiring.VendorAccess;
import io.dgas.application.port.out.vendor.IntradaySpan;
import io.dgas.application.port.out.vendor.VendorAccount;
import io.dgas.application.port.out.vendor.VendorAnswer;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One call of each kind. */
@Command(
        name = "test",
        description =
                "Ask the vendor one question of each kind and show what it answers. Exit code 0 when all have data.",
        footer = {"", "Example:", "  dgas eodhd test --symbol AAPL"})
final class TestVendor implements Callable<ExitCode> {

    private final Installation installation;

    @Option(
            names = "--symbol",
            paramLabel = "S",
            defaultValue = "AAPL",
            description = "Whose data to ask for (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Instrument symbol;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    TestVendor(Installation installation) {
        this.installation = installation;
    }

    /** A question as JSON. */
    private record Row(String question, boolean answered, String answer) {}

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
            rows.forEach(row -> table.row(row.question(), row.answered() ? "yes" : "no", row.answer()));
            output.table(table);
        }
        return ExitCode.of(rows.stream().allMatch(Row::answered));
    }

    private List<Row> ask(VendorAccess vendor, Instant now) {
        Session session = sessionBefore(now);
        DateRange week = new DateRange(session.date().minusDays(7), session.date());
        LocalDate yearBefore = session.date().minusYears(1);
        List<Row> rows = new ArrayList<>();
        rows.add(row("token and plan", vendor.history().account().then(TestVendor::plan)));
        rows.add(row(
                "1m bars of " + session.date(),
                vendor.history()
                        .intraday(new IntradaySpan(
                                symbol,
                                Timeframe.M1,
                                session.open(),
                                session.close().minusSeconds(60)))
                        .then(data -> said(data.bars().size() + " bars"))));
        rows.add(row(
                "daily bars of a week",
                vendor.history()
                        .daily(symbol, week)
                        .then(data -> said(data.rows().size() + " bars"))));
        DateRange year = new DateRange(yearBefore, session.date());
        rows.add(row(
                "splits of a year",
                vendor.history()
                        .splits(symbol, year)
                        .then(data -> said(data.rows().size() + " splits"))));
        rows.add(row(
                "dividends of a year",
                vendor.history()
                        .dividends(symbol, year)
                        .then(data -> said(data.rows().size() + " dividends"))));
        rows.add(row(
                "delayed quote",
                vendor.quotes()
                        .delayed(List.of(symbol))
                        .then(data -> said(data.quotes().size() + " quote"))));
        vendor.clock()
                .lastSkew()
                .ifPresent(skew -> rows.add(new Row(
                        "clock",
                        skew.problem().isEmpty(),
                        "the vendor's is " + skew.vendorAhead().toSeconds() + " s ahead of ours")));
        return rows;
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

    private static Row row(String question, VendorAnswer<String> answer) {
        return switch (answer) {
            case VendorAnswer.Data<String> data -> new Row(question, true, data.value());
            case VendorAnswer.NotYet<String> none -> new Row(question, false, "not there yet");
            case VendorAnswer.UnknownSymbol<String> unknown -> new Row(question, false, unknown.what());
            case VendorAnswer<String> failed ->
                new Row(
                        question,
                        false,
                        failed.failure().map(VendorAnswer.Failure::why).orElse("no answer"));
        };
    }
}
