package io.dgas.application.schedule;

import io.dgas.application.port.in.PredictSymbols;
import io.dgas.application.port.in.PredictSymbols.Report;
import io.dgas.application.port.in.PredictSymbols.Request;
import io.dgas.application.port.in.PredictSymbols.Tick;
import io.dgas.application.port.out.PredictionRuns;
import io.dgas.application.schedule.FreshnessGate.Judgement;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.timeframe.Timeframes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves the ticks of a schedule in their order, each once: what is recorded is the only memory, so that whoever starts goes
 * on where the one before ended. One step after the other, by the time it is told. Used by one thread at a time, in one
 * process at a time.
 */
public final class TickService {

    /** Recorded in one transaction. */
    private static final int MISSED_AT_ONCE = 1_000;

    private static final String NOT_RUNNING = "the scheduler was not running";

    private final TickRule rule;
    private final PredictionRuns runs;
    private final FreshnessGate gate;
    private final Deciding deciding;
    private final Patience patience;
    private @Nullable Instant next;
    private Optional<FreshnessGate.Need> pending = Optional.empty();
    private String failure = NOT_RUNNING;

    /**
     * What each tick decides.
     *
     * @param universe asked at each tick
     * @param remark what is to be noted in the run; asked at each tick
     */
    public record Deciding(
            PredictSymbols predict,
            Supplier<Set<Instrument>> universe,
            Timeframes timeframes,
            Supplier<Optional<String>> remark) {}

    /**
     * How long things may take, each counted from the tick.
     *
     * @param forFreshBars 0: decide at once with what is there
     * @param forDeciding after which no more instruments are decided
     * @param forCatchingUp after which a tick that was not served is recorded as missed
     */
    public record Patience(Duration forFreshBars, Duration forDeciding, Duration forCatchingUp) {}

    /** What a step came to. */
    public sealed interface Step {

        /** Nothing is due before the next tick. */
        record Idle(Instant next) implements Step {}

        /** A tick waits for bars that closed just now. */
        record Waiting(Instant tick, Set<Instrument> awaited) implements Step {}

        /** Ticks were recorded as missed. */
        record Missed(List<Instant> ticks, String why) implements Step {}

        /** A tick was served. */
        record Served(Instant tick, Report report) implements Step {}
    }

    public TickService(TickRule rule, PredictionRuns runs, FreshnessGate gate, Deciding deciding, Patience patience) {
        this.rule = rule;
        this.runs = runs;
        this.gate = gate;
        this.deciding = deciding;
        this.patience = patience;
    }

    /**
     * One step. What it throws leaves the tick to the next step.
     *
     * @throws io.dgas.application.port.out.StorageException when nothing can be read or recorded
     */
    public Step step(Instant now) {
        try {
            return take(now);
        } catch (RuntimeException failed) {
            next = null;
            pending = Optional.empty();
            failure = String.valueOf(failed.getMessage());
            throw failed;
        }
    }

    /** The tick that the next step is about; empty before the first step and after one that failed. */
    public Optional<Instant> next() {
        return Optional.ofNullable(next);
    }

    private Step take(Instant now) {
        Instant tick = next == null ? first(now) : next;
        next = tick;
        if (tick.isAfter(now)) {
            return new Step.Idle(tick);
        }
        if (tick.plus(patience.forCatchingUp()).isBefore(now)) {
            return miss(tick, now);
        }
        FreshnessGate.Need need = pending.filter(one -> one.tick().equals(tick)).orElseGet(() -> need(tick));
        pending = Optional.of(need);
        Judgement judged = need.judge();
        boolean isWaiting = now.isBefore(tick.plus(patience.forFreshBars()));
        return isWaiting && !judged.awaited().isEmpty()
                ? new Step.Waiting(tick, judged.awaited())
                : serve(tick(tick, true, judged, waited(tick, now)), need.instruments());
    }

    private Tick tick(Instant at, boolean isScheduled, Judgement judged, Duration waited) {
        Instant deadline = at.plus(patience.forDeciding());
        return new Tick(
                at,
                isScheduled,
                judged.stale(),
                waited,
                deadline,
                deciding.remark().get());
    }

    /** Before the first tick of all nothing is missed. */
    private Instant first(Instant now) {
        return rule.after(runs.lastTick().orElse(now));
    }

    private FreshnessGate.Need need(Instant tick) {
        return gate.need(deciding.universe().get(), deciding.timeframes().trading(), tick);
    }

    /** One that is caught up did not wait for bars. */
    private Duration waited(Instant tick, Instant now) {
        Duration since = Duration.between(tick, now);
        return since.compareTo(patience.forFreshBars()) < 0 ? since : patience.forFreshBars();
    }

    private Step serve(Tick tick, Set<Instrument> universe) {
        Report report = deciding.predict().predict(Request.of(universe, deciding.timeframes(), tick));
        next = rule.after(tick.at());
        pending = Optional.empty();
        failure = NOT_RUNNING;
        return new Step.Served(tick.at(), report);
    }

    private Step miss(Instant first, Instant now) {
        Instant from = now.minus(patience.forCatchingUp());
        List<Instant> missed = new ArrayList<>();
        Instant tick = first;
        while (tick.isBefore(from) && missed.size() < MISSED_AT_ONCE) {
            missed.add(tick);
            tick = rule.after(tick);
        }
        runs.recordMissed(missed, deciding.timeframes(), "missed: " + failure, now);
        next = tick;
        return new Step.Missed(missed, failure);
    }

    /** A cycle by hand, for this moment: the gate is asked, and not waited for. */
    public Report once(Instant now) {
        FreshnessGate.Need need = need(now);
        Tick tick = tick(now, false, need.judge(), Duration.ZERO);
        return deciding.predict().predict(Request.of(need.instruments(), deciding.timeframes(), tick));
    }
}
