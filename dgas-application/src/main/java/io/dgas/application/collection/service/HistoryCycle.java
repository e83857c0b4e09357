package io.dgas.application.collection.service;

import io.dgas.application.collection.actions.DoubtfulSplits;
import io.dgas.application.collection.jumps.JumpReport;
import io.dgas.application.collection.jumps.JumpRules;
import io.dgas.application.collection.jumps.JumpWatch;
import io.dgas.application.collection.sweep.SweepWatch;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * One cycle of history: splits and dividends first, since volumes of daily bars are undone by the splits known; then daily
 * bars, bars within the day, and a look for jumps that nothing explains. Used by one thread at a time.
 */
public final class HistoryCycle {

    private final ActionCollection actions;
    private final Function<Timeframe, HistoryCollection> making;
    private final Jumps jumps;
    private final InstantSource clock;
    private final Map<Timeframe, HistoryCollection> histories = new EnumMap<>(Timeframe.class);

    /** Who looks for jumps, by which rules, in whose bars; and who asks about splits that make them. */
    public record Jumps(JumpWatch watch, JumpRules rules, SymbolRepository symbols, DoubtfulSplits doubtful) {}

    /** @param making the history of one timeframe; asked for once for each */
    public HistoryCycle(
            ActionCollection actions, Function<Timeframe, HistoryCollection> making, Jumps jumps, InstantSource clock) {
        this.actions = actions;
        this.making = making;
        this.jumps = jumps;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param actions empty when none were asked for
     * @param runs those that asked for something, as they are recorded
     * @param jumps empty when nothing new was stored
     * @param unknown active symbols that the vendor does not have; told until it has them or they are no longer active
     */
    public record Report(
            Optional<ActionCollection.Outcome> actions,
            List<CollectionRun> runs,
            Optional<JumpReport> jumps,
            SortedSet<Instrument> unknown) {
        public Report {
            runs = List.copyOf(runs);
        }

        /** Whether something was asked for, and nothing of it was had. */
        public boolean isInVain() {
            boolean learnt =
                    actions.filter(outcome -> outcome.failures().isEmpty()).isPresent();
            boolean failed = actions.isPresent() || !runs.isEmpty();
            return failed && !learnt && runs.stream().allMatch(run -> run.status() == RunStatus.FAILED);
        }

        /** Whether nothing was due. */
        public boolean isEmpty() {
            return actions.isEmpty() && runs.isEmpty();
        }

        /** Whether all that was asked for was had. */
        public boolean isComplete() {
            return actions.filter(learnt -> !learnt.failures().isEmpty()).isEmpty()
                    && runs.stream().allMatch(run -> run.status() == RunStatus.SUCCESS);
        }
    }

    /** Asks for what is due of these bars. */
    public Report run(Set<Timeframe> timeframes, HistoryCollection.Order order, SweepWatch watch) {
        Optional<ActionCollection.Outcome> learnt = actions.run(order.days(), clock.instant());
        int withdrawn = jumps.doubtful().withdraw(jumps.symbols().active(), clock.instant());
        List<CollectionRun> runs = timeframes.stream()
                .sorted(Comparator.reverseOrder())
                .flatMap(each -> histories.computeIfAbsent(each, making).run(order, watch).stream())
                .toList();
        boolean isNew = withdrawn > 0
                || learnt.filter(outcome -> outcome.stored() > 0).isPresent()
                || runs.stream().anyMatch(run -> run.barsStored() > 0);
        return new Report(
                learnt,
                runs,
                isNew ? Optional.of(watchJumps(order.days(), clock.instant())) : Optional.empty(),
                actions.unknown());
    }

    private JumpReport watchJumps(int days, Instant now) {
        LocalDate today = jumps.rules().calendar().dateOf(now);
        return jumps.watch().check(jumps.symbols().active(), jumps.rules().dates(days, today), now);
    }
}
