package io.dgas.app.symbols;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.app.wiring.VendorAccess;
import io.dgas.application.port.in.ImportUniverse.Options;
import io.dgas.application.port.in.ImportUniverse.Request;
import io.dgas.application.port.in.ImportUniverse.SymbolList;
import io.dgas.application.port.in.UniverseIndex;
import io.dgas.application.universe.UniverseImport;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a list of symbols. */
@Command(
        name = "import",
        description = {
            "Make the symbols of a list active and, with --index, record who joined and left the index.",
            "FILE.csv has the columns symbol and, if wanted, name, exchange and since. FILE.html is a saved page with a "
                    + "table of constituents (Symbol, Security, GICS Sector) and perhaps one of changes. A file that is "
                    + "not wholly understood is refused.",
            "Symbols that left stay active, and nothing of their history is lost."
        },
        footer = {
            "",
            "Examples:",
            "  dgas symbols import my-symbols.csv",
            "  dgas symbols import sp500.html --index sp500 --dry-run",
            "  dgas symbols import --from-vendor --index nasdaq100 --deactivate-removed"
        })
final class ImportSymbols implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "A CSV file or a saved page (*.csv, *.html).")
    private @Nullable String file;

    @Option(names = "--from-vendor", description = "Ask the vendor instead; needs a plan that has index members.")
    private boolean fromVendor;

    @Option(names = "--index", paramLabel = "INDEX", description = "The list is all members of sp500 or nasdaq100.")
    private @Nullable UniverseIndex index;

    @Option(names = "--date", paramLabel = "D", description = "The day of which the list is true (default: today).")
    private @Nullable LocalDate date;

    @Option(names = "--deactivate-removed", description = "Make inactive what left and is in no other index.")
    private boolean deactivateRemoved;

    @Option(names = "--force", description = "Let more than 20 %% of the members leave.")
    private boolean force;

    @Option(names = "--dry-run", description = "Tell what would be done, and store nothing.")
    private boolean dryRun;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    ImportSymbols(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        requireOneSource();
        LocalDate day = new MarketDay(installation.clock()).notInFuture(date);
        Request request = new Request(list(day), new Options(dryRun, force, deactivateRemoved));
        return new ImportedSymbols(request, useCase().run(request)).show(installation.output(), format.isJson());
    }

    private void requireOneSource() {
        if ((file == null) != fromVendor) {
            throw new UsageProblem("expected either a FILE or --from-vendor\nSee 'dgas symbols import --help'.");
        }
        boolean needsIndex = fromVendor || deactivateRemoved || force || (file != null && SymbolFile.isPage(file));
        if (index == null && needsIndex) {
            throw new UsageProblem("--index is missing: " + (fromVendor ? "--from-vendor" : reason())
                    + " is about the members of an index; expected --index sp500 or --index nasdaq100");
        }
    }

    private String reason() {
        if (deactivateRemoved || force) {
            return deactivateRemoved ? "--deactivate-removed" : "--force";
        }
        return "a page";
    }

    private SymbolList list(LocalDate day) {
        if (file != null) {
            SymbolFile read = SymbolFile.read(file, installation.environment().workingDirectory());
            return new SymbolList(Optional.ofNullable(index), day, read.symbols(), read.changes(), read.source());
        }
        UniverseIndex asked = Objects.requireNonNull(index);
        try (VendorAccess vendor = new VendorAccess(installation, ServiceTime.of(installation))) {
            return new SymbolList(
                    Optional.of(asked), day, VendorMembers.of(asked, vendor.listings()), List.of(), "EODHD");
        }
    }

    private UniverseImport useCase() {
        return new UniverseImport(
                installation.repositories().symbols(),
                installation.repositories().listings(),
                installation.repositories().indexMembers(),
                installation.clock());
    }
}
