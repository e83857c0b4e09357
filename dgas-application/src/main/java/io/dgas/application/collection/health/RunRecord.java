package io.dgas.application.collection.health;

import io.dgas.application.port.out.collection.CollectionRunRepository;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.application.port.out.vendor.ClockSkew;
import io.dgas.application.port.out.vendor.VendorClock;

/**
 * Where runs are recorded. One made while the clocks disagree says so: its bars may hold trades of their neighbours, and
 * nothing else in it would show that.
 */
public record RunRecord(CollectionRunRepository runs, VendorClock clock) {

    /** Throws {@link io.dgas.application.port.out.StorageException}. */
    public void add(CollectionRun run) {
        runs.record(
                clock.lastSkew().flatMap(ClockSkew::problem).map(run::noting).orElse(run));
    }
}
