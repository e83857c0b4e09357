package io.dgas.app.symbols;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.universe.ListingRepository;
import io.dgas.application.port.out.universe.ListingRepository.Renaming;
import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a symbol another name. */
@Command(
        name = "rename",
        description = "Give a symbol the ticker that it has now; all its history is read under it.",
        footer = {"", "Example:", "  dgas symbols rename FB META --on 2022-06-09"})
final class RenameSymbol implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(index = "0", paramLabel = "OLD", description = "The ticker until then.")
    @SuppressWarnings("NullAway.Init") // picocli sets required parameters
    private Instrument from;

    @Parameters(index = "1", paramLabel = "NEW", description = "The ticker from then on.")
    @SuppressWarnings("NullAway.Init") // picocli sets required parameters
    private Instrument to;

    @Option(names = "--on", paramLabel = "DATE", required = true, description = "First day of the new ticker.")
    @SuppressWarnings("NullAway.Init") // picocli sets required options
    private LocalDate on;

    @Option(names = "--merge", description = "Where NEW is known too: make the two one, which cannot be undone.")
    private boolean merge;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    RenameSymbol(Installation installation) {
        this.installation = installation;
    }

    /** The report as JSON. */
    private record Document(Instrument from, Instrument to, LocalDate on, boolean merged) {}

    @Override
    public ExitCode call() {
        LocalDate day = new MarketDay(installation.clock()).notInFuture(on);
        if (from.equals(to)) {
            throw new UsageProblem("OLD and NEW are both " + from + "; expected two tickers");
        }
        ListingRepository listings = installation.repositories().listings();
        Document document = new Document(from, to, day, isMerger(listings));
        listings.rename(new Renaming(from, to, day), installation.clock().instant());
        show(document);
        return ExitCode.DONE;
    }

    private boolean isMerger(ListingRepository listings) {
        Set<Instrument> known = listings.all().stream()
                .map(listing -> listing.description().instrument())
                .collect(Collectors.toSet());
        if (!known.contains(from)) {
            throw new WorkFailed("not known: " + from + "; see 'dgas symbols list'");
        }
        if (known.contains(to) && !merge) {
            throw new WorkFailed(to + " is a known symbol already; if it is the same company, repeat it with --merge,"
                    + " which makes the two one and cannot be undone");
        }
        return known.contains(to);
    }

    private void show(Document document) {
        if (format.isJson()) {
            installation.output().json(document);
        } else {
            installation
                    .output()
                    .line(from + " is " + to + " from " + document.on() + " on"
                            + (document.merged() ? "; the two are one now" : ""));
        }
    }
}
