package io.dgas.domain.pattern;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.market.Direction;
import io.dgas.domain.state.StateSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The patterns known at each bar's close, index for index with the bars. What is known at a bar is made of that bar and
 * older ones only. Immutable.
 */
public final class Patterns {

    private static final PatternKind[] KINDS = PatternKind.values();
    private static final Direction[] DIRECTIONS = Direction.values();

    private final Geometry geometry;
    private final OuterLevels outer;
    private final PatternParameters parameters;
    /** By bar, a bit for each pattern and side; made when first read, since a decision needs exhausts alone. */
    private final AtomicReference<int @Nullable []> masks = new AtomicReference<>();

    private Patterns(Geometry geometry, OuterLevels outer, PatternParameters parameters) {
        this.geometry = geometry;
        this.outer = outer;
        this.parameters = parameters;
    }

    /** Two threads may make the same masks twice, which does no harm. */
    private int[] masks() {
        int[] known = masks.get();
        if (known == null) {
            known = detected();
            masks.set(known);
        }
        return known;
    }

    private int[] detected() {
        int[] found = new int[size()];
        Relations relations = Relations.of(geometry);
        parameters.push().detect(geometry, relations, found);
        parameters.refresh().detect(geometry, relations, found);
        parameters.cWave().detect(geometry, relations, found);
        parameters.exhaust().detect(new FarLevels(geometry, outer), relations, found);
        parameters.oscillation().detect(geometry, relations, found);
        parameters.dotStructure().detect(geometry, relations, found);
        return found;
    }

    /** The patterns of these bars; levels and states are made of the same bars. */
    public static Patterns of(BarSeries bars, Levels levels, StateSeries states, PatternParameters parameters) {
        return new Patterns(new Geometry(bars, levels, states), OuterLevels.NONE, parameters);
    }

    /** The patterns with a higher timeframe's levels among the far ones of {@link Exhaust}; {@code levels} by its bars. */
    public static Patterns within(OuterLevels outer, Levels levels, StateSeries states, PatternParameters parameters) {
        return new Patterns(new Geometry(levels.bars(), levels, states), outer, parameters);
    }

    public int size() {
        return geometry.bars().size();
    }

    /** Whether this pattern is known at the bar's close. */
    public boolean has(int bar, PatternKind kind, Direction direction) {
        return (masks()[bar] & kind.bit(direction)) != 0;
    }

    /**
     * +1 when the bar exhausts a move up, −1 when it exhausts a move down, 0 when it does neither or both: {@link
     * PatternKind#EXHAUST}, without the other patterns.
     */
    public int exhaustSign(int bar) {
        int sides = bar >= geometry.firstBar() ? Exhaust.at(new FarLevels(geometry, outer), bar) : Sides.NONE;
        return (sides & Sides.UP) - ((sides & Sides.DOWN) >> 1);
    }

    /** All patterns known at the bar's close, in the order of their kinds, up before down. */
    public List<PatternMatch> at(int bar) {
        if (masks()[Objects.checkIndex(bar, size())] == 0) {
            return List.of();
        }
        List<PatternMatch> matches = new ArrayList<>();
        for (PatternKind kind : KINDS) {
            for (Direction direction : DIRECTIONS) {
                if (has(bar, kind, direction)) {
                    matches.add(match(kind, direction, bar));
                }
            }
        }
        return List.copyOf(matches);
    }

    /**
     * How far the bar went beyond the nearest far level of this side, in mean ranges; below zero where it stayed short of
     * it. The measure behind {@link Exhaust}.
     */
    public double excess(int bar, Direction direction) {
        return new FarLevels(geometry, outer).excess(bar, direction.sign());
    }

    /** The bar of the exhaust itself: the latest before its confirmation. */
    private int exhaustBar(PatternKind kind, int bar, Direction direction) {
        int exhaust = kind == PatternKind.EXHAUST ? bar : bar - 1;
        while (!has(exhaust, PatternKind.EXHAUST, direction)) {
            exhaust--;
        }
        return exhaust;
    }

    private PatternMatch match(PatternKind kind, Direction direction, int bar) {
        return switch (kind) {
            case PLDOT_PUSH -> PLdotPush.match(geometry, bar, direction);
            case PLDOT_REFRESH -> PLdotRefresh.match(geometry, bar, direction);
            case C_WAVE -> CWave.match(geometry, bar, direction);
            case EXHAUST, EXHAUST_CONFIRMED ->
                Exhaust.match(new FarLevels(geometry, outer), bar, direction, exhaustBar(kind, bar, direction));
            case CONGESTION_OSCILLATION -> CongestionOscillation.match(geometry, bar, direction);
            case DOT_ACCELERATING, DOT_STEADY, DOT_DECELERATING, DOT_EXHAUSTING ->
                DotStructure.match(kind, geometry, bar, direction);
        };
    }
}
