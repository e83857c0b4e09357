package io.dgas.app.collection;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Table;
import io.dgas.app.output.Words;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.application.port.out.collection.CollectionRunRepository;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.application.port.out.collection.CollectionRunRepository.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The figures of collection cycles. */
@Command(
        name = "stats",
        description = "Show the collection cycles of the last hours: symbols updated, bars fetched and stored, calls.",
        footer = {"", "Example:", "  dgas data-collection stats --hours 24"})
final class CollectionStats implements Callable<ExitCode> {

    /** Different errors shown, the newest. */
    private static final int ERRORS = 5;

    private final Installation installation;

    @Option(names = "--hours", paramLabel = "N", description = "How far back (default: ${DEFAULT-VALUE}).")
    int hours = 24;

    @Option(names = "--cycles", paramLabel = "N", description = "Cycles shown at most (default: ${DEFAULT-VALUE}).")
    int cycles = 20;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    CollectionStats(Installation installation) {
        this.installation = installation;
    }

    /** A cycle as JSON. */
    private record Row(
            Instant at,
            String kind,
            String interval,
            String status,
            int requested,
            int updated,
            int failed,
            long barsFetched,
            long barsStored,
            long callsUsed,
            long milliseconds,
            String error) {
        static Row of(CollectionRun run) {
            return new Row(
                    run.startedAt(),
                    Words.hyphenated(run.kind()),
                    run.timeframe().code(),
                    run.status().name(),
                    run.symbols().requested(),
                    run.symbols().updated(),
                    run.symbols().failed(),
                    run.barsFetched(),
                    run.barsStored(),
                    run.callsUsed(),
                    run.executionTime().toMillis(),
                    run.error().orElse(""));
        }
    }

    private record Document(
            Instant from,
            Map<String, Integer> runs,
            long barsFetched,
            long barsStored,
            long callsUsed,
            List<Row> cycles) {}

    @Override
    public ExitCode call() {
        Instant from = ServiceTime.of(installation).clock().instant().minus(Duration.ofHours(hours));
        CollectionRunRepository runs = installation.repositories().collection().runs();
        Totals totals = runs.totals(from);
        List<Row> rows = runs.since(from, cycles).stream().map(Row::of).toList();
        if (format.isJson()) {
            installation.output().json(document(from, totals, rows));
        } else {
            show(totals, rows);
        }
        return ExitCode.DONE;
    }

    private static Document document(Instant from, Totals totals, List<Row> rows) {
        Map<String, Integer> byStatus = new TreeMap<>();
        totals.runs().forEach((status, count) -> byStatus.put(status.name(), count));
        return new Document(from, byStatus, totals.barsFetched(), totals.barsStored(), totals.callsUsed(), rows);
    }

    private void show(Totals totals, List<Row> rows) {
        Output output = installation.output();
        if (rows.isEmpty()) {
            output.note("no collection cycle in the last " + hours + " hours");
            return;
        }
        output.line("cycles: " + new TreeMap<>(totals.runs()) + ", symbols updated " + totals.symbolsUpdated()
                + ", failed " + totals.symbolsFailed() + ", bars fetched " + totals.barsFetched() + ", stored "
                + totals.barsStored() + ", calls used " + totals.callsUsed());
        output.table(table(rows));
        rows.stream()
                .filter(row -> !row.error().isEmpty())
                .map(row -> row.kind() + " " + row.interval() + ": " + row.error())
                .distinct()
                .limit(ERRORS)
                .forEach(output::line);
    }

    private static Table table(List<Row> rows) {
        Table table = new Table(
                Column.text("AT"),
                Column.text("KIND"),
                Column.text("INTERVAL"),
                Column.text("STATUS"),
                Column.number("REQUESTED"),
                Column.number("UPDATED"),
                Column.number("FAILED"),
                Column.number("FETCHED"),
                Column.number("STORED"),
                Column.number("CALLS"),
                Column.number("MS"));
        rows.forEach(row -> table.row(
                row.at(),
                row.kind(),
                row.interval(),
                row.status(),
                row.requested(),
                row.updated(),
                row.failed(),
                row.barsFetched(),
                row.barsStored(),
                row.callsUsed(),
                row.milliseconds()));
        return table;
    }
}
