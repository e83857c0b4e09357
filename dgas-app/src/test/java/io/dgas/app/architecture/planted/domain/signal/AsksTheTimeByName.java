package io.dgas.app.architecture.planted.domain.signal;

import java.time.Instant;
import java.util.function.Supplier;

/** Breaks a rule on purpose. */
public final class AsksTheTimeByName {
    /** A clock in disguise. */
    public Supplier<Instant> clock() {
        return Instant::now;
    }
}
