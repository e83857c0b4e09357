package io.dgas.app.data;

import io.dgas.app.csv.CsvBarSource;
import io.dgas.app.csv.CsvBars;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.wiring.Installation;
import io.dgas.application.bars.BarImport;
import io.dgas.application.port.in.ImportBars.Report;
import io.dgas.application.port.in.ImportBars.Request;
import io.dgas.application.recorded.RecordedFile;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports files of recorded bars. */
@Command(
        name = "import",
        description = {
            "Import recorded bars from CSV files, all in one transaction.",
            "The columns are symbol, timestamp, open, high, low, close and volume, in any order; the timestamp is the "
                    + "bar's open in UTC such as 2014-06-05T13:30:00Z, from one day up also a date. Rows outside "
                    + "regular hours are set aside. One bad row stops everything, unless --skip-bad is given."
        },
        footer = {
            "",
            "Examples:",
            "  dgas data import bars/daily --interval 1d",
            "  dgas data import AAPL.csv MSFT.csv --interval 30m --skip-bad",
            "  dgas data import quotes.csv --interval 1h --symbol IBM --json"
        })
final class ImportBarFiles implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "CSV files, or folders for the *.csv in them.")
    private List<String> paths = List.of();

    @Option(names = "--interval", paramLabel = "I", required = true, description = "Length of the bars, such as 1d.")
    @SuppressWarnings("NullAway.Init") // picocli sets required options
    private Timeframe interval;

    @Option(
            names = "--symbol",
            paramLabel = "S",
            description = "The symbol of files that do not name one; in others every row must have it.")
    private @Nullable Instrument symbol;

    @Mixin
    private final BadRows badRows = new BadRows();

    @Mixin
    private final ReportFormat format = new ReportFormat();

    ImportBarFiles(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        Instant start = installation.clock().instant();
        CsvBarSource source = new CsvBarSource(interval, Optional.ofNullable(symbol));
        List<RecordedFile> read = CsvBars.read(new NamedFiles(installation).at(paths), source);
        tellProgress(read);
        Report report = importer().run(new Request(interval, read, badRows.areSkipped(), start));
        BarImportReport shown = new BarImportReport(
                interval, report, start.until(installation.clock().instant()));
        return shown.show(installation.output(), format.isJson());
    }

    private void tellProgress(List<RecordedFile> read) {
        if (installation.output().isColoured()) {
            long rows = read.stream().mapToLong(RecordedFile::rowsRead).sum();
            installation
                    .output()
                    .note("checking and storing " + Numbers.count(rows, "row") + " of "
                            + Numbers.count(read.size(), "file"));
        }
    }

    private BarImport importer() {
        return new BarImport(installation.repositories().bars(), TradingCalendar.nyse());
    }
}
