package io.dgas.application.port.in;

import io.dgas.application.port.out.BarRepository.StoreReport;
import io.dgas.application.recorded.AssembledBars;
import io.dgas.application.recorded.RecordedFile;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores recorded bars, all or none. */
@FunctionalInterface
public interface ImportBars {

    /**
     * Stores the bars of the files in one transaction. One problem is enough for nothing to be stored, unless bad rows are
     * to be skipped.
     *
     * @throws io.dgas.application.port.out.StorageException when the store cannot take them; then none is stored
     */
    Report run(Request request);

    /**
     * What to import.
     *
     * @param recordedAt when the bars became known: now
     */
    record Request(Timeframe timeframe, List<RecordedFile> files, boolean skipBad, Instant recordedAt) {
        public Request {
            files = List.copyOf(files);
        }
    }

    /**
     * What was in the files and what storing it did.
     *
     * @param stored empty when nothing was stored: there were problems, or no bars
     */
    record Report(AssembledBars read, Optional<StoreReport> stored) {}
}
