package io.dgas.application.port.out.change;

import java.util.function.Consumer;

/** Tells of changes soon after they are committed, by whatever process. */
public interface ChangeFeed {

    /** Listens until it is closed. */
    interface Listening extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Begins to listen. {@link Change.Kind#ANYTHING} is told first, and again whenever changes may have been missed, such
     * as after the store was away; in between what changed may be told twice, never not at all. While the store is away
     * nothing is told.
     *
     * @param listener called by one thread of the feed, which it must not hold up; what it throws ends the listening
     */
    Listening listen(Consumer<Change> listener);
}
