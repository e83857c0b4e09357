package io.dgas.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SessionBars;
import io.dgas.domain.level.Area;
import io.dgas.domain.level.NearFar;
import io.dgas.domain.market.Direction;
import io.dgas.domain.market.TickSize;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.Moment;
import io.dgas.domain.signal.Protection;
import io.dgas.domain.signal.ProtectionRule;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectionRulesTest {

    private static final AtrMultiples ATR = AtrMultiples.STANDARD;

    @ParameterizedTest(name = "prices x {0}")
    @ValueSource(doubles = {1, 37, 0.05, 0.02, 0.001, 1.0 / 7})
    void pricesAreInOrderAndOnTheirOwnTick(double factor) {
        for (ProtectionRule rule : List.of(ATR, new AtrMultiples(0.3, 0.2), new StructureStops())) {
            forMoments(
                    factor,
                    moment -> rule.protect(moment).ifPresent(prices -> {
                        assertThat(prices.position()).isEqualTo(moment.direction());
                        List<BigDecimal> inOrder = moment.direction() == Direction.UP
                                ? List.of(BigDecimal.ZERO, prices.stop(), prices.entry(), prices.target())
                                : List.of(BigDecimal.ZERO, prices.target(), prices.entry(), prices.stop());
                        assertThat(inOrder).isSorted().doesNotHaveDuplicates();
                        inOrder.forEach(ProtectionRulesTest::assertOnTick);
                    }));
        }
    }

    private static void assertOnTick(BigDecimal price) {
        BigDecimal step = TickSize.ofUsStock(price.doubleValue()).step();
        assertThat(price.remainder(step)).as("%s on %s", price, step).isEqualByComparingTo("0");
    }

    @ParameterizedTest(name = "prices x {0}")
    @ValueSource(doubles = {1, 0.02, 1.0 / 7})
    void roundingNeverFlatters(double factor) {
        forMoments(
                factor,
                moment -> ATR.protect(moment).ifPresent(prices -> {
                    double range = moment.trading().averageTrueRange().after(moment.bar());
                    double noise = 1e-12 * moment.close();
                    assertThat(prices.risk().doubleValue()).isGreaterThanOrEqualTo(1.5 * range - noise);
                    assertThat(prices.reward().doubleValue()).isLessThanOrEqualTo(2.5 * range + noise);
                    assertThat(prices.riskReward()).isLessThanOrEqualTo(2.5 / 1.5 + 1e-9);
                    assertThat(prices.risk().doubleValue()).isLessThan(1.5 * range + 0.0201);
                }));
    }

    @Test
    void structureStopLiesOneTickBeyondTheFarAreaAndTheTargetAtTheNextOne() {
        int[] found = new int[1];
        forMoments(
                1,
                moment -> new StructureStops().protect(moment).ifPresent(prices -> {
                    NearFar areas =
                            moment.trading().levels().supportResistance().forBar(moment.bar() + 1);
                    boolean up = moment.direction() == Direction.UP;
                    Area behind = (up ? areas.farSupport() : areas.farResistance()).orElseThrow();
                    double beyond = up
                            ? behind.low() - prices.stop().doubleValue()
                            : prices.stop().doubleValue() - behind.high();
                    assertThat(beyond).isBetween(0.01 - 1e-9, 0.02);
                    double near = up
                            ? areas.nearResistance().low()
                            : areas.nearSupport().high();
                    double far = (up
                                    ? areas.farResistance().map(Area::low)
                                    : areas.farSupport().map(Area::high))
                            .orElse(near);
                    double target = prices.target().doubleValue();
                    assertThat(Math.min(Math.abs(target - near), Math.abs(target - far)))
                            .isLessThan(0.01 + 1e-9);
                    found[0]++;
                }));
        assertThat(found[0]).isGreaterThan(100);
    }

    @Test
    void structureWithoutAFarAreaBehindProtectsNothing() {
        forMoments(1, moment -> {
            NearFar areas = moment.trading().levels().supportResistance().forBar(moment.bar() + 1);
            Optional<Area> behind = moment.direction() == Direction.UP ? areas.farSupport() : areas.farResistance();
            assertThat(behind.isPresent()
                            || new StructureStops().protect(moment).isEmpty())
                    .isTrue();
        });
    }

    @Test
    void flatMarketHasNoRoom() {
        double[][] flat = IntStream.range(0, 20)
                .mapToObj(day -> new double[] {7, 7, 7, 7})
                .toArray(double[][]::new);
        MultiTimeframeView view = view(SessionBars.of(Timeframe.D1, flat));
        for (Direction direction : Direction.values()) {
            assertThat(ATR.protect(new Moment(view, 19, direction))).isEmpty();
            assertThat(new StructureStops().protect(new Moment(view, 19, direction)))
                    .isEmpty();
        }
    }

    @Test
    void stopThatWouldNotBeAboveZeroProtectsNothing() {
        forMoments(1, moment -> {
            if (moment.direction() == Direction.UP) {
                assertThat(new AtrMultiples(1e6, 1).protect(moment)).isEmpty();
            } else {
                assertThat(new AtrMultiples(1, 1e6).protect(moment)).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1", "NaN, 1", "1, NaN", "Infinity, 1", "1, Infinity"})
    void multiplesAreNumbersAboveZero(double stop, double target) {
        assertThatThrownBy(() -> new AtrMultiples(stop, target))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ATR multiples must be numbers above 0, got " + stop + " for the stop and " + target
                        + " for the target");
    }

    @Test
    void protectionOutOfOrderIsRefused() {
        BigDecimal low = new BigDecimal("9.00");
        BigDecimal high = new BigDecimal("11.00");
        assertThatThrownBy(() -> new Protection(Direction.UP, BigDecimal.TEN, high, low, "test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("UP: stop 11.00, entry 10, target 9.00 are not in order");
        assertThatThrownBy(() -> new Protection(Direction.DOWN, BigDecimal.TEN, low, high, "test"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Protection(Direction.UP, BigDecimal.TEN, BigDecimal.TEN, high, "test"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void forMoments(double factor, Consumer<Moment> check) {
        for (long seed = 1; seed <= 4; seed++) {
            BarSeries bars = SessionBars.random(seed, Timeframe.D1, 200);
            MultiTimeframeView view = view(SessionBars.priced(bars, price -> factor * price));
            for (int bar = 14; bar < bars.size(); bar++) {
                for (Direction direction : Direction.values()) {
                    check.accept(new Moment(view, bar, direction));
                }
            }
        }
    }

    private static MultiTimeframeView view(BarSeries bars) {
        return MultiTimeframeView.of(bars, List.of(bars.key().timeframe()), SessionBars.NYSE);
    }
}
