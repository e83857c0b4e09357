package io.dgas.app.symbols;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.wiring.Installation;
import io.dgas.domain.market.Instrument;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes symbols known and active. */
@Command(
        name = "add",
        description = "Make symbols active, adding those that are not known.",
        footer = {"", "Example:", "  dgas symbols add AAPL BRK.B"})
final class AddSymbols implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(arity = "1..*", paramLabel = "SYMBOL", description = "Tickers, such as AAPL or BRK.B.")
    List<String> symbols = List.of();

    AddSymbols(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        Set<Instrument> named = NamedSymbols.of(symbols);
        int activated = installation.repositories().symbols().activate(named);
        installation.output().line("made active: " + activated + "; active before: " + (named.size() - activated));
        return ExitCode.DONE;
    }
}
