package io.dgas.testkit;

import io.dgas.application.port.out.PredictionRepository.PredictionRun;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.RunBasis;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.timeframe.Timeframes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A run whose bars carry no mark, so that it is not to be repeated. */
public final class UnmarkedRun {

    public static final RunBasis BASIS = new RunBasis("1.0", "c0ffee", Optional.empty(), 0, new TreeMap<>(), List.of());

    private UnmarkedRun() {}

    /** A run of one symbol, started and ended at this time, in which these signals came out. */
    public static PredictionRun of(List<Signal> signals, Instant now) {
        return new PredictionRun(
                now,
                now,
                Optional.empty(),
                new Timeframes(Timeframe.D1, List.of(Timeframe.W1)),
                RunStatus.SUCCESS,
                1,
                0,
                Optional.empty(),
                Map.of("gather", Duration.ZERO),
                BASIS,
                signals);
    }
}
