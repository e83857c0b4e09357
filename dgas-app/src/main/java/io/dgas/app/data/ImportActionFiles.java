package io.dgas.app.data;

import io.dgas.app.csv.ActionSource;
import io.dgas.app.csv.CsvActions;
import io.dgas.app.csv.CsvFile;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.wiring.Installation;
import io.dgas.application.bars.ActionImport;
import io.dgas.application.port.in.ImportActions.Report;
import io.dgas.application.port.in.ImportActions.Request;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.TradingCalendar;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports files of splits and dividends. */
@Command(
        name = "import",
        description = {
            "Import splits and dividends from CSV files, all in one transaction.",
            "The columns are symbol, ex_date, kind (split or dividend), value and, if wanted, known_at. The value of a "
                    + "split is written 7, 7/1 or 7:1, that of a dividend in dollars for one share. An action without "
                    + "known_at counts as known from the open of its ex-date on.",
            "Also read are Lean factor files (AAPL_factor.csv; the symbol is in the name) and files of hints with the "
                    + "columns symbol, ex_date, prev_close_factor, prev_close, kind. Ratios that follow from factors are "
                    + "taken to the nearest simple one, such as 7:1 or 3:2, when it is within 0.1 %%."
        },
        footer = {
            "",
            "Examples:",
            "  dgas data actions import actions.csv",
            "  dgas data actions import aapl_factor.csv"
        })
final class ImportActionFiles implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV files.")
    private List<String> paths = List.of();

    @Option(
            names = "--symbol",
            paramLabel = "S",
            description = "The symbol of files that do not name one; in others every row must have it.")
    private @Nullable Instrument symbol;

    @Mixin
    private final BadRows badRows = new BadRows();

    @Mixin
    private final ReportFormat format = new ReportFormat();

    ImportActionFiles(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        ActionSource source = new ActionSource(TradingCalendar.nyse(), Optional.ofNullable(symbol));
        List<CsvFile> files = new NamedFiles(installation).at(paths);
        Request request = new Request(CsvActions.read(files, source), badRows.areSkipped());
        Report report = new ActionImport(installation.repositories().actions()).run(request);
        return new ActionImportReport(report).show(installation.output(), format.isJson());
    }
}
