package io.dgas.app.analysis;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.wiring.Installation;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.level.ProjectionSheet;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.state.StateSeries;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the projection sheet for the coming bar, from stored bars or straight from a file. */
@Command(
        name = "levels",
        description = "Show the projection sheet for the coming bar: levels, lines, areas and the state.",
        footer = {
            "",
            "Examples:",
            "  dgas levels AAPL --interval 1d",
            "  dgas levels AAPL --interval 1d --as-of 2016-06-30 --history 5 --json",
            "  dgas levels --csv AAPL.csv --interval 1h      (needs no database)"
        })
public final class LevelsCommand implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(arity = "0..1", paramLabel = "SYMBOL", description = "The symbol, such as AAPL.")
    @Nullable
    Instrument symbol;

    @Option(names = "--interval", required = true, paramLabel = "I", description = "The timeframe of the bars.")
    @SuppressWarnings("NullAway.Init") // picocli sets required options
    Timeframe interval;

    @Option(names = "--csv", paramLabel = "FILE", description = "Read this file of bars and no database.")
    @Nullable
    String csv;

    @Option(names = "--as-of", paramLabel = "T", description = "Use bars closed by then only (default: all).")
    @Nullable
    Instant asOf;

    @Option(
            names = "--history",
            paramLabel = "N",
            defaultValue = "0",
            description = "Show the sheets of the last N bars too.")
    int history;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes mixins
    ReportFormat format;

    public LevelsCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        if (history < 0) {
            throw new UsageProblem("--history counts bars from 0 up, got " + history);
        }
        BarSeries bars = bars();
        Levels levels = Levels.of(bars);
        if (!levels.isWarm()) {
            throw new WorkFailed(bars.key() + ": " + bars.size() + " closed bars, a projection needs "
                    + levels.firstBar() + "; import more or choose a later --as-of");
        }
        print(levels, StateSeries.of(bars, levels));
        return ExitCode.DONE;
    }

    private BarSeries bars() {
        SeriesSource source = new SeriesSource(installation);
        Optional<Instant> until = Optional.ofNullable(asOf);
        Optional<Instrument> instrument = Optional.ofNullable(symbol);
        if (csv != null) {
            return source.fromFile(csv, interval, instrument, until);
        }
        return source.stored(
                instrument.orElseThrow(() -> new UsageProblem("name a SYMBOL, or a file with --csv FILE")),
                interval,
                until);
    }

    private void print(Levels levels, StateSeries states) {
        int first = Math.max(levels.firstBar(), levels.comingBar() - history);
        IntStream range = IntStream.rangeClosed(first, levels.comingBar());
        if (format.isJson()) {
            installation
                    .output()
                    .json(range.mapToObj(t -> LevelsDocument.of(ProjectionSheet.forBar(levels, t), states.at(t - 1)))
                            .toList());
        } else {
            range.forEach(t -> LevelsText.print(installation.output(), ProjectionSheet.forBar(levels, t), states));
        }
    }
}
