package io.dgas.app.dashboard;

import io.dgas.adapter.web.overview.OverviewPage;
import io.dgas.app.service.Problems;
import io.dgas.app.service.StopSignal;
import io.dgas.application.overview.OverviewReader;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.out.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what the page shows, again and again, until it is told to stop. */
final class OverviewLoop implements Runnable {

    private static final String READING = "reading what the page shows";
    private static final Duration STEP = Duration.ofSeconds(1);

    private final Means means;
    private final Problems problems;
    private final StopSignal stop;
    private volatile Optional<Instant> lastRead = Optional.empty();

    /** Where it reads, and where it shows. */
    record Means(Supplier<SystemStatus> looking, OverviewReader reader, OverviewPage page) {}

    OverviewLoop(Means means, Problems problems, StopSignal stop) {
        this.means = means;
        this.problems = problems;
        this.stop = stop;
    }

    @Override
    public void run() {
        do {
            read();
        } while (!stop.await(STEP));
    }

    private void read() {
        SystemStatus status = means.looking().get();
        try {
            means.page().show(means.reader().read(status));
            problems.end(READING);
            lastRead = Optional.of(status.at());
        } catch (StorageException away) {
            means.page().showProblem(String.valueOf(away.getMessage()));
            problems.begin(READING, String.valueOf(away.getMessage()), status.at());
        }
    }

    Optional<Instant> lastRead() {
        return lastRead;
    }
}
