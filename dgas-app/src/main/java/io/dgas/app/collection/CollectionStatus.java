package io.dgas.app.collection;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Words;
import io.dgas.app.service.ServiceText;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.application.port.out.collection.CollectionRunRepository.RunKind;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells whether the service runs, and how. */
@Command(
        name = "status",
        description = "Tell whether data collection runs, since when and how. Exit code 0 when it runs, 1 when not.",
        footer = {"", "Example:", "  dgas data-collection status"})
final class CollectionStatus implements Callable<ExitCode> {

    private final Installation installation;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    CollectionStatus(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        Optional<ServiceStatus> found =
                installation.repositories().collection().services().find(Service.DATA_COLLECTION);
        Map<String, Object> document = document(found);
        if (format.isJson()) {
            installation.output().json(document);
        } else {
            ServiceText.show(document, installation.output());
        }
        return ExitCode.of(found.filter(ServiceStatus::isHeld).isPresent());
    }

    private Map<String, Object> document(Optional<ServiceStatus> found) {
        Map<String, Object> document = ServiceText.document("data collection", found);
        installation
                .repositories()
                .collection()
                .runs()
                .newest(List.of(RunKind.values()))
                .ifPresent(run -> document.put("last cycle", cycle(run)));
        return document;
    }

    private static Map<String, Object> cycle(CollectionRun run) {
        Map<String, Object> cycle = new LinkedHashMap<>();
        cycle.put("at", run.startedAt().toString());
        cycle.put("kind", Words.hyphenated(run.kind()));
        cycle.put("status", run.status().name());
        cycle.put("symbols", run.symbols().updated() + " of " + run.symbols().requested());
        cycle.put("bars stored", run.barsStored());
        run.error().ifPresent(error -> cycle.put("error", error));
        return cycle;
    }
}
