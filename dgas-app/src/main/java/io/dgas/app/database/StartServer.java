package io.dgas.app.database;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.wiring.DatabaseAccess;
import io.dgas.app.wiring.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Starts the private server. */
@Command(
        name = "start",
        description = "Start the private PostgreSQL; it is also started by whatever needs it, and keeps running.",
        footer = {"", "Example:", "  dgas db start"})
final class StartServer implements Callable<ExitCode> {

    private final Installation installation;

    StartServer(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        DatabaseAccess access = new DatabaseAccess(installation);
        if (!access.isPrivate()) {
            throw new WorkFailed("database.url names a server that is not ours to start; start it where it runs");
        }
        installation.output().line("The private PostgreSQL is running: " + access.address());
        return ExitCode.DONE;
    }
}
