package io.dgas.application.collection.sweep;

/** Watches a sweep, in whatever thread it works, one call at a time. */
public interface SweepWatch {

    /** Lets it run to its end, unseen. */
    SweepWatch NONE = new SweepWatch() {
        @Override
        public void report(Progress progress) {
            // Nobody looks.
        }

        @Override
        public boolean goOn() {
            return true;
        }
    };

    /** How far it is, after each batch. */
    void report(Progress progress);

    /** Whether another symbol shall be asked for; what is left out stays due. */
    boolean goOn();

    /**
     * So far.
     *
     * @param symbols done with, of {@code total}
     */
    record Progress(int symbols, int total, long barsFetched, long barsStored) {}
}
