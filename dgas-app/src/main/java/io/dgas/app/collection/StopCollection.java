package io.dgas.app.collection;

import io.dgas.app.service.ServiceName;
import io.dgas.app.service.StopService;
import io.dgas.app.wiring.Installation;
import picocli.CommandLine.Command;

/** Asks whoever runs the service to end. */
@Command(
        name = "stop",
        footer = {"", "Example:", "  dgas data-collection stop"})
final class StopCollection extends StopService {

    StopCollection(Installation installation) {
        super(ServiceName.DATA_COLLECTION, installation);
    }
}
