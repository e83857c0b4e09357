package io.dgas.bench;

import io.dgas.domain.level.Levels;
import io.dgas.domain.level.Lines;
import io.dgas.domain.level.OneOne;
import io.dgas.domain.level.Zones;
import io.dgas.domain.market.Direction;
import io.dgas.domain.pattern.PatternKind;
import io.dgas.domain.state.StateSeries;
import io.dgas.domain.timeframe.Geometry;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reads, for every bar, each number of a geometry that is not kept as a column but made when it is asked for. The columns
 * themselves count as read once the geometry is handed to the black hole; those of all patterns are made at the first
 * question about one.
 */
final class ReadingOnDemand {

    private final Geometry geometry;
    private final int first;
    private final int size;

    ReadingOnDemand(Geometry geometry) {
        this.geometry = geometry;
        this.first = geometry.levels().firstBar();
        this.size = geometry.bars().size();
    }

    void into(Blackhole hole) {
        hole.consume(geometry);
        hole.consume(geometry.patterns().has(first, PatternKind.PLDOT_PUSH, Direction.UP));
        zones(hole);
        others(hole);
        fives(hole);
        sixes(hole);
        sixSixes(hole);
        states(hole);
    }

    private void zones(Blackhole hole) {
        Zones zones = geometry.levels().zones();
        for (int t = first; t <= size; t++) {
            hole.consume(zones.z1bForBar(t));
            hole.consume(zones.z2bForBar(t));
            hole.consume(zones.z5tForBar(t));
            hole.consume(zones.z6tForBar(t));
        }
    }

    private void others(Blackhole hole) {
        Levels levels = geometry.levels();
        OneOne oneOne = levels.oneOne();
        for (int t = first; t <= size; t++) {
            hole.consume(oneOne.dotForBar(t));
            hole.consume(oneOne.highForBar(t));
            hole.consume(oneOne.lowForBar(t));
        }
        hole.consume(levels.mainChannelLines());
        hole.consume(levels.twoAheadDots());
    }

    private void fives(Blackhole hole) {
        Lines lines = geometry.levels().lines();
        for (int t = first; t <= size; t++) {
            hole.consume(lines.kindFromHighs(t));
            hole.consume(lines.fromHighs(t));
            hole.consume(lines.kindFromLows(t));
            hole.consume(lines.fromLows(t));
            hole.consume(lines.fiveNineUp(t));
            hole.consume(lines.fiveNineDown(t));
        }
    }

    private void sixes(Blackhole hole) {
        Lines lines = geometry.levels().lines();
        for (int t = first; t <= size; t++) {
            hole.consume(lines.kindThroughHigh(t));
            hole.consume(lines.throughHigh(t));
            hole.consume(lines.kindThroughLow(t));
            hole.consume(lines.throughLow(t));
        }
    }

    private void sixSixes(Blackhole hole) {
        Lines lines = geometry.levels().lines();
        for (int t = first + 1; t <= size; t++) {
            hole.consume(lines.hasSixSix(t));
            hole.consume(lines.sixSixUp(t));
            hole.consume(lines.sixSixDown(t));
        }
    }

    private void states(Blackhole hole) {
        StateSeries states = geometry.states();
        for (int bar = first; bar < size; bar++) {
            hole.consume(states.phaseAt(bar));
        }
    }
}
