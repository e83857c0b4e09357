package io.dgas.app.collection;

import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;

/** A run in one line. */
final class RunText {

    private RunText() {}

    static String of(CollectionRun run) {
        return run.status() + ": " + run.symbols().updated() + " of "
                + run.symbols().requested() + " symbols answered, " + run.barsFetched() + " bars fetched, "
                + run.barsStored() + " stored, " + run.callsUsed() + " calls used, "
                + run.executionTime().toSeconds() + " s";
    }
}
