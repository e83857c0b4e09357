package io.dgas.domain.risk;

import io.dgas.domain.level.Area;
import io.dgas.domain.level.NearFar;
import io.dgas.domain.market.Direction;
import io.dgas.domain.market.TickSize;
import io.dgas.domain.signal.Moment;
import io.dgas.domain.signal.Protection;
import io.dgas.domain.signal.ProtectionRule;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stop and target by the structure of the coming bar: the stop one tick beyond the far area behind the entry, the target
 * at the near edge of the next opposing area. Empty when either is missing. docs/method.md, section 5, grade B.
 */
public record StructureStops() implements ProtectionRule {

    private static final String BASIS = "one tick beyond the far area, near edge of the next opposing area";

    @Override
    public Optional<Protection> protect(Moment moment) {
        NearFar areas = moment.trading().levels().supportResistance().forBar(moment.bar() + 1);
        return moment.direction() == Direction.UP
                ? between(moment, areas.farSupport(), areas.nearResistance(), areas.farResistance())
                : between(moment, areas.farResistance(), areas.nearSupport(), areas.farSupport());
    }

    /** The near area ahead may have been passed already; then the far one is next. */
    private static Optional<Protection> between(Moment moment, Optional<Area> behind, Area near, Optional<Area> far) {
        return behind.flatMap(area -> Stream.concat(Stream.of(near), far.stream())
                .flatMap(ahead -> protection(moment, area, ahead).stream())
                .findFirst());
    }

    private static Optional<Protection> protection(Moment moment, Area behind, Area ahead) {
        boolean up = moment.direction() == Direction.UP;
        double edge = up ? behind.low() : behind.high();
        double tick = TickSize.ofUsStock(edge).step().doubleValue();
        double stop = up ? edge - tick : edge + tick;
        return OnTick.protection(moment, stop, up ? ahead.low() : ahead.high(), BASIS);
    }
}
