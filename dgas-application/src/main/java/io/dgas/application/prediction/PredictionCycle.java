package io.dgas.application.prediction;

import io.dgas.application.explain.Explanation;
import io.dgas.application.port.in.PredictSymbols;
import io.dgas.application.port.out.PredictionRepository;
import io.dgas.application.port.out.PredictionRepository.OpenEntry;
import io.dgas.application.port.out.PredictionRepository.PredictionRun;
import io.dgas.application.port.out.PredictionRepository.Recorded;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.RunBasis;
import io.dgas.application.port.out.notice.Announcing;
import io.dgas.application.prediction.InstrumentDecision.Decided;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.signal.InForce;
import io.dgas.domain.signal.SignalId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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

    /**
     * What was decided, and on what.
     *
     * @param refused instruments that were kept out, and why: their bars were late, or the time was up
     */
    private record Outcome(List<Decided> decided, SortedMap<Instrument, String> refused) {

        List<Decision> decisions() {
            return decided.stream().map(Decided::decision).toList();
        }

        int withoutData() {
            return (int) decided.stream()
                    .filter(one -> one.decision() instanceof Decision.NoData)
                    .count();
        }
    }

    @Override
    public Report predict(Request request) {
        Instant started = clock.instant();
        AdjustedBars.Loaded loaded = bars.load(
                request.instruments(),
                new AdjustedBars.Window(request.timeframes().trading(), request.asOf(), settings.historyBars()));
        Instant gathered = clock.instant();
        List<OpenEntry> open = open(request, loaded);
        Outcome outcome = decide(request, loaded, open);
        Phases phases = new Phases(
                Duration.between(started, gathered), Duration.between(gathered, clock.instant()), Duration.ZERO);
        Instant decided = clock.instant();
        Recorded recorded = request.record()
                ? predictions.record(run(request, loaded, outcome, started, phases), announcing(loaded, open))
                : NOT_RECORDED;
        return new Report(
                loaded.asOf(),
                request.timeframes().isSingle(),
                outcome.decisions(),
                recorded.newSignals(),
                recorded.announced(),
                new Phases(phases.gather(), phases.decide(), Duration.between(decided, clock.instant())));
    }

    private List<OpenEntry> open(Request request, AdjustedBars.Loaded loaded) {
        return loaded.asOf()
                .map(asOf -> predictions.openEntries(
                        request.instruments(), request.timeframes().trading(), asOf))
                .orElse(List.of());
    }

    private Outcome decide(Request request, AdjustedBars.Loaded loaded, List<OpenEntry> open) {
        InstrumentDecision rule =
                new InstrumentDecision(loaded, told(open), request.timeframes().higher(), settings);
        Map<Instrument, String> refused = new ConcurrentHashMap<>(request.stale());
        List<Decided> decided = request.instruments().stream().sorted().toList().parallelStream()
                .map(instrument -> {
                    overdue(request).ifPresent(why -> refused.putIfAbsent(instrument, why));
                    return rule.decide(instrument, Optional.ofNullable(refused.get(instrument)));
                })
                .toList();
        return new Outcome(decided, new TreeMap<>(refused));
    }

    static Map<Instrument, List<InForce>> told(List<OpenEntry> open) {
        return open.stream()
                .map(OpenEntry::entry)
                .collect(Collectors.groupingBy(entry -> entry.id().instrument()));
    }

    private Optional<String> overdue(Request request) {
        return request.tick()
                .filter(tick -> clock.instant().isAfter(tick.deadline()))
                .map(tick -> "not decided by " + tick.deadline() + ", the deadline of the cycle");
    }

    private Announcing announcing(AdjustedBars.Loaded loaded, List<OpenEntry> open) {
        Set<SignalId> announced = open.stream()
                .filter(OpenEntry::isAnnounced)
                .map(entry -> entry.entry().id())
                .collect(Collectors.toSet());
        return loaded.asOf().map(asOf -> announcers.of(asOf, announced)).orElse(Announcing.NOTHING);
    }

    private PredictionRun run(
            Request request, AdjustedBars.Loaded loaded, Outcome outcome, Instant started, Phases phases) {
        int decisions = outcome.decided().size();
        int withoutData = outcome.withoutData();
        return new PredictionRun(
                started,
                loaded.asOf().orElse(started),
                request.tick().filter(Tick::isScheduled).map(Tick::at),
                request.timeframes(),
                status(decisions, withoutData),
                decisions - withoutData,
                withoutData,
                RunError.of(outcome.decisions(), request.tick().flatMap(Tick::remark)),
                named(request, phases),
                basis(request, loaded, outcome),
                Decision.signals(outcome.decisions()));
    }

    private static Map<String, Duration> named(Request request, Phases phases) {
        Map<String, Duration> named = new TreeMap<>();
        request.tick().ifPresent(tick -> named.put("wait", tick.waited()));
        named.put("gather", phases.gather());
        named.put("decide", phases.decide());
        return named;
    }

    private RunBasis basis(Request request, AdjustedBars.Loaded loaded, Outcome outcome) {
        AdjustedBars.Marks marks = loaded.marks();
        return new RunBasis(
                settings.engineVersion(),
                settings.hash(request.timeframes()),
                marks.bars(),
                marks.actions(),
                outcome.refused(),
                outcome.decided().parallelStream().map(PredictionCycle::series).toList());
    }

    static RunBasis.Series series(Decided decided) {
        return new RunBasis.Series(
                decided.decision().instrument(),
                decided.bars().map(SeriesHash::of).orElse(0L),
                SeriesHash.of(Explanation.of(decided.decision()).toString()));
    }

    private static RunStatus status(int decisions, int withoutData) {
        if (withoutData == 0) {
            return RunStatus.SUCCESS;
        }
        return withoutData < decisions ? RunStatus.PARTIAL : RunStatus.FAILED;
    }
}
