package io.dgas.app.collection;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Output;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.app.wiring.VendorAccess;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.application.port.out.collection.CollectionRunRepository.RunKind;
import java.util.Optional;
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
            Optional<CollectionRun> run = parts.history(parts.settings().intervalAfterHours())
                    .run(
                            RunKind.RUN_ONCE,
                            parts.settings().historyDays(),
                            new ProgressNotes(installation.output(), vendor.calls()));
            run.ifPresent(this::tell);
            return ExitCode.of(
                    run.filter(each -> each.status() != RunStatus.SUCCESS).isEmpty());
        }
    }

    private void tell(CollectionRun run) {
        Output output = installation.output();
        output.line(RunText.of(run));
        run.error().ifPresent(output::note);
    }
}
