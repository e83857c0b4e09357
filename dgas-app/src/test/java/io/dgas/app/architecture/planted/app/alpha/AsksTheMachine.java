package io.dgas.app.architecture.planted.app.alpha;

import java.time.ZoneId;

/** Breaks a rule on purpose. */
public final class AsksTheMachine {
    /** The zone of the machine. */
    public ZoneId zone() {
        return ZoneId.systemDefault();
    }
}
