package io.dgas.application.prediction;

import io.dgas.application.port.out.PredictionRepository;
import io.dgas.application.port.out.PredictionRuns;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.application.port.out.RunBasis;
import io.dgas.application.prediction.InstrumentDecision.Decided;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.signal.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides a recorded run again, on what was known then, and compares. */
public final class Rerun {

    private final PredictionRuns runs;
    private final PredictionRepository predictions;
    private final Function<Optional<Instant>, AdjustedBars> asKnownAt;
    private final DecisionSettings settings;

    /** What is read: the runs, their signals, and the bars as they were at a mark, or as they are. */
    public record Records(
            PredictionRuns runs,
            PredictionRepository predictions,
            Function<Optional<Instant>, AdjustedBars> asKnownAt) {}

    public Rerun(Records records, DecisionSettings settings) {
        this.runs = records.runs();
        this.predictions = records.predictions();
        this.asKnownAt = records.asKnownAt();
        this.settings = settings;
    }

    /**
     * How a run compares with itself.
     *
     * @param identical instruments decided the same, to the bit
     * @param differing the others, by symbol
     * @param remarks why it need not be the same: another engine, other settings
     */
    public record Comparison(RecordedRun run, int identical, List<Difference> differing, List<String> remarks) {
        public Comparison {
            differing = List.copyOf(differing);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * An instrument that is decided otherwise now.
     *
     * @param isOnOtherBars whether its adjusted bars are not those of the run
     */
    public record Difference(Instrument instrument, boolean isOnOtherBars, Decision decision) {}

    /**
     * One instrument of a run, decided again.
     *
     * @param bars adjusted; empty when there were none
     * @param knownAt the mark of the bars; empty when today's were read
     * @param isIdentical whether both bars and decision are those of the run
     * @param remarks why they need not be: another engine, other settings
     */
    public record Again(
            RecordedRun run,
            Decision decision,
            Optional<BarSeries> bars,
            Optional<Instant> knownAt,
            boolean isIdentical,
            List<String> remarks) {
        public Again {
            remarks = List.copyOf(remarks);
        }
    }

    /** The whole run; empty when it is not recorded, or not with what it decided on. */
    public Optional<Comparison> compare(long id) {
        return runs.find(id).flatMap(run -> runs.basis(id).map(basis -> compare(run, basis)));
    }

    private Comparison compare(RecordedRun run, RunBasis basis) {
        List<Difference> differing = new ArrayList<>();
        Map<Instrument, Decided> again = decided(run, basis, instruments(basis));
        for (RunBasis.Series before : basis.series()) {
            Decided now = Objects.requireNonNull(again.get(before.instrument()));
            RunBasis.Series series = PredictionCycle.series(now);
            if (!series.equals(before)) {
                differing.add(
                        new Difference(before.instrument(), series.inputHash() != before.inputHash(), now.decision()));
            }
        }
        return new Comparison(run, basis.series().size() - differing.size(), differing, remarks(run, basis));
    }

    /** One instrument of a run; empty when the run, or the instrument in it, is not recorded. */
    public Optional<Again> again(long id, Instrument instrument) {
        return runs.find(id).flatMap(run -> runs.basis(id).flatMap(basis -> again(run, basis, instrument)));
    }

    private Optional<Again> again(RecordedRun run, RunBasis basis, Instrument instrument) {
        return basis.series().stream()
                .filter(series -> series.instrument().equals(instrument))
                .findFirst()
                .map(before -> {
                    Decided now = Objects.requireNonNull(
                            decided(run, basis, Set.of(instrument)).get(instrument));
                    boolean isIdentical = PredictionCycle.series(now).equals(before);
                    return new Again(
                            run, now.decision(), now.bars(), basis.barsKnownAt(), isIdentical, remarks(run, basis));
                });
    }

    private static Set<Instrument> instruments(RunBasis basis) {
        return basis.series().stream().map(RunBasis.Series::instrument).collect(Collectors.toSet());
    }

    private Map<Instrument, Decided> decided(RecordedRun run, RunBasis basis, Set<Instrument> instruments) {
        AdjustedBars.Loaded loaded = asKnownAt
                .apply(basis.barsKnownAt())
                .withActionsAt(basis.actionsKnown())
                .load(
                        instruments,
                        new AdjustedBars.Window(
                                run.timeframes().trading(), Optional.of(run.asOf()), settings.historyBars()));
        InstrumentDecision rule = new InstrumentDecision(
                loaded,
                PredictionCycle.told(
                        predictions.openEntries(instruments, run.timeframes().trading(), run.asOf(), run.id())),
                run.timeframes().higher(),
                settings);
        return instruments.parallelStream()
                .collect(Collectors.toConcurrentMap(
                        Function.identity(),
                        instrument -> rule.decide(
                                instrument, Optional.ofNullable(basis.stale().get(instrument)))));
    }

    private List<String> remarks(RecordedRun run, RunBasis basis) {
        List<String> remarks = new ArrayList<>();
        if (!basis.engineVersion().equals(settings.engineVersion())) {
            remarks.add("it was decided by engine " + basis.engineVersion() + ", this is " + settings.engineVersion());
        }
        if (!basis.configurationHash().equals(settings.hash(run.timeframes()))) {
            remarks.add("the settings that shape decisions, or the engine, are not those of the run");
        }
        if (basis.barsKnownAt().isEmpty()) {
            remarks.add("its bars carry no mark: today's were read");
        }
        return remarks;
    }
}
