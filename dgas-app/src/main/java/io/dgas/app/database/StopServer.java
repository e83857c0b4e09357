package io.dgas.app.database;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.wiring.DatabaseAccess;
import io.dgas.app.wiring.Installation;
import io.dgas.postgres.server.PostgresServerException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops the private server. */
@Command(
        name = "stop",
        description = "Stop the private PostgreSQL, ending its sessions; what they committed stays.",
        footer = {"", "Example:", "  dgas db stop"})
final class StopServer implements Callable<ExitCode> {

    private final Installation installation;

    StopServer(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        DatabaseAccess access = new DatabaseAccess(installation);
        if (!access.isPrivate()) {
            throw new WorkFailed("database.url names a server that is not ours to stop; stop it where it runs");
        }
        try {
            boolean wasRunning = access.server().stop();
            installation
                    .output()
                    .line(wasRunning ? "Stopped the private PostgreSQL." : "The private PostgreSQL is not running.");
            return ExitCode.DONE;
        } catch (PostgresServerException e) {
            throw new WorkFailed(String.valueOf(e.getMessage()), e);
        }
    }
}
