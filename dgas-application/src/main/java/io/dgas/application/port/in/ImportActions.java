package io.dgas.application.port.in;

import io.dgas.application.recorded.AssembledActions;
import io.dgas.application.recorded.RecordedActionFile;
import java.util.List;
import java.util.OptionalInt;

/** Stores splits and dividends, all or none. */
@FunctionalInterface
public interface ImportActions {

    /**
     * Stores the actions of the files in one transaction. One problem is enough for nothing to be stored, unless bad rows
     * are to be skipped.
     *
     * @throws io.dgas.application.port.out.StorageException when the store cannot take them; then none is stored
     */
    Report run(Request request);

    /** What to import. */
    record Request(List<RecordedActionFile> files, boolean skipBad) {
        public Request {
            files = List.copyOf(files);
        }
    }

    /**
     * What was in the files and what storing it did.
     *
     * @param changed how many actions were new or differed from what was stored; empty when nothing was stored: there were
     *     problems, or no actions
     */
    record Report(AssembledActions read, OptionalInt changed) {}
}
