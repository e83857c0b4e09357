package io.dgas.domain.signal;

import io.dgas.domain.market.Direction;
import io.dgas.domain.market.TickSize;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * When an entry in force ends: its stop or its target was touched, price exhausted in its direction, or the higher
 * timeframe turned against it; the first that holds, in this order. A bar that touches stop and target counts as stopped,
 * since nothing tells which came first.
 */
final class ExitRules {

    private static final Gate TURNED = new Gate(TrendMeasures.HIGHER_TREND, 1);
    private static final Gate EXHAUSTED = new Gate(AreaMeasures.EXHAUSTED, 1);

    private ExitRules() {}

    /** The exit that {@code bar} completed; empty while the entry stays in force. */
    static Optional<Signal> exitAt(MultiTimeframeView view, int bar, Signal.Entry entry) {
        Direction position = entry.protection().position();
        Moment with = new Moment(view, bar, position);
        Moment against = new Moment(view, bar, position.opposite());
        return stopped(entry, with, against)
                .or(() -> reached(entry, with))
                .or(() -> held(ExitCause.EXHAUST, EXHAUSTED, against))
                .or(() -> held(ExitCause.HIGHER_REVERSAL, TURNED, against))
                .map(end -> exit(entry, with, end));
    }

    private static Optional<End> stopped(Signal.Entry entry, Moment with, Moment against) {
        double stop = entry.protection().stop().doubleValue();
        double beyond = with.ahead(stop, with.trailingExtreme());
        return touched(ExitCause.STOP, beyond, filled(against, stop));
    }

    private static Optional<End> reached(Signal.Entry entry, Moment with) {
        double target = entry.protection().target().doubleValue();
        double beyond = with.ahead(with.leadingExtreme(), target);
        return touched(ExitCause.TARGET, beyond, filled(with, target));
    }

    private static Optional<End> touched(ExitCause cause, double beyond, double price) {
        GateResult condition = new GateResult("price beyond the level", beyond, 0, "dollars");
        return condition.passed() ? Optional.of(new End(cause, price, condition)) : Optional.empty();
    }

    /** A level is met at the level, or at the open when the bar opened beyond it. */
    private static double filled(Moment towards, double level) {
        double open = towards.trading().bars().open(towards.bar());
        return towards.ahead(open, level) > 0 ? open : level;
    }

    private static Optional<End> held(ExitCause cause, Gate gate, Moment against) {
        GateResult condition = gate.resultAt(against);
        return condition.passed() ? Optional.of(new End(cause, against.close(), condition)) : Optional.empty();
    }

    private static Signal exit(Signal.Entry entry, Moment moment, End end) {
        SignalType type = SignalType.exit(moment.direction());
        RoundingMode worse = moment.direction() == Direction.UP ? RoundingMode.FLOOR : RoundingMode.CEILING;
        return new Signal.Exit(
                moment.completes(type, entry.id().setUp()),
                TickSize.ofUsStock(end.price()).round(end.price(), worse),
                entry.id(),
                end.cause(),
                end.condition(),
                end.cause().description() + ": " + Reason.of(end.condition()));
    }

    /** How an entry ends, and at what price. */
    private record End(ExitCause cause, double price, GateResult condition) {}
}
