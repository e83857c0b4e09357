package io.dgas.app.symbols;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.wiring.Installation;
import io.dgas.domain.market.Instrument;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes symbols out of the universe. */
@Command(
        name = "deactivate",
        description = "Take symbols out of the universe; their bars and signals stay.",
        footer = {"", "Example:", "  dgas symbols deactivate AAPL"})
final class DeactivateSymbols implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(arity = "1..*", paramLabel = "SYMBOL", description = "Tickers, such as AAPL or BRK.B.")
    List<String> symbols = List.of();

    DeactivateSymbols(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        Set<Instrument> named = NamedSymbols.of(symbols);
        Set<Instrument> unknown = installation.repositories().symbols().deactivate(named);
        installation.output().line("inactive now: " + (named.size() - unknown.size()));
        if (!unknown.isEmpty()) {
            throw new WorkFailed("not known: " + NamedSymbols.text(unknown) + "; see 'dgas symbols list'");
        }
        return ExitCode.DONE;
    }
}
