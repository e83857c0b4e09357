package io.dgas.domain.pattern;

import io.dgas.domain.level.Lines;
import io.dgas.domain.level.Zones;
import io.dgas.domain.market.Direction;
import io.dgas.domain.series.Prices;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exhaust: the high lies beyond a far level (Z5T, Z6T, 5/9 Down, or an area of a higher timeframe) and the close is not
 * above ETop; mirrored for down. Confirmed by the first of the next {@code confirmationBars} bars that trades at its dot;
 * the confirmation is a fact of that later bar. Operational definition, grade B.
 *
 * <p>A line counts as far only where it does not lie inside the envelope. The level exhausted is the outermost one
 * exceeded; strength is how far it was exceeded, in mean ranges.
 */
public record Exhaust(int confirmationBars) {

    public static final Exhaust STANDARD = new Exhaust(3);

    public Exhaust {
        if (confirmationBars < 1) {
            throw new IllegalArgumentException("an exhaust is confirmed within 1 bar or more, got " + confirmationBars);
        }
    }

    void detect(Geometry geometry, OuterLevels outer, int[] masks) {
        int upPending = Integer.MIN_VALUE;
        int downPending = Integer.MIN_VALUE;
        for (int bar = geometry.firstBar(); bar < masks.length; bar++) {
            if (isPending(upPending, bar) || isPending(downPending, bar)) {
                if (tradesAtDot(geometry, bar)) {
                    masks[bar] |= confirmed(upPending, bar, 1) | confirmed(downPending, bar, -1);
                    upPending = downPending = Integer.MIN_VALUE;
                }
            }
            if (isExhaust(geometry, outer, bar, 1)) {
                masks[bar] |= PatternKind.EXHAUST.bit(1);
                upPending = bar;
            }
            if (isExhaust(geometry, outer, bar, -1)) {
                masks[bar] |= PatternKind.EXHAUST.bit(-1);
                downPending = bar;
            }
        }
    }

    private boolean isPending(int exhaust, int bar) {
        return exhaust >= bar - confirmationBars;
    }

    private int confirmed(int exhaust, int bar, int sign) {
        return isPending(exhaust, bar) ? PatternKind.EXHAUST_CONFIRMED.bit(sign) : 0;
    }

    private static boolean tradesAtDot(Geometry geometry, int bar) {
        double dot = geometry.dot(bar);
        return Prices.compare(geometry.bars().low(bar), dot) <= 0
                && Prices.compare(geometry.bars().high(bar), dot) >= 0;
    }

    private static boolean isExhaust(Geometry geometry, OuterLevels outer, int bar, int sign) {
        double edge = geometry.edge(bar, sign);
        return Prices.compare(geometry.extreme(bar, sign), edge) == sign
                && Prices.compare(geometry.bars().close(bar), edge) != sign
                && geometry.meanRange(bar) > 0
                && far(geometry, outer, bar, sign).outermost != null;
    }

    /** How far the bar went beyond the nearest far level, in mean ranges; below zero where it did not reach it. */
    static double excess(Geometry geometry, OuterLevels outer, int bar, Direction direction) {
        double nearest = far(geometry, outer, bar, direction.sign()).nearest;
        double extreme = geometry.extreme(bar, direction.sign());
        return Prices.compare(extreme, nearest) == 0
                ? 0
                : direction.sign() * (extreme - nearest) / geometry.meanRange(bar);
    }

    private static FarLevels far(Geometry geometry, OuterLevels outer, int bar, int sign) {
        Zones zones = geometry.levels().zones();
        Lines lines = geometry.levels().lines();
        boolean up = sign > 0;
        FarLevels far = new FarLevels(geometry.extreme(bar, sign), geometry.edge(bar, sign), sign);
        far.consider(up ? "Z5T" : "Z2B", up ? zones.z5tForBar(bar) : zones.z2bForBar(bar));
        far.consider(up ? "Z6T" : "Z1B", up ? zones.z6tForBar(bar) : zones.z1bForBar(bar));
        far.consider(up ? "5/9 Down" : "5/9 Up", up ? lines.fiveNineDown(bar) : lines.fiveNineUp(bar));
        if (outer.on(sign).isDefined(bar)) {
            far.consider(outer.nameOn(sign), outer.on(sign).get(bar));
        }
        return far;
    }

    static PatternMatch match(Geometry geometry, OuterLevels outer, int bar, Direction direction) {
        return match(PatternKind.EXHAUST, geometry, outer, new Span(bar, bar, direction));
    }

    /** The confirmation at {@code bar} of the latest exhaust before it. */
    static PatternMatch confirmation(Geometry geometry, OuterLevels outer, int[] masks, Span confirmed) {
        int exhaust = confirmed.bar() - 1;
        while ((masks[exhaust] & PatternKind.EXHAUST.bit(confirmed.direction())) == 0) {
            exhaust--;
        }
        Span span = new Span(exhaust, confirmed.bar(), confirmed.direction());
        return match(PatternKind.EXHAUST_CONFIRMED, geometry, outer, span);
    }

    private static PatternMatch match(PatternKind kind, Geometry geometry, OuterLevels outer, Span span) {
        int sign = span.direction().sign();
        NamedLevel level = far(geometry, outer, span.since(), sign).outermost;
        double beyond = level == null ? 0 : Math.abs(geometry.extreme(span.since(), sign) - level.value());
        return new PatternMatch(
                kind,
                span.direction(),
                span.bar(),
                span.since(),
                beyond / geometry.meanRange(span.since()),
                Optional.ofNullable(level));
    }

    /** From the exhaust's bar to the bar it is reported on. */
    record Span(int since, int bar, Direction direction) {}

    /** The far levels of one side of a bar: the nearest of all, and the outermost that was exceeded. */
    private static final class FarLevels {
        private final double extreme;
        private final double edge;
        private final int sign;
        private double nearest;
        private @Nullable NamedLevel outermost;

        private FarLevels(double extreme, double edge, int sign) {
            this.extreme = extreme;
            this.edge = edge;
            this.sign = sign;
            this.nearest = sign * Double.POSITIVE_INFINITY;
        }

        private void consider(String name, double value) {
            if (Prices.compare(value, edge) == -sign) {
                return;
            }
            nearest = sign > 0 ? Math.min(nearest, value) : Math.max(nearest, value);
            boolean exceeded = Prices.compare(extreme, value) == sign;
            if (exceeded && (outermost == null || Prices.compare(value, outermost.value()) == sign)) {
                outermost = new NamedLevel(name, value);
            }
        }
    }
}
