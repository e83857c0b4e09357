package io.dgas.application.collection.sweep;

/** Hears how far a sweep is, after each batch; in any thread, one call at a time. */
@FunctionalInterface
public interface SweepProgress {

    /**
     * So far.
     *
     * @param symbols done with, of {@code total}
     */
    void report(int symbols, int total, long barsFetched, long barsStored);
}
