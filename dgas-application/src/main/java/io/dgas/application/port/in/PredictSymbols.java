package io.dgas.application.port.in;

import io.dgas.domain.market.Instrument;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.timeframe.Timeframes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Decides each instrument of a universe once, at one time, and records the run. */
@FunctionalInterface
public interface PredictSymbols {

    Report predict(Request request);

    /**
     * What to decide.
     *
     * @param asOf empty for the close of the newest stored bar of the universe
     * @param record whether the run and its signals are stored
     * @param tick that is served; empty for a run by hand
     */
    record Request(
            Set<Instrument> instruments,
            Timeframes timeframes,
            Optional<Instant> asOf,
            boolean record,
            Optional<Tick> tick) {
        public Request {
            instruments = Set.copyOf(instruments);
        }

        /** By hand. */
        public static Request of(
                Set<Instrument> instruments, Timeframes timeframes, Optional<Instant> asOf, boolean record) {
            return new Request(instruments, timeframes, asOf, record, Optional.empty());
        }

        /** For a tick, as of its time. */
        public static Request of(Set<Instrument> instruments, Timeframes timeframes, Tick tick) {
            return new Request(instruments, timeframes, Optional.of(tick.at()), true, Optional.of(tick));
        }

        /** Instruments that are not to be decided because their bars are late. */
        public SortedMap<Instrument, String> stale() {
            return tick.map(Tick::stale).orElseGet(TreeMap::new);
        }
    }

    /**
     * A tick of the schedule, or a moment that somebody chose.
     *
     * @param isScheduled whether it is a tick, which is served once
     * @param stale instruments whose bars are late, and how late
     * @param waited for fresh bars
     * @param deadline after which no more instruments are decided
     * @param remark what is to be noted in the run besides, for people
     */
    record Tick(
            Instant at,
            boolean isScheduled,
            SortedMap<Instrument, String> stale,
            Duration waited,
            Instant deadline,
            Optional<String> remark) {}

    /**
     * What was decided.
     *
     * @param asOf the time decided for; empty when nothing at all is stored
     * @param decisions one for each instrument, by symbol
     * @param newSignals how many were stored for the first time
     * @param announced how many notices are to be told for the first time
     */
    record Report(
            Optional<Instant> asOf,
            boolean singleTimeframe,
            List<Decision> decisions,
            int newSignals,
            int announced,
            Phases phases) {
        public Report {
            decisions = List.copyOf(decisions);
        }

        public List<Signal> signals() {
            return Decision.signals(decisions);
        }
    }

    /** How long each phase took. */
    record Phases(Duration gather, Duration decide, Duration record) {}
}
