package io.dgas.testkit;

import io.dgas.domain.market.Direction;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.Candidate;
import io.dgas.domain.signal.Evidence;
import io.dgas.domain.signal.Evidence.Measurement;
import io.dgas.domain.signal.Evidence.Part;
import io.dgas.domain.signal.Evidence.Rating;
import io.dgas.domain.signal.Evidence.WeightedMean;
import io.dgas.domain.signal.ExitCause;
import io.dgas.domain.signal.GateResult;
import io.dgas.domain.signal.Protection;
import io.dgas.domain.signal.SetUp;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalId;
import io.dgas.domain.signal.SignalType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Signals with numbers that mean nothing but are whole. */
public final class Signals {

    private static final GateResult GATE = new GateResult("trend age", 4, 3, "bars");

    private Signals() {}

    /** An entry on the daily timeframe by trend continuation. */
    public static Signal.Entry entry(String symbol, Instant completedAt, SignalType type) {
        SignalId id = new SignalId(new Instrument(symbol), Timeframe.D1, completedAt, type, SetUp.TREND_CONTINUATION);
        Direction side = type.position();
        return new Signal.Entry(
                id,
                protection(side),
                evidence("confidence", 1.0 / 3),
                evidence("strength", 0.7),
                new Candidate(SetUp.TREND_CONTINUATION, side, List.of(GATE)),
                symbol + " holds its near area \"and\" goes on");
    }

    /** The exit of an entry by its stop. */
    public static Signal.Exit exit(Signal.Entry entry, Instant completedAt) {
        SignalType type = SignalType.exit(entry.id().type().position());
        SignalId id = new SignalId(
                entry.id().instrument(),
                Timeframe.D1,
                completedAt,
                type,
                entry.id().setUp());
        return new Signal.Exit(id, entry.protection().stop(), entry.id(), ExitCause.STOP, GATE, "the stop was touched");
    }

    private static Protection protection(Direction side) {
        BigDecimal lower = new BigDecimal("98.00");
        BigDecimal upper = new BigDecimal("104.25");
        BigDecimal entry = new BigDecimal("100.50");
        return side == Direction.UP
                ? new Protection(side, entry, lower, upper, "ATR")
                : new Protection(side, entry, upper, lower, "ATR");
    }

    private static Evidence evidence(String name, double measured) {
        Rating rating = new Rating(new Measurement("slope", measured, "mean ranges"), 0, 1);
        return new WeightedMean(name, List.of(new Part(2, rating), new Part(0.1, rating)));
    }
}
