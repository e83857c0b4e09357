package io.dgas.app.status;

import io.dgas.app.wiring.StoreCondition;
import io.dgas.application.port.in.status.ComponentCheck;
import io.dgas.application.port.in.status.ComponentStatus;
import java.time.Instant;
import java.util.function.Supplier;

/** The database, which could be opened. */
record StoreCheck(Supplier<StoreCondition> condition) implements ComponentCheck {

    static final String NAME = "database";

    @Override
    public String component() {
        return NAME;
    }

    @Override
    public ComponentStatus at(Instant now) {
        StoreCondition found = condition.get();
        String where = found.server() + " at " + found.database();
        return found.isWritable()
                ? ComponentStatus.ok(NAME, where)
                : ComponentStatus.failing(NAME, where + " takes nothing that is written: it is read only");
    }
}
