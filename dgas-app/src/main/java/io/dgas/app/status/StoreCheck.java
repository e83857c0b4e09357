package io.dgas.app.status;

import io.dgas.app.wiring.StoreCondition;
import io.dgas.application.status.ComponentCheck;
import io.dgas.application.status.ComponentStatus;
import io.dgas.application.status.Verdict;
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
                ? new ComponentStatus(NAME, Verdict.OK, where)
                : new ComponentStatus(NAME, Verdict.FAILING, where + " takes nothing that is written: it is read only");
    }
}
