package io.dgas.app.database;

import io.dgas.adapter.postgres.DatabaseUnavailableException;
import io.dgas.adapter.postgres.ServicesRunException;
import io.dgas.adapter.postgres.backup.BackupException;
import io.dgas.app.exit.WorkFailed;
import io.dgas.application.port.out.service.Service;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Says what to do about what kept a backup from being made, read or restored. */
final class BackupProblem {

    private BackupProblem() {}

    /** What the work gives. */
    static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (BackupException e) {
            throw new WorkFailed(e.getMessage() + remedy(e), e);
        } catch (ServicesRunException e) {
            throw new WorkFailed(stopping(e), e);
        } catch (DatabaseUnavailableException e) {
            throw new WorkFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private static String remedy(BackupException problem) {
        return switch (problem.obstacle()) {
            case FILE_IS_THERE -> "; name another file, or have it replaced with --overwrite";
            case DATABASE_HOLDS_DATA -> "; --replace replaces all data by those of the backup";
            case MIGRATION_IS_DUE -> "; run 'dgas db migrate'";
            case OTHER -> "";
        };
    }

    private static String stopping(ServicesRunException problem) {
        return problem.running().stream()
                .map(running ->
                        running.service() + " is running (" + running.holder() + "): " + stopping(running.service()))
                .collect(Collectors.joining("; "));
    }

    /** Notices are delivered by the scheduler, or by a command that ends of itself. */
    private static String stopping(Service service) {
        return switch (service) {
            case DATA_COLLECTION, SCHEDULER, DASHBOARD -> "stop it with 'dgas " + service.code() + " stop'";
            case DELIVERY -> "it ends with 'dgas scheduler stop', or by itself";
        };
    }
}
