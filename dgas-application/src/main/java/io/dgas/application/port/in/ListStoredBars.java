package io.dgas.application.port.in;

import io.dgas.application.port.out.BarRepository.StoredSeries;
import java.util.List;

/** Tells which series are stored. */
@FunctionalInterface
public interface ListStoredBars {

    /**
     * The stored series, by symbol, then timeframe.
     *
     * @throws io.dgas.application.port.out.StorageException when the store cannot answer
     */
    List<StoredSeries> run();
}
