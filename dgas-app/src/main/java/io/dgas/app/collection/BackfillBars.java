package io.dgas.app.collection;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Output;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.app.wiring.VendorAccess;
import io.dgas.application.collection.service.HistoryCollection;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.application.port.out.collection.CollectionRunRepository.RunKind;
import io.dgas.domain.market.Timeframe;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills what the ledger has open. */
@Command(
        name = "backfill",
        description =
                "Ask the vendor for the bars that are missing. It can be interrupted and begun again at any time.",
        footer = {"", "Examples:", "  dgas data backfill", "  dgas data backfill --interval 30m --days 30"})
public final class BackfillBars implements Callable<ExitCode> {

    private final Installation installation;

    @Option(names = "--interval", paramLabel = "I", description = "Length of the bars (default: interval_after_hours).")
    @Nullable
    private Timeframe interval;

    @Option(names = "--days", paramLabel = "N", description = "How many days back (default: history_days).")
    @Nullable
    private Integer days;

    BackfillBars(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        ServiceTime time = ServiceTime.of(installation);
        try (VendorAccess vendor = new VendorAccess(installation, time)) {
            CollectionParts parts = new CollectionParts(installation, time, vendor);
            Timeframe length = interval == null ? parts.settings().intervalAfterHours() : interval;
            HistoryCollection history = parts.history(length);
            Optional<CollectionRun> run = history.run(
                    RunKind.BACKFILL,
                    days == null ? parts.settings().historyDays() : days,
                    new ProgressNotes(installation.output(), vendor.calls()));
            tell(run);
            return ExitCode.of(
                    run.filter(each -> each.status() != RunStatus.SUCCESS).isEmpty());
        }
    }

    private void tell(Optional<CollectionRun> run) {
        Output output = installation.output();
        if (run.isEmpty()) {
            output.line("nothing is due: every session is complete, given up, or to be asked for later");
            return;
        }
        output.line(RunText.of(run.get()));
        run.get().error().ifPresent(output::note);
    }
}
