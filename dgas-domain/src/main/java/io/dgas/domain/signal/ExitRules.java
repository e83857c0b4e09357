package io.dgas.domain.signal;

import io.dgas.domain.market.Direction;
import io.dgas.domain.market.TickSize;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * When an entry in force ends: its stop or its target was touched, price exhausted in its direction, or the higher
 * timeframe turned against it; the first that holds, in this order. A bar that touches stop and target counts as stopped,
 * since nothing tells which came first.
 */
final class ExitRules {

    private static final Gate TURNED = new Gate(TrendMeasures.HIGHER_TREND, 1);
    private static final Gate EXHAUSTED = new Gate(AreaMeasures.EXHAUSTED, 1);

    private ExitRules() {}

    /** The exit that the bar completed, made when it is asked for; empty while the entry stays in force. */
    static Optional<Supplier<Signal>> exitAt(Sides sides, InForce entry) {
        Direction position = entry.protection().position();
        Moment with = sides.towards(position);
        Moment against = sides.towards(position.opposite());
        End end = end(entry.protection(), with, against);
        return end == null ? Optional.empty() : Optional.of(() -> exit(entry, with, end));
    }

    /** Whether the bar ends every entry that is in force before it, whatever its direction and its prices. */
    static boolean endsAll(Sides sides) {
        return endsAgainst(sides.up()) && endsAgainst(sides.down());
    }

    private static boolean endsAgainst(Moment against) {
        return TURNED.passes(against) || EXHAUSTED.passes(against);
    }

    private static @Nullable End end(Protection protection, Moment with, Moment against) {
        double stop = protection.stop().doubleValue();
        double beyondStop = with.ahead(stop, with.trailingExtreme());
        if (beyondStop >= 0) {
            return new End(ExitCause.STOP, filled(against, stop), touched(beyondStop));
        }
        double target = protection.target().doubleValue();
        double beyondTarget = with.ahead(with.leadingExtreme(), target);
        if (beyondTarget >= 0) {
            return new End(ExitCause.TARGET, filled(with, target), touched(beyondTarget));
        }
        if (EXHAUSTED.passes(against)) {
            return new End(ExitCause.EXHAUST, against.close(), EXHAUSTED.resultAt(against));
        }
        return TURNED.passes(against)
                ? new End(ExitCause.HIGHER_REVERSAL, against.close(), TURNED.resultAt(against))
                : null;
    }

    private static GateResult touched(double beyond) {
        return new GateResult("price beyond the level", beyond, 0, "dollars");
    }

    /** A level is met at the level, or at the open when the bar opened beyond it. */
    private static double filled(Moment towards, double level) {
        double open = towards.trading().bars().open(towards.bar());
        return towards.ahead(open, level) > 0 ? open : level;
    }

    private static Signal exit(InForce entry, Moment moment, End end) {
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
