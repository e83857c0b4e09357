package io.dgas.app.symbols;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.universe.ListingRepository;
import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records that a symbol is no longer traded. */
@Command(
        name = "delist",
        description = "Record when a symbol was traded for the last time, and make it inactive; its history stays.",
        footer = {"", "Example:", "  dgas symbols delist TWTR --on 2022-10-27"})
final class DelistSymbol implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(paramLabel = "SYMBOL", description = "A ticker, such as TWTR.")
    @SuppressWarnings("NullAway.Init") // picocli sets required parameters
    private Instrument symbol;

    @Option(names = "--on", paramLabel = "DATE", required = true, description = "Last day of trading.")
    @SuppressWarnings("NullAway.Init") // picocli sets required options
    private LocalDate on;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    DelistSymbol(Installation installation) {
        this.installation = installation;
    }

    /** The report as JSON. */
    private record Document(Instrument symbol, LocalDate delistedOn, boolean changed) {}

    @Override
    public ExitCode call() {
        LocalDate day = new MarketDay(installation.clock()).notInFuture(on);
        ListingRepository listings = installation.repositories().listings();
        if (listings.all().stream()
                .noneMatch(listing -> listing.description().instrument().equals(symbol))) {
            throw new WorkFailed("not known: " + symbol + "; see 'dgas symbols list'");
        }
        Document document = new Document(symbol, day, listings.delist(Map.of(symbol, day)) > 0);
        if (format.isJson()) {
            installation.output().json(document);
        } else {
            installation
                    .output()
                    .line(symbol + " was delisted on " + day + " and is inactive"
                            + (document.changed() ? "" : "; that was known"));
        }
        return ExitCode.DONE;
    }
}
