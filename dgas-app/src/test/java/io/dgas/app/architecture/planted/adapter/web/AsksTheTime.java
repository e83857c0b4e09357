package io.dgas.app.architecture.planted.adapter.web;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Breaks a rule on purpose. */
public final class AsksTheTime {
    /** Today, from a clock of its own. */
    public LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
