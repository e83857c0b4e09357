package io.dgas.domain.state;

import io.dgas.domain.market.Direction;
import java.util.Optional;

/**
 * A congestion as it stands after one bar.
 *
 * @param before direction of the trend before it
 * @param bars bars in congestion, with this one
 * @param actionSeen whether a close back on the side of the trend before was seen
 * @param dottedLine the extreme of the trend run, its entrance bar included; price units
 * @param blockLevel the extreme that the bar of the latest change of side left behind; price units
 * @param original dotted line, block level and the bars up to the third
 * @param confines the confines now: original, or expanded
 * @param provisionalExit closes beyond the confines that are still to be confirmed or to fail
 * @param failedExit whether this bar made a provisional exit fail
 */
public record Congestion(
        Direction before,
        int bars,
        boolean actionSeen,
        double dottedLine,
        double blockLevel,
        Confines original,
        Confines confines,
        Optional<ProvisionalExit> provisionalExit,
        boolean failedExit) {

    /** Whether price has left the original confines without a trend run. */
    public boolean isExpanded() {
        return !confines.equals(original);
    }
}
