package io.dgas.application.prediction;

import io.dgas.application.port.in.PredictSymbols;
import io.dgas.application.port.out.PredictionRepository;
import io.dgas.application.port.out.PredictionRepository.OpenEntry;
import io.dgas.application.port.out.PredictionRepository.PredictionRun;
import io.dgas.application.port.out.PredictionRepository.Recorded;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.notice.Announcing;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.signal.InForce;
import io.dgas.domain.signal.SignalId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gather, decide, record: each port is asked once, however large the universe. */
public final class PredictionCycle implements PredictSymbols {

    private static final Recorded NOT_RECORDED = new Recorded(0, 0, 0);

    private final AdjustedBars bars;
    private final PredictionRepository predictions;
    private final Announcers announcers;
    private final DecisionSettings settings;
    private final InstantSource clock;

    /** Where runs are recorded, and who is told of their signals. */
    public record Recording(PredictionRepository predictions, Announcers announcers) {}

    public PredictionCycle(AdjustedBars bars, Recording recording, DecisionSettings settings, InstantSource clock) {
        this.bars = bars;
        this.predictions = recording.predictions();
        this.announcers = recording.announcers();
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
        List<OpenEntry> open = open(request, loaded);
        List<Decision> decisions = decide(request, loaded, open);
        Instant decided = clock.instant();
        Recorded recorded = request.record()
                ? predictions.record(run(request, loaded, decisions, started), announcing(loaded, open))
                : NOT_RECORDED;
        Phases phases = new Phases(
                Duration.between(started, gathered),
                Duration.between(gathered, decided),
                Duration.between(decided, clock.instant()));
        boolean single = request.higher().getFirst() == request.trading();
        return new Report(loaded.asOf(), single, decisions, recorded.newSignals(), recorded.announced(), phases);
    }

    private List<OpenEntry> open(Request request, AdjustedBars.Loaded loaded) {
        return loaded.asOf()
                .map(asOf -> predictions.openEntries(request.instruments(), request.trading(), asOf))
                .orElse(List.of());
    }

    private List<Decision> decide(Request request, AdjustedBars.Loaded loaded, List<OpenEntry> open) {
        Map<Instrument, List<InForce>> told = open.stream()
                .map(OpenEntry::entry)
                .collect(Collectors.groupingBy(entry -> entry.id().instrument()));
        InstrumentDecision rule = new InstrumentDecision(loaded, told, request.higher(), settings);
        return request.instruments().stream().sorted().toList().parallelStream()
                .map(rule::decide)
                .toList();
    }

    private Announcing announcing(AdjustedBars.Loaded loaded, List<OpenEntry> open) {
        Set<SignalId> announced = open.stream()
                .filter(OpenEntry::isAnnounced)
                .map(entry -> entry.entry().id())
                .collect(Collectors.toSet());
        return loaded.asOf().map(asOf -> announcers.of(asOf, announced)).orElse(Announcing.NOTHING);
    }

    private PredictionRun run(Request request, AdjustedBars.Loaded loaded, List<Decision> decisions, Instant started) {
        int withoutData = (int)
                decisions.stream().filter(Decision.NoData.class::isInstance).count();
        return new PredictionRun(
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
                Decision.signals(decisions));
    }

    private static RunStatus status(int decisions, int withoutData) {
        if (withoutData == 0) {
            return RunStatus.SUCCESS;
        }
        return withoutData < decisions ? RunStatus.PARTIAL : RunStatus.FAILED;
    }
}
