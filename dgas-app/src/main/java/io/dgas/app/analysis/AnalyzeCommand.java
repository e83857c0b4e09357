package io.dgas.app.analysis;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.prediction.TimeframeOptions;
import io.dgas.app.wiring.Installation;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.timeframe.MultiTimeframeView;
import io.dgas.domain.timeframe.Timeframes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints states, patterns and areas of symbols on all timeframes, and how these are aligned. */
@Command(
        name = "analyze",
        description = "Show states, patterns and areas on each timeframe, and how the timeframes are aligned.",
        footer = {"", "Example:", "  dgas analyze AAPL IBM --trading 1h --higher 1d --higher 1w"})
public final class AnalyzeCommand implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(arity = "1..*", paramLabel = "SYMBOL", description = "The symbols, such as AAPL.")
    @SuppressWarnings("NullAway.Init") // picocli sets required parameters
    List<Instrument> symbols;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes mixins
    TimeframeOptions timeframes;

    @Option(names = "--as-of", paramLabel = "T", description = "Use bars closed by then only (default: all).")
    @Nullable
    Instant asOf;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes mixins
    ReportFormat format;

    public AnalyzeCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        List<Analysis> analyses = symbols.stream().map(this::analysis).toList();
        if (format.isJson()) {
            installation.output().json(analyses.stream().map(Analysis::document).toList());
        } else {
            analyses.forEach(analysis -> analysis.print(installation.output()));
        }
        return ExitCode.DONE;
    }

    private Analysis analysis(Instrument symbol) {
        Timeframes chosen = timeframes.chosen(installation.settings().scheduler());
        var bars = new SeriesSource(installation).stored(symbol, chosen.trading(), Optional.ofNullable(asOf));
        return new Analysis(MultiTimeframeView.of(bars, chosen.higher(), TradingCalendar.nyse()));
    }
}
