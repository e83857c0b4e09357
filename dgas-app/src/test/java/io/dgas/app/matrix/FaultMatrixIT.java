package io.dgas.app.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.collection.ServiceProcess;
import io.dgas.app.matrix.MatrixSystem.Scene;
import io.dgas.app.matrix.MatrixTable.Named;
import io.dgas.domain.market.Timeframe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fault matrix: each fault is made to real services, {@code status} names it within 90 seconds, and the system heals by
 * itself or by the one step that was named; nothing is lost or doubled. What was seen is in {@code target/fault-matrix.txt}.
 */
class FaultMatrixIT {

    private static final MatrixTable TABLE = new MatrixTable();

    /** A Friday: the ledger is closed at leisure. */
    private static final LocalDate DATE = LocalDate.of(2026, 7, 17);

    private static final Scene TRADING = new Scene(DATE, Instant.parse("2026-07-17T15:05:20Z"), 15, "1m");

    @TempDir
    Path folder;

    /** A service, what status calls it, and what starts it. */
    private record Killed(Fault fault, String component, String service) {}

    @Test
    void aServiceThatWasKilledIsNamedWithWhatStartsIt() throws IOException {
        List<Killed> each = List.of(
                new Killed(Fault.COLLECTION_KILLED, "data collection", "data-collection"),
                new Killed(Fault.SCHEDULER_KILLED, "scheduler", "scheduler"),
                new Killed(Fault.DASHBOARD_KILLED, "dashboard", "dashboard"));
        try (MatrixSystem system = new MatrixSystem(folder, TRADING)) {
            List<ServiceProcess> processes = each.stream()
                    .map(killed -> system.start(killed.service(), "start"))
                    .toList();
            system.awaitHealthy();
            for (int number = 0; number < processes.size(); number++) {
                Killed killed = each.get(number);
                processes.get(number).kill();
                Named named = system.awaitNamed(killed.component(), "ended without being stopped");
                assertThat(named.said()).endsWith("; 'dgas " + killed.service() + " start' starts it");
                system.start(killed.service(), "start");
                system.awaitHealthy();
                TABLE.add(killed.fault(), named, "when it was started, as was said");
            }
            Aftermath aftermath = new Aftermath(system, Timeframe.M1);
            aftermath.expectEachOnce();
            aftermath.expectEveryBar();
        }
    }
}
