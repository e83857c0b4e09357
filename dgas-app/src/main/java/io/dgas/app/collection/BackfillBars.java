package io.dgas.app.collection;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.app.wiring.VendorAccess;
import io.dgas.application.collection.service.HistoryCollection;
import io.dgas.application.collection.service.HistoryCycle;
import io.dgas.application.port.out.collection.CollectionRunRepository.RunKind;
import io.dgas.domain.market.Timeframe;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills what the ledger has open. */
@Command(
        name = "backfill",
        description =
                "Ask the vendor for the bars that are missing. It can be interrupted and begun again at any time.",
        footer = {
            "",
            "Examples:",
            "  dgas data backfill",
            "  dgas data backfill --to-latest",
            "  dgas data backfill --interval 30m --days 30"
        })
public final class BackfillBars implements Callable<ExitCode> {

    private final Installation installation;

    @Option(
            names = "--interval",
            paramLabel = "I",
            description = "Length of the bars (default: daily bars and those of interval_after_hours).")
    @Nullable
    private Timeframe interval;

    @Option(names = "--days", paramLabel = "N", description = "How many days back (default: history_days).")
    @Nullable
    private Integer days;

    @Option(
            names = "--to-latest",
            description = "Ask at once for all that is open, also for what is planned to be asked for later.")
    private boolean toLatest;

    BackfillBars(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        ServiceTime time = ServiceTime.of(installation);
        try (VendorAccess vendor = new VendorAccess(installation, time)) {
            CollectionParts parts = new CollectionParts(installation, time, vendor);
            HistoryCycle.Report report = parts.history()
                    .run(
                            timeframes(parts),
                            new HistoryCollection.Order(
                                    RunKind.BACKFILL,
                                    days == null ? parts.settings().historyDays() : days,
                                    toLatest),
                            new ProgressNotes(installation.output(), vendor.calls()));
            CycleText.show(report, installation.output());
            return ExitCode.of(report.isComplete());
        }
    }

    private EnumSet<Timeframe> timeframes(CollectionParts parts) {
        Timeframe one = interval;
        return one == null ? EnumSet.of(Timeframe.D1, parts.settings().intervalAfterHours()) : EnumSet.of(one);
    }
}
