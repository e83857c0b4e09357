package io.dgas.adapter.postgres;

import io.dgas.application.port.out.change.Change;
import io.dgas.application.port.out.change.ChangeFeed;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that listens, and connects again for as long as it takes. */
final class ChangeListening implements ChangeFeed.Listening {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeListening.class);

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final int STEP_MS = 500;

    /** A connection that says nothing for so many steps is asked whether it is still there. */
    private static final int SILENT_STEPS = 20;

    private final DatabaseUrl url;
    private final Consumer<Change> listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("changes").daemon().unstarted(this::run);

    ChangeListening(DatabaseUrl url, Consumer<Change> listener) {
        this.url = url;
        this.listener = listener;
    }

    void start() {
        thread.start();
    }

    private void run() {
        do {
            try (LastingConnection connection = LastingConnection.open(url, "dgas changes")) {
                execute(connection.connection(), "listen " + ChangeNotes.CHANNEL);
                LOG.debug("listens for changes");
                listener.accept(Change.of(Change.Kind.ANYTHING));
                hear(connection.connection());
            } catch (SQLException away) {
                LOG.debug("cannot listen for changes now: {}", url.masked(String.valueOf(away.getMessage())));
            }
        } while (!isClosedWithin(BETWEEN_ATTEMPTS));
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        int silent = 0;
        while (closed.getCount() > 0) {
            PGNotification[] heard = postgres.getNotifications(STEP_MS);
            silent = heard == null || heard.length == 0 ? silent + 1 : 0;
            if (silent >= SILENT_STEPS) {
                execute(connection, "select 1");
                silent = 0;
            }
            tell(heard);
        }
    }

    private void tell(PGNotification @Nullable [] heard) {
        if (heard != null) {
            for (PGNotification notification : heard) {
                listener.accept(ChangeNotes.read(notification.getParameter()));
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean isClosedWithin(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
