package io.dgas.adapter.postgres;

import io.dgas.application.port.out.change.Change;
import io.dgas.application.port.out.change.ChangeFeed;
import java.util.function.Consumer;

/** Listens on a connection of its own, since a pool's may be anybody's the next moment. */
record PostgresChangeFeed(Database database) implements ChangeFeed {

    @Override
    public Listening listen(Consumer<Change> listener) {
        ChangeListening listening = new ChangeListening(database.url(), listener);
        listening.start();
        return listening;
    }
}
