package io.dgas.app.wiring;

import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.DatabaseUnavailableException;
import io.dgas.adapter.postgres.DatabaseUrl;
import io.dgas.app.exit.OutsideUnreachable;
import io.dgas.postgres.server.PostgresServerException;
import io.dgas.postgres.server.PrivatePostgres;
import io.dgas.postgres.server.ServerAddress;
import java.nio.file.Path;
import java.util.Optional;

/** The database of an installation: the one that the settings name, or a private server in the data directory. */
public final class DatabaseAccess {

    private final Installation installation;

    public DatabaseAccess(Installation installation) {
        this.installation = installation;
    }

    /** Whether the installation runs a server of its own. */
    public boolean isPrivate() {
        return installation.settings().database().url().isEmpty();
    }

    /** Whether its own server is the database and does not run. */
    public boolean isStopped() {
        return isPrivate() && server().running().isEmpty();
    }

    /**
     * Refuses to go on where its own server would have to be started first.
     *
     * @throws OutsideUnreachable saying what starts it
     */
    public void requireRunning() {
        if (isStopped()) {
            throw new OutsideUnreachable("the private PostgreSQL in " + folder()
                    + " is not running; 'dgas db start' starts it, and so does any service");
        }
    }

    /** The installation's own server, running or not. */
    public PrivatePostgres server() {
        return PrivatePostgres.in(folder());
    }

    /** Where the installation's own server keeps its files. */
    public Path folder() {
        return installation.dataDirectory().resolve("postgres");
    }

    /** Connects, starting the private server when it is not running. */
    public Database open() {
        return open(address());
    }

    private Database open(DatabaseUrl url) {
        try {
            return Database.open(url);
        } catch (DatabaseUnavailableException away) {
            throw new OutsideUnreachable(String.valueOf(away.getMessage()), away);
        }
    }

    /** Where the database is; starts the private server when it is not running. */
    public DatabaseUrl address() {
        Optional<io.dgas.app.settings.DatabaseUrl> named =
                installation.settings().database().url();
        return named.map(url -> DatabaseUrl.parse(url.reveal()))
                .orElseGet(() -> DatabaseUrl.of(started(), PrivatePostgres.DATABASE));
    }

    private ServerAddress started() {
        PrivatePostgres server = server();
        try {
            Optional<ServerAddress> running = server.running();
            if (running.isPresent()) {
                return running.get();
            }
            ServerAddress address = server.start();
            installation
                    .output()
                    .note("started the private PostgreSQL in " + installation.dataDirectory()
                            + "; it keeps running until 'dgas db stop'");
            return address;
        } catch (PostgresServerException failed) {
            throw new OutsideUnreachable(String.valueOf(failed.getMessage()), failed);
        }
    }
}
