package io.dgas.app.data;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Table;
import io.dgas.app.output.Words;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.application.collection.health.FreshnessReport;
import io.dgas.application.collection.health.SymbolFreshness;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how far each symbol's newest bar is behind the calendar. */
@Command(
        name = "freshness",
        description = "Tell how fresh the newest stored bar of each active symbol is. Exit code 0 when all are fresh.",
        footer = {"", "Example:", "  dgas data freshness --interval 30m --late"})
final class ShowFreshness implements Callable<ExitCode> {

    private final Installation installation;

    @Option(
            names = "--interval",
            paramLabel = "I",
            defaultValue = "30m",
            description = "Length of the bars (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Timeframe interval;

    @Option(names = "--late", description = "Only symbols that are not fresh.")
    private boolean lateOnly;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    ShowFreshness(Installation installation) {
        this.installation = installation;
    }

    /** A symbol as JSON; empty texts where there is no bar. */
    private record Row(String symbol, String level, String newest, String source, long barsLate) {
        static Row of(Map.Entry<Instrument, SymbolFreshness> entry) {
            SymbolFreshness freshness = entry.getValue();
            return new Row(
                    entry.getKey().symbol(),
                    Words.of(freshness.level()),
                    freshness.newest().map(bar -> bar.openTime().toString()).orElse(""),
                    freshness.newest().map(bar -> bar.source().code()).orElse(""),
                    freshness.barsLate().orElse(-1));
        }
    }

    private record Document(String interval, double freshShare, Map<String, Integer> counts, List<Row> symbols) {}

    @Override
    public ExitCode call() {
        FreshnessReport report = report();
        List<Row> rows = report.symbols().entrySet().stream()
                .filter(entry -> !lateOnly || entry.getValue().level() != SymbolFreshness.Level.FRESH)
                .map(Row::of)
                .toList();
        Map<String, Integer> counts = report.counts().entrySet().stream()
                .collect(Collectors.toMap(level -> Words.of(level.getKey()), Map.Entry::getValue));
        Output output = installation.output();
        if (format.isJson()) {
            output.json(new Document(interval.code(), report.freshShare(), counts, rows));
        } else {
            show(counts, rows);
        }
        return ExitCode.of(report.freshShare() == 1);
    }

    private FreshnessReport report() {
        return installation
                .freshness(interval)
                .at(ServiceTime.of(installation).clock().instant());
    }

    private void show(Map<String, Integer> counts, List<Row> rows) {
        Output output = installation.output();
        output.line("fresh " + counts.get("fresh") + ", late " + counts.get("late") + ", stale " + counts.get("stale")
                + ", without bars " + counts.get("none"));
        Table table = new Table(
                Column.text("SYMBOL"),
                Column.text("LEVEL"),
                Column.text("NEWEST"),
                Column.text("SOURCE"),
                Column.number("BARS LATE"));
        rows.forEach(row -> table.row(
                row.symbol(), row.level(), row.newest(), row.source(), row.barsLate() < 0 ? "" : row.barsLate()));
        output.table(table);
    }
}
