package io.dgas.app.prediction;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.notice.ChannelAnnouncers;
import io.dgas.app.notice.DeliveryRun;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.settings.PredictionSettings;
import io.dgas.app.wiring.Installation;
import io.dgas.application.explain.Explanation;
import io.dgas.application.port.in.PredictSymbols.Report;
import io.dgas.application.port.in.PredictSymbols.Request;
import io.dgas.application.prediction.Announcers;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.timeframe.Timeframes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides symbols once and prints what was decided and why. */
@Command(
        name = "predict",
        description = {
            "Decide symbols at their newest closed bar: a signal, standing aside with the reason, or no data.",
            "Records the run and its signals; the same signal is never recorded twice."
        },
        footer = {
            "",
            "Examples:",
            "  dgas predict AAPL MSFT --trading 1d --higher 1w --explain",
            "  dgas predict --all --trading 1h --higher 1d",
            "  dgas predict AAPL --trading 1h --higher 1d --as-of 2016-06-30T20:00:00Z --json"
        })
public final class PredictCommand implements Callable<ExitCode> {

    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(60);

    private final Installation installation;

    @Parameters(arity = "0..*", paramLabel = "SYMBOL", description = "The symbols, such as AAPL.")
    @Nullable
    List<Instrument> symbols;

    @Option(names = "--all", description = "Decide all active symbols.")
    boolean all;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes mixins
    TimeframeOptions timeframes;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            description = "Decide as it would have been then (default: the close of the newest stored bar).")
    @Nullable
    Instant asOf;

    @Option(names = "--explain", description = "Print the whole evidence of each decision.")
    boolean explain;

    @Option(names = "--dry-run", description = "Record nothing.")
    boolean dryRun;

    @Option(
            names = "--notify",
            description =
                    "Announce what is new and qualifies in the channels of the settings (where none is enabled, in"
                            + " Discord's), and tell it now.")
    boolean isToNotify;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes mixins
    ReportFormat format;

    public PredictCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        if (isToNotify && dryRun) {
            throw new UsageProblem("--notify tells what is recorded; leave --dry-run out");
        }
        Timeframes chosen = timeframes.chosen(installation.settings().scheduler());
        Report report = installation
                .predictSymbols(isToNotify ? ChannelAnnouncers.of(installation) : Announcers.NOBODY)
                .predict(Request.of(instruments(), chosen, Optional.ofNullable(asOf), !dryRun));
        print(report, chosen);
        boolean isTold = !isToNotify || isTold(report);
        return ExitCode.of(isTold && !report.decisions().stream().allMatch(Decision.NoData.class::isInstance));
    }

    private boolean isTold(Report report) throws InterruptedException {
        DeliveryRun.Outcome outcome = new DeliveryRun(installation).run(LONGEST_DELIVERY);
        installation
                .output()
                .note(report.announced() + " notices announced; "
                        + outcome.problem()
                                .map(why -> outcome.open() + " are not told yet: " + why)
                                .orElse("nothing is left to be told"));
        return outcome.open() == 0;
    }

    private Set<Instrument> instruments() {
        boolean named = symbols != null && !symbols.isEmpty();
        if (named == all) {
            throw new UsageProblem(named ? "give symbols or --all, not both" : "name the symbols, or give --all");
        }
        if (symbols != null && named) {
            return new TreeSet<>(symbols);
        }
        Set<Instrument> active = installation.repositories().symbols().active();
        if (active.isEmpty()) {
            throw new WorkFailed("no symbols are active; 'dgas data import' or 'dgas symbols add' registers some");
        }
        return active;
    }

    private void print(Report report, Timeframes chosen) {
        if (format.isJson()) {
            installation
                    .output()
                    .json(report.decisions().stream().map(Explanation::of).toList());
            return;
        }
        PredictionSettings settings = installation.settings().prediction();
        DecisionText text = new DecisionText(installation.output(), settings);
        text.print(report, chosen, explain);
        installation.output().note(DecisionText.timing(report));
        if (asOf == null) {
            DecisionText.hint(report).ifPresent(installation.output()::note);
        }
    }
}
