package io.dgas.app.dashboard;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.service.ServiceText;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells whether the service runs, and where its page is. */
@Command(
        name = "status",
        description = "Tell whether the page is served, since when and where. Exit code 0 when it is, 1 when not.",
        footer = {"", "Example:", "  dgas dashboard status"})
final class DashboardStatus implements Callable<ExitCode> {

    private final Installation installation;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    DashboardStatus(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        Optional<ServiceStatus> found =
                installation.repositories().collection().services().find(Service.DASHBOARD);
        Map<String, Object> document = ServiceText.document("dashboard", found);
        if (format.isJson()) {
            installation.output().json(document);
        } else {
            ServiceText.show(document, installation.output());
        }
        return ExitCode.of(found.filter(ServiceStatus::isHeld).isPresent());
    }
}
