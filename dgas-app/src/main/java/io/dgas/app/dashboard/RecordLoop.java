package io.dgas.app.dashboard;

import io.dgas.adapter.web.live.Event;
import io.dgas.adapter.web.live.Live;
import io.dgas.adapter.web.overview.OverviewPage;
import io.dgas.app.service.Problems;
import io.dgas.app.service.StopSignal;
import io.dgas.application.overview.OverviewReader;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.change.Change;
import io.dgas.application.port.out.change.Change.Kind;
import io.dgas.application.port.out.change.ChangeFeed;
import io.dgas.domain.market.Instrument;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Reads what was recorded when it changed, and now and then in any case, until it is told to stop. Then tells the pages
 * that fetch for themselves.
 */
final class RecordLoop implements Runnable {

    private static final String READING = "reading what the page shows";

    /** Without a change being told: it may not have been. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    /** Changes that follow each other quickly are read together. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

    private final Means means;
    private final Problems problems;
    private final StopSignal stop;
    private final PendingChanges changes = new PendingChanges();

    /** Where it reads, and where it shows. */
    record Means(ChangeFeed feed, OverviewReader reader, OverviewPage page, Live live, InstantSource clock) {}

    RecordLoop(Means means, Problems problems, StopSignal stop) {
        this.means = means;
        this.problems = problems;
        this.stop = stop;
    }

    @Override
    public void run() {
        ChangeFeed.Listening listening = means.feed().listen(changes);
        try {
            do {
                take(changes.within(LONGEST_PAUSE));
            } while (!stop.await(SHORTEST_PAUSE));
        } finally {
            listening.close();
        }
    }

    /** The bars' age is read last: it takes longest, and nobody waits for it. */
    private void take(List<Change> told) {
        try {
            means.page().showSignals(means.reader().signals());
            means.page().showCycles(means.reader().cycles());
            told.forEach(this::tell);
            if (told.stream().noneMatch(RecordLoop::isUrgent)) {
                means.page().show(means.reader().dataAge(means.clock().instant()));
            }
            means.page().endTrouble();
            problems.end(READING);
        } catch (StorageException away) {
            means.page().showTrouble(String.valueOf(away.getMessage()));
            problems.begin(
                    READING, String.valueOf(away.getMessage()), means.clock().instant());
        }
    }

    private static boolean isUrgent(Change change) {
        return change.kind() == Kind.SIGNAL || change.kind() == Kind.RUN;
    }

    private void tell(Change change) {
        means.live()
                .tell(new Event(
                        Event.Kind.valueOf(change.kind().name()),
                        change.instruments().stream().map(Instrument::symbol).toList()));
    }
}
