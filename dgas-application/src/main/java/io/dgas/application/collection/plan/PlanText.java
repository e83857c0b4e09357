package io.dgas.application.collection.plan;

import java.time.Duration;

/** Durations as one writes them. */
final class PlanText {

    private PlanText() {}

    /** Such as {@code 14 h 30 min}, {@code 90 s} or {@code 2 min}. */
    static String of(Duration duration) {
        if (duration.compareTo(Duration.ofHours(1)) >= 0) {
            long minutes = duration.toMinutesPart();
            return duration.toHours() + " h" + (minutes == 0 ? "" : " " + minutes + " min");
        }
        boolean whole = duration.toSecondsPart() == 0 && duration.toMinutes() > 0;
        return whole ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }
}
