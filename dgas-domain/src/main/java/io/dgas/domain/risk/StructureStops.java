package io.dgas.domain.risk;

import io.dgas.domain.level.Area;
import io.dgas.domain.level.NearFar;
import io.dgas.domain.market.Direction;
import io.dgas.domain.market.TickSize;
import io.dgas.domain.series.Prices;
import io.dgas.domain.signal.Moment;
import io.dgas.domain.signal.Protection;
import io.dgas.domain.signal.ProtectionRule;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stop and target by the structure of the coming bar: the stop one tick beyond the far area behind the entry, the target
 * at the near edge of the next opposing area. Empty when either is missing. METHOD 5, grade B.
 */
public record StructureStops() implements ProtectionRule {

    @Override
    public Optional<Protection> protect(Moment moment) {
        NearFar areas = moment.trading().levels().supportResistance().forBar(moment.bar() + 1);
        boolean up = moment.direction() == Direction.UP;
        Optional<Area> behind = up ? areas.farSupport() : areas.farResistance();
        Area near = up ? areas.nearResistance() : areas.nearSupport();
        Optional<Area> far = up ? areas.farResistance() : areas.farSupport();
        return behind.flatMap(stop -> Stream.concat(Stream.of(near), far.stream())
                .filter(area -> liesAhead(moment, area))
                .findFirst()
                .flatMap(target -> protection(moment, stop, target)));
    }

    private static boolean liesAhead(Moment moment, Area area) {
        return Prices.compare(nearEdge(moment, area), moment.close())
                == moment.direction().sign();
    }

    private static double nearEdge(Moment moment, Area ahead) {
        return moment.direction() == Direction.UP ? ahead.low() : ahead.high();
    }

    private static Optional<Protection> protection(Moment moment, Area behind, Area ahead) {
        double tick = TickSize.ofUsStock(moment.close()).step().doubleValue();
        double stop = moment.direction() == Direction.UP ? behind.low() - tick : behind.high() + tick;
        return OnTick.protection(
                moment,
                stop,
                nearEdge(moment, ahead),
                "one tick beyond the far area, near edge of the next opposing area");
    }
}
