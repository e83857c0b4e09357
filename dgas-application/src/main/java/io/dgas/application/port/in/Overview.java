package io.dgas.application.port.in;

import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import java.util.List;

/**
 * The system at one glance.
 *
 * @param cycles newest first
 * @param signals newest first
 */
public record Overview(SystemStatus status, List<RecordedRun> cycles, List<StoredSignal> signals) {

    public Overview {
        cycles = List.copyOf(cycles);
        signals = List.copyOf(signals);
    }
}
