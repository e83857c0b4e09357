package io.dgas.app.prediction;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.suggestion.Nearest;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.application.port.in.PredictSymbols.Request;
import io.dgas.application.port.out.BarOrigins;
import io.dgas.application.port.out.BarOrigins.Origin;
import io.dgas.application.port.out.SymbolRepository.ListedSymbol;
import io.dgas.application.prediction.AdjustedBars.Window;
import io.dgas.application.prediction.Announcers;
import io.dgas.application.prediction.Rerun.Again;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.timeframe.Timeframes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why a symbol was decided as it was. */
@Command(
        name = "explain",
        description = {
            "Tell why a symbol was decided as it was: the newest run that decided it is decided again on what was known"
                    + " then, with its evidence, the first gate that failed, the cheapest change that would have turned"
                    + " it, and the bars with source and standing.",
            "Cheapest is what needs the fewest gates to turn, then the least change in multiples of what they require"
                    + " (of one unit, where they require less). A bar that another source confirmed shows that source.",
            "Where no run decided the symbol it is decided now, without recording it.",
            "Exit code 0 when the decision is the recorded one, 1 when it comes out otherwise or the symbol is unknown."
        },
        footer = {"", "Examples:", "  dgas explain AAPL", "  dgas explain AAPL --at 2016-06-30T20:00:00Z --json"})
public final class ExplainCommand implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(paramLabel = "SYMBOL", description = "The symbol, such as AAPL.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Instrument instrument;

    @Option(
            names = "--at",
            paramLabel = "T",
            description = "The newest decision for a time not after this one (default: now).")
    @Nullable
    Instant at;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    public ExplainCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        ExplainedDecision explained = repeated().orElseGet(this::decidedNow);
        if (format.isJson()) {
            installation.output().json(ExplainedDocument.of(explained));
        } else {
            new ExplainedText(installation.output()).print(explained);
        }
        return ExitCode.of(
                explained.run().map(ExplainedDecision.Repeated::isIdentical).orElse(true));
    }

    private Optional<ExplainedDecision> repeated() {
        Instant time = at == null ? ServiceTime.of(installation).clock().instant() : at;
        return installation
                .repositories()
                .predictionRuns()
                .newestOf(instrument, time)
                .flatMap(run -> installation.rerun().again(run.id(), instrument))
                .map(this::explained);
    }

    private ExplainedDecision explained(Again again) {
        return new ExplainedDecision(
                Optional.of(new ExplainedDecision.Repeated(again.run(), again.isIdentical(), again.remarks())),
                again.run().timeframes(),
                again.decision(),
                again.bars(),
                origins(again.bars(), again.knownAt()));
    }

    private List<Origin> origins(Optional<BarSeries> bars, Optional<Instant> knownAt) {
        return bars.filter(series -> !series.isEmpty())
                .map(series -> installation
                        .repositories()
                        .barOrigins()
                        .of(new BarOrigins.Asked(
                                series.key(), series.openTime(0), series.openTime(series.last()), knownAt)))
                .orElse(List.of());
    }

    /** With the timeframes of the scheduler. */
    private ExplainedDecision decidedNow() {
        requireKnown();
        Timeframes timeframes = installation.settings().scheduler().timeframes();
        Optional<Instant> asOf = Optional.ofNullable(at);
        Decision decision = installation
                .predictSymbols(Announcers.NOBODY)
                .predict(Request.of(Set.of(instrument), timeframes, asOf, false))
                .decisions()
                .getFirst();
        Optional<BarSeries> bars = bars(new Window(
                timeframes.trading(), asOf, installation.decisionSettings().historyBars()));
        return new ExplainedDecision(Optional.empty(), timeframes, decision, bars, origins(bars, Optional.empty()));
    }

    private Optional<BarSeries> bars(Window window) {
        try {
            return installation.adjustedBars().load(Set.of(instrument), window).adjusted(instrument);
        } catch (IllegalArgumentException contradiction) {
            return Optional.empty(); // the decision tells of it
        }
    }

    private void requireKnown() {
        List<String> known = installation.repositories().symbols().all().stream()
                .map(ListedSymbol::instrument)
                .map(Instrument::symbol)
                .toList();
        if (!known.contains(instrument.symbol())) {
            String hint = Nearest.to(instrument.symbol(), known)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("'dgas data import' or 'dgas symbols add' registers it");
            throw new WorkFailed("symbol " + instrument + " is not known; " + hint);
        }
    }
}
