package io.dgas.application.port.out.collection;

import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How fresh, how whole and how good the stored bars are. Each is one query over a whole universe. Throws {@link
 * io.dgas.application.port.out.StorageException}.
 */
public interface BarFigures {

    /** The newest stored bar of each of these instruments; one without any is absent. */
    Map<Instrument, NewestBar> newest(Set<Instrument> instruments, Timeframe timeframe);

    /** Where the stored bars of the sessions of the scope came from, by symbol, then source. */
    List<Origin> origins(LedgerScope scope);

    /**
     * What the final bars of the sessions of the scope have to say about the provisional ones that they replaced or
     * confirmed, by symbol, then source.
     */
    List<Accuracy> accuracy(LedgerScope scope);

    /** How many bars of the scope the ledger knows to be absent for a reason, by symbol; one without any is absent. */
    Map<Instrument, Map<AbsenceReason, Long>> absences(LedgerScope scope);

    /**
     * The newest bar of a series.
     *
     * @param recordedAt when it became known with these values
     */
    record NewestBar(Instant openTime, BarSource source, Instant recordedAt) {}

    /**
     * Bars of one instrument from one source; the source tells the standing.
     *
     * @param bars stored
     * @param revised of these, bars that had other values before
     * @param finalRevised of these, bars that were final already with other values
     */
    record Origin(Instrument instrument, BarSource source, long bars, long revised, long finalRevised) {}

    /**
     * How near the provisional bars of one instrument from one source came.
     *
     * @param compared with a final bar
     * @param differing in a price
     * @param largest difference of open, high, low or close, as a share of the final price; 0 when none differs
     * @param volume of the provisional bars, all together
     * @param finalVolume of the same bars, final
     */
    record Accuracy(
            Instrument instrument,
            BarSource provisional,
            long compared,
            long differing,
            double largest,
            double volume,
            double finalVolume) {}
}
