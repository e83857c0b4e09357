package io.dgas.application.overview;

import io.dgas.application.port.in.Overview;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.out.PredictionRepository;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.PredictionRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads the newest of what was recorded. Throws {@link io.dgas.application.port.out.StorageException}. */
public record OverviewReader(PredictionRuns runs, PredictionRepository predictions) {

    private static final int CYCLES = 10;
    private static final int SIGNALS = 30;

    /** Signals of a day stand together, however long ago that was. */
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * The newest now.
     *
     * @param status how the system stands now
     */
    public Overview read(SystemStatus status) {
        return new Overview(status, runs.since(Instant.EPOCH, CYCLES), signals());
    }

    private List<StoredSignal> signals() {
        return predictions
                .newestSignal()
                .map(newest -> predictions.signalsCompleted(newest.minus(DAY), newest))
                .orElse(List.of())
                .stream()
                .limit(SIGNALS)
                .toList();
    }
}
