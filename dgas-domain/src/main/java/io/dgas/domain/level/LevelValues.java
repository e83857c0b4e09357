package io.dgas.domain.level;

import java.util.OptionalDouble;

/**
 * The levels for one bar as plain numbers, price units.
 *
 * @param mainChannelLine grade B; empty when switched off or not yet warm
 * @param twoAheadDot grade B; empty when switched off
 */
public record LevelValues(
        double pldot,
        double oneOneDot,
        double oneOneHigh,
        double oneOneLow,
        double envelopeTop,
        double envelopeBottom,
        double z1b,
        double z2b,
        double z5t,
        double z6t,
        double meanRange,
        OptionalDouble mainChannelLine,
        OptionalDouble twoAheadDot) {

    static LevelValues of(Levels levels, int t) {
        return new LevelValues(
                levels.pldot().forBar(t),
                levels.oneOne().dotForBar(t),
                levels.oneOne().highForBar(t),
                levels.oneOne().lowForBar(t),
                levels.envelope().topForBar(t),
                levels.envelope().bottomForBar(t),
                levels.zones().z1bForBar(t),
                levels.zones().z2bForBar(t),
                levels.zones().z5tForBar(t),
                levels.zones().z6tForBar(t),
                levels.meanRange().forBar(t),
                levels.mainChannelLine(t),
                levels.twoAheadDot(t));
    }
}
