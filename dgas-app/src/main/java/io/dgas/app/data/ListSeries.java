package io.dgas.app.data;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Table;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.in.ListStoredBars;
import io.dgas.application.port.out.BarRepository.StoredSeries;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the stored series of bars. */
@Command(
        name = "list",
        description = "List the stored series of bars: how many, and when the first and the last of them open (UTC).",
        footer = {"", "Example:", "  dgas data list"})
final class ListSeries implements Callable<ExitCode> {

    private final Installation installation;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    ListSeries(Installation installation) {
        this.installation = installation;
    }

    /** A series as JSON. */
    private record Row(String symbol, String interval, long bars, Instant first, Instant last) {
        static Row of(StoredSeries series) {
            return new Row(
                    series.instrument().symbol(),
                    series.timeframe().code(),
                    series.bars(),
                    series.firstOpen(),
                    series.lastOpen());
        }
    }

    @Override
    public ExitCode call() {
        ListStoredBars list = installation.repositories().bars()::list;
        List<Row> rows = list.run().stream().map(Row::of).toList();
        Output output = installation.output();
        if (format.isJson()) {
            output.json(rows);
        } else if (rows.isEmpty()) {
            output.note("no bars are stored; import some with 'dgas data import PATH --interval I'");
        } else {
            output.table(table(rows));
        }
        return ExitCode.DONE;
    }

    private static Table table(List<Row> rows) {
        Table table = new Table(
                Column.text("SYMBOL"),
                Column.text("INTERVAL"),
                Column.number("BARS"),
                Column.text("FIRST"),
                Column.text("LAST"));
        rows.forEach(row -> table.row(row.symbol(), row.interval(), Numbers.text(row.bars()), row.first(), row.last()));
        return table;
    }
}
