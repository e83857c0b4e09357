package io.dgas.application.prediction;

import io.dgas.application.port.in.PredictSymbols;
import io.dgas.application.port.out.PredictionRepository;
import io.dgas.application.port.out.PredictionRepository.OpenEntry;
import io.dgas.application.port.out.PredictionRepository.PredictionRun;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.signal.InForce;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gather, decide, record: each port is asked once, however large the universe. */
public final class PredictionCycle implements PredictSymbols {

    private final AdjustedBars bars;
    private final PredictionRepository predictions;
    private final DecisionSettings settings;
    private final InstantSource clock;

    public PredictionCycle(
            AdjustedBars bars, PredictionRepository predictions, DecisionSettings settings, InstantSource clock) {
        this.bars = bars;
        this.predictions = predictions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Report predict(Request request) {
        Instant started = clock.instant();
        AdjustedBars.Loaded loaded = bars.load(
                request.instruments(),
                new AdjustedBars.Window(request.trading(), request.asOf(), settings.historyBars()));
        Instant gathered = clock.instant();
        List<Decision> decisions = decide(request, loaded);
        Instant decided = clock.instant();
        int newSignals = request.record() ? record(request, loaded, decisions, started) : 0;
        Phases phases = new Phases(
                Duration.between(started, gathered),
                Duration.between(gathered, decided),
                Duration.between(decided, clock.instant()));
        boolean single = request.higher().getFirst() == request.trading();
        return new Report(loaded.asOf(), single, decisions, newSignals, phases);
    }

    private List<Decision> decide(Request request, AdjustedBars.Loaded loaded) {
        InstrumentDecision rule = new InstrumentDecision(loaded, told(request, loaded), request.higher(), settings);
        return request.instruments().stream().sorted().toList().parallelStream()
                .map(rule::decide)
                .toList();
    }

    private Map<Instrument, List<InForce>> told(Request request, AdjustedBars.Loaded loaded) {
        return loaded
                .asOf()
                .map(asOf -> predictions.openEntries(request.instruments(), request.trading(), asOf))
                .orElse(List.of())
                .stream()
                .map(OpenEntry::entry)
                .collect(Collectors.groupingBy(entry -> entry.id().instrument()));
    }

    private int record(Request request, AdjustedBars.Loaded loaded, List<Decision> decisions, Instant started) {
        int withoutData = (int)
                decisions.stream().filter(Decision.NoData.class::isInstance).count();
        return predictions.record(new PredictionRun(
                started,
                loaded.asOf().orElse(started),
                request.trading(),
                request.higher(),
                status(decisions.size(), withoutData),
                decisions.size() - withoutData,
                withoutData,
                Duration.between(started, clock.instant()),
                settings.engineVersion(),
                settings.hash(request),
                Decision.signals(decisions)));
    }

    private static RunStatus status(int decisions, int withoutData) {
        if (withoutData == 0) {
            return RunStatus.SUCCESS;
        }
        return withoutData < decisions ? RunStatus.PARTIAL : RunStatus.FAILED;
    }
}
