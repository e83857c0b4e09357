package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.adapter.postgres.DatabaseBackups.Order;
import io.dgas.adapter.postgres.backup.BackupFile;
import io.dgas.adapter.postgres.backup.BackupWatch.Stage;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceHold;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import io.dgas.application.port.out.service.ServiceRegistry.Taking;
import io.dgas.application.port.out.service.ServiceRegistry.Taking.Held;
import io.dgas.application.port.out.service.ServiceRegistry.Taking.Taken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RestoreAndServicesTest {

    @TempDir
    private Path folder;

    private static ServiceHold taken(Database database, Service service) {
        return ((Taken) database.services().take(service, "pid 7 on a", BackupRows.NOW)).hold();
    }

    @ParameterizedTest
    @EnumSource
    void aServiceAtWorkIsNamedAndNothingIsChanged(Service service) {
        try (Database database = TestDatabase.open();
                ServiceHold hold = taken(database, service)) {
            BackupFile backup = BackupRows.taken(database, folder.resolve("a.zip"));
            BackupRows.fill(database, 1);
            var before = BackupRows.contents(database);
            assertThatThrownBy(() -> BackupRows.backups(database).restore(backup, true))
                    .isInstanceOfSatisfying(
                            ServicesRunException.class,
                            e -> assertThat(e.running())
                                    .extracting(ServiceStatus::service)
                                    .containsExactly(service))
                    .hasMessage(service + " is running (pid 7 on a)");
            assertThat(BackupRows.contents(database)).isEqualTo(before);
            assertThat(hold).isNotNull();
        }
    }

    @Test
    void noServiceBeginsDuringARestoreAndAllCanAfterIt() {
        List<Taking> takings = new ArrayList<>();
        try (Database from = TestDatabase.open();
                Database other = TestDatabase.open()) {
            TestDatabase.execute(from, BackupSnapshotTest.MANY_BARS);
            BackupFile backup = BackupRows.taken(from, folder.resolve("a.zip"));
            other.backups((stage, table, rows) -> {
                        assertThat(stage).isEqualTo(Stage.LOADING);
                        takings.add(other.services().take(Service.SCHEDULER, "too early", BackupRows.NOW));
                    })
                    .restore(backup, false);
            assertThat(takings).hasSize(2).allMatch(taking -> taking instanceof Held);
            taken(other, Service.SCHEDULER).close();
        }
    }

    @Test
    void aBackupIsTakenWhileServicesRun() {
        try (Database database = TestDatabase.open();
                ServiceHold hold = taken(database, Service.DATA_COLLECTION)) {
            BackupRows.backups(database).take(new Order(folder.resolve("a.zip"), false, "a test", BackupRows.NOW));
            assertThat(database.services()
                            .find(Service.DATA_COLLECTION)
                            .orElseThrow()
                            .isHeld())
                    .isTrue();
            assertThat(hold).isNotNull();
        }
    }
}
