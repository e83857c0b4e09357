package io.dgas.domain.pattern;

/** The numbers of all detectors. */
public record PatternParameters(
        PLdotPush push,
        PLdotRefresh refresh,
        CWave cWave,
        Exhaust exhaust,
        CongestionOscillation oscillation,
        DotStructure dotStructure) {

    /** The defaults. */
    public static final PatternParameters STANDARD = new PatternParameters(
            PLdotPush.STANDARD,
            PLdotRefresh.STANDARD,
            CWave.STANDARD,
            Exhaust.STANDARD,
            CongestionOscillation.STANDARD,
            DotStructure.STANDARD);
}
