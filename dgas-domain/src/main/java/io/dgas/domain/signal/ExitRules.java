package io.dgas.domain.signal;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Direction;
import io.dgas.domain.market.TickSize;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.math.BigDecimal;
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
        Moment with = new Moment(view, bar, entry.protection().position());
        Moment against = new Moment(view, bar, entry.protection().position().opposite());
        return stopped(entry, with, against)
                .or(() -> reached(entry, with))
                .or(() -> exhausted(entry, with, against))
                .or(() -> turned(entry, with, against));
    }

    private static Optional<Signal> stopped(Signal.Entry entry, Moment with, Moment against) {
        double stop = entry.protection().stop().doubleValue();
        double beyond = with.ahead(stop, with.trailingExtreme());
        return beyond < 0
                ? Optional.empty()
                : Optional.of(exit(entry, with, SetUp.STOP, filled(against, stop), touched("stop", beyond)));
    }

    private static Optional<Signal> reached(Signal.Entry entry, Moment with) {
        double target = entry.protection().target().doubleValue();
        double beyond = with.ahead(with.leadingExtreme(), target);
        return beyond < 0
                ? Optional.empty()
                : Optional.of(exit(entry, with, SetUp.TARGET, filled(with, target), touched("target", beyond)));
    }

    private static Optional<Signal> exhausted(Signal.Entry entry, Moment with, Moment against) {
        return EXHAUSTED.passes(against)
                ? Optional.of(exit(entry, with, SetUp.EXHAUST_AGAINST, with.close(), EXHAUSTED.resultAt(against)))
                : Optional.empty();
    }

    private static Optional<Signal> turned(Signal.Entry entry, Moment with, Moment against) {
        return TURNED.passes(against)
                ? Optional.of(exit(entry, with, SetUp.HIGHER_REVERSAL, with.close(), TURNED.resultAt(against)))
                : Optional.empty();
    }

    private static GateResult touched(String what, double beyond) {
        return new GateResult("price beyond the " + what, beyond, 0, "dollars");
    }

    /** A level is met at the level, or at the open when the bar opened beyond it. */
    private static double filled(Moment towards, double level) {
        double open = towards.trading().bars().open(towards.bar());
        return towards.ahead(open, level) > 0 ? open : level;
    }

    private static Signal exit(Signal.Entry entry, Moment moment, SetUp setUp, double price, GateResult cause) {
        BarSeries bars = moment.trading().bars();
        Direction position = moment.direction();
        SignalId id = new SignalId(
                bars.key().instrument(),
                bars.key().timeframe(),
                bars.closeTime(moment.bar()),
                SignalType.exit(position),
                setUp);
        RoundingMode worse = position == Direction.UP ? RoundingMode.FLOOR : RoundingMode.CEILING;
        BigDecimal onTick = TickSize.ofUsStock(price).round(price, worse);
        return new Signal.Exit(id, onTick, entry.id(), cause, setUp.description() + ": " + Reason.of(cause));
    }
}
