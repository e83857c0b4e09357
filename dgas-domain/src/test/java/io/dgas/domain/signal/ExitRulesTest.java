package io.dgas.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SessionBars;
import io.dgas.domain.market.Direction;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ExitRulesTest {

    @Test
    void stopBeatsTargetOnTheSameBar() {
        assertExit(after(day(115, 121, 109, 115)), bought("110", "120"), ExitCause.STOP, "110");
        assertExit(after(day(115, 121, 109, 115)), sold("120", "110"), ExitCause.STOP, "120");
    }

    @Test
    void levelIsTouchedWhenItIsJustReached() {
        assertExit(after(day(115, 116, 112, 115)), bought("112", "120"), ExitCause.STOP, "112");
        assertExit(after(day(115, 120, 114, 115)), bought("110", "120"), ExitCause.TARGET, "120");
        assertExit(after(day(115, 118, 114, 115)), sold("118", "100"), ExitCause.STOP, "118");
        assertThat(exit(after(day(115, 119.99, 112.01, 115)), bought("112", "120")))
                .isEmpty();
    }

    @Test
    void gapBeyondALevelIsFilledAtTheOpen() {
        assertExit(after(day(108, 109, 107, 108)), bought("110", "120"), ExitCause.STOP, "108");
        assertExit(after(day(122, 123, 121, 122)), bought("110", "120"), ExitCause.TARGET, "122");
        assertExit(after(day(122, 123, 121, 122)), sold("120", "110"), ExitCause.STOP, "122");
        assertExit(after(day(108, 109, 107, 108)), sold("120", "110"), ExitCause.TARGET, "108");
    }

    @Test
    void gapBeyondTheStopThatComesBackIsStillFilledAtTheOpen() {
        assertExit(after(day(108, 121, 107, 115)), bought("110", "120"), ExitCause.STOP, "108");
    }

    @Test
    void fillsOnTheTickAreRoundedAgainstThePosition() {
        assertExit(after(day(108.005, 109, 107, 108)), bought("110", "120"), ExitCause.STOP, "108.00");
        assertExit(after(day(122.005, 123, 121, 122)), sold("120", "110"), ExitCause.STOP, "122.01");
    }

    @Test
    void exhaustInTheDirectionOfThePositionEndsItAtTheClose() {
        Signal.Exit exit = exit(Examples.EXHAUST, bought("50", "200")).orElseThrow();
        assertThat(exit.cause()).isEqualTo(ExitCause.EXHAUST);
        assertThat(exit.price()).isEqualByComparingTo("113");
        assertThat(exit.condition().name()).isEqualTo("exhaust");
        assertThat(exit(Examples.EXHAUST, sold("200", "50"))).isEmpty();
    }

    @Test
    void higherTimeframeTurnedAgainstThePositionEndsItAtTheClose() {
        Signal.Exit exit = exit(Examples.CONGESTION_EXIT, sold("200", "50")).orElseThrow();
        assertThat(exit.cause()).isEqualTo(ExitCause.HIGHER_REVERSAL);
        assertThat(exit.price()).isEqualByComparingTo("117.50");
        assertThat(exit.reason())
                .isEqualTo("higher timeframe turned against the position: higher-timeframe trend 1 direction");
        assertThat(exit(Examples.CONGESTION_EXIT, bought("50", "200"))).isEmpty();
    }

    @Test
    void exitCarriesTheSetUpOfItsEntryAndTheTimeOfItsBar() {
        InForce entry = bought("110", "120");
        MultiTimeframeView view = after(day(115, 116, 109, 115));
        Signal.Exit exit = exit(view, entry).orElseThrow();
        assertThat(exit.opened()).isEqualTo(entry.id());
        assertThat(exit.id().setUp()).isEqualTo(entry.id().setUp());
        assertThat(exit.id().type()).isEqualTo(SignalType.EXIT_LONG);
        assertThat(exit.id().completedAt()).isEqualTo(view.trading().bars().closeTime(Examples.DAYS));
        assertThat(exit.condition()).isEqualTo(new GateResult("price beyond the level", 1, 0, "dollars"));
        assertThat(exit.reason()).isEqualTo("stop touched: price beyond the level 1 dollars");
    }

    @Test
    void levelsBelowOneDollarAreTouchedToTheirFinerTick() {
        BarSeries cheap =
                SessionBars.priced(after(day(115, 116, 112, 115)).trading().bars(), price -> price / 1000);
        MultiTimeframeView view = Decided.view(cheap, Timeframe.D1);
        assertExit(view, bought("0.1120", "0.1200"), ExitCause.STOP, "0.1120");
        assertThat(exit(view, bought("0.1119", "0.1200"))).isEmpty();
    }

    private static double[] day(double open, double high, double low, double close) {
        return Examples.day(open, high, low, close);
    }

    private static MultiTimeframeView after(double[] day) {
        return Examples.after(day);
    }

    private static void assertExit(MultiTimeframeView view, InForce entry, ExitCause cause, String price) {
        Signal.Exit exit = exit(view, entry).orElseThrow();
        assertThat(exit.cause()).isEqualTo(cause);
        assertThat(exit.price()).isEqualByComparingTo(price);
    }

    private static Optional<Signal.Exit> exit(MultiTimeframeView view, InForce entry) {
        return ExitRules.exitAt(Sides.of(view, view.trading().bars().last()), entry)
                .map(Supplier::get)
                .map(Signal.Exit.class::cast);
    }

    private static InForce bought(String stop, String target) {
        return entry(Direction.UP, stop, target);
    }

    private static InForce sold(String stop, String target) {
        return entry(Direction.DOWN, stop, target);
    }

    /** An entry half way between stop and target, on the day before the last of the climb. */
    private static InForce entry(Direction side, String stop, String target) {
        BigDecimal entry = new BigDecimal(stop).add(new BigDecimal(target)).divide(BigDecimal.TWO);
        Moment moment = new Moment(Examples.TREND_CONTINUATION, Examples.DAYS - 1, side);
        return new InForce(
                moment.completes(SignalType.entry(side), SetUp.TREND_CONTINUATION),
                new Protection(side, entry, new BigDecimal(stop), new BigDecimal(target), "given"));
    }
}
