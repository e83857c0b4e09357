package io.dgas.app.scheduler;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Words;
import io.dgas.app.service.ServiceText;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceState;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells whether the service runs, and how. */
@Command(
        name = "status",
        description = {
            "Tell whether the scheduler runs, since when and how.",
            "Exit code 0 when it runs without problems, 1 when it does not, or cannot decide or deliver."
        },
        footer = {"", "Example:", "  dgas scheduler status"})
final class SchedulerStatus implements Callable<ExitCode> {

    private final Installation installation;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    SchedulerStatus(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        Optional<ServiceStatus> found =
                installation.repositories().collection().services().find(Service.SCHEDULER);
        Map<String, Object> document = ServiceText.document("scheduler", found);
        installation.repositories().predictionRuns().since(Instant.EPOCH, 1).stream()
                .findFirst()
                .ifPresent(run -> document.put("last run", run(run)));
        if (format.isJson()) {
            installation.output().json(document);
        } else {
            ServiceText.show(document, installation.output());
        }
        return ExitCode.of(found.filter(status -> status.isHeld() && status.state() == ServiceState.RUNNING)
                .isPresent());
    }

    private static Map<String, Object> run(RecordedRun run) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", run.id());
        document.put("at", run.runAt().toString());
        run.tick().ifPresent(tick -> document.put("tick", tick.toString()));
        document.put("status", run.isMissed() ? "missed" : Words.of(run.status()));
        document.put("symbols", run.symbolsProcessed() + " of " + (run.symbolsProcessed() + run.errorCount()));
        document.put("signals", run.signals());
        document.put("milliseconds", run.executionTime().toMillis());
        run.error().ifPresent(error -> document.put("error", error));
        return document;
    }
}
