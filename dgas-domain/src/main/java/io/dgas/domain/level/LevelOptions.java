package io.dgas.domain.level;

/**
 * Which of the grade B levels are wanted beside the grade A ones.
 *
 * @param extensions "5" lines one bar further out
 * @param depths whether a 5/2 is short, regular or deep
 * @param closedLines "5" lines of a bar after a gap, closed up to the close before it
 * @param sixSix the 6/6 lines
 * @param mainChannelLine the main channel line
 * @param twoAheadDot the estimate of the dot of the bar after
 */
public record LevelOptions(
        boolean extensions,
        boolean depths,
        boolean closedLines,
        boolean sixSix,
        boolean mainChannelLine,
        boolean twoAheadDot) {

    /** The method's defaults: 6/6, main channel line and two-ahead dot are on. */
    public static final LevelOptions STANDARD = new LevelOptions(false, false, false, true, true, true);

    /** Grade A only. */
    public static final LevelOptions ATTESTED = new LevelOptions(false, false, false, false, false, false);

    /** Everything. */
    public static final LevelOptions ALL = new LevelOptions(true, true, true, true, true, true);
}
