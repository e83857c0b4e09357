package io.dgas.app.data;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.wiring.Installation;
import io.dgas.application.bars.QualityCheck;
import io.dgas.application.port.in.CheckQuality;
import io.dgas.application.port.in.CheckQuality.Report;
import io.dgas.application.port.in.CheckQuality.Request;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells whether a stored series can be trusted. */
@Command(
        name = "quality-report",
        description =
                "Tell how complete and how plausible a stored series is. Exit code 0 when it is good, 1 when not.",
        footer = {"", "Example:", "  dgas data quality-report --symbol AAPL --interval 1d"})
final class ShowQuality implements Callable<ExitCode> {

    private final Installation installation;

    @Option(names = "--symbol", paramLabel = "S", required = true, description = "Of which symbol.")
    @SuppressWarnings("NullAway.Init") // picocli sets required options
    private Instrument symbol;

    @Option(names = "--interval", paramLabel = "I", required = true, description = "Length of the bars, such as 1d.")
    @SuppressWarnings("NullAway.Init") // picocli sets required options
    private Timeframe interval;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    ShowQuality(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        Request request = new Request(symbol, interval, installation.clock().instant());
        Report report = check().run(request).orElseThrow(this::nothingStored);
        QualityView view = new QualityView(report);
        if (format.isJson()) {
            installation.output().json(view.document());
        } else {
            view.show(installation.output());
        }
        return ExitCode.of(report.isGood());
    }

    private CheckQuality check() {
        return new QualityCheck(
                installation.repositories().bars(), installation.repositories().actions(), TradingCalendar.nyse());
    }

    private WorkFailed nothingStored() {
        return new WorkFailed("no " + interval + " bars of " + symbol
                + " are stored; import some with 'dgas data import PATH --interval " + interval + "'");
    }
}
