package io.dgas.app.symbols;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Table;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.SymbolRepository.ListedSymbol;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the known symbols. */
@Command(
        name = "list",
        description = "List the known symbols, by symbol.",
        footer = {"", "Example:", "  dgas symbols list --active --json"})
final class ListSymbols implements Callable<ExitCode> {

    private final Installation installation;

    @Option(names = "--active", description = "Only those that are active.")
    boolean activeOnly;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    ListSymbols(Installation installation) {
        this.installation = installation;
    }

    /** A symbol as JSON. */
    private record Row(String symbol, boolean active) {}

    @Override
    public ExitCode call() {
        List<Row> rows = installation.repositories().symbols().all().stream()
                .filter(listed -> listed.isActive() || !activeOnly)
                .map(ListSymbols::row)
                .toList();
        Output output = installation.output();
        if (format.isJson()) {
            output.json(rows);
        } else if (rows.isEmpty()) {
            output.note("no symbols; 'dgas symbols add AAPL' adds one, and importing bars adds theirs");
        } else {
            output.table(table(rows));
        }
        return ExitCode.DONE;
    }

    private static Row row(ListedSymbol listed) {
        return new Row(listed.instrument().symbol(), listed.isActive());
    }

    private static Table table(List<Row> rows) {
        Table table = new Table(Column.text("SYMBOL"), Column.text("ACTIVE"));
        rows.forEach(row -> table.row(row.symbol(), row.active() ? "yes" : "no"));
        return table;
    }
}
