package io.dgas.application.port.out.collection;

import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How fresh and how good the stored bars are. Each is one query over a whole universe. Throws {@link
 * io.dgas.application.port.out.StorageException}.
 */
public interface BarFigures {

    /** The newest stored bar of each active instrument; one without any is absent. */
    Map<Instrument, NewestBar> newest(Timeframe timeframe);

    /** Where the bars of the sessions on these dates came from, by symbol, then source. */
    List<Origin> origins(Timeframe timeframe, DateRange dates);

    /**
     * What the final bars of the sessions on these dates had to say about the provisional ones that they replaced or
     * confirmed, by symbol, then source.
     */
    List<Accuracy> accuracy(Timeframe timeframe, DateRange dates);

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
     */
    record Origin(Instrument instrument, BarSource source, long bars, long revised) {}

    /**
     * How near the provisional bars of one instrument from one source came.
     *
     * @param compared with a final bar
     * @param differing in a price
     * @param largest difference of open, high, low or close, as a share of the final price; 0 when none differs
     * @param volumeShare provisional over final volume, all bars together; 1 when there is no final volume
     */
    record Accuracy(
            Instrument instrument,
            BarSource provisional,
            long compared,
            long differing,
            double largest,
            double volumeShare) {}
}
