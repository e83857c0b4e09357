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
import picocli.CommandLine.Command;

/** One cycle by hand. */
@Command(
        name = "run-once",
        description = "Ask the vendor once for all that the ledger has open. Exit code 0 when no symbol failed.",
        footer = {"", "Example:", "  dgas data-collection run-once --config config/production.yaml"})
final class RunCollectionOnce implements Callable<ExitCode> {

    private final Installation installation;

    RunCollectionOnce(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        ServiceTime time = ServiceTime.of(installation);
        try (VendorAccess vendor = new VendorAccess(installation, time)) {
            CollectionParts parts = new CollectionParts(installation, time, vendor);
            HistoryCycle.Report report = parts.history()
                    .run(
                            EnumSet.of(Timeframe.D1, parts.settings().intervalAfterHours()),
                            new HistoryCollection.Order(
                                    RunKind.RUN_ONCE, parts.settings().historyDays(), false),
                            new ProgressNotes(installation.output(), vendor.calls()));
            CycleText.show(report, installation.output());
            return ExitCode.of(report.isComplete());
        }
    }
}
