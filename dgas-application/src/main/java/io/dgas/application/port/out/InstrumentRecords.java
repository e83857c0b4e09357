package io.dgas.application.port.out;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is recorded of one instrument, as it had been recorded by a time. Throws {@link StorageException}. */
public interface InstrumentRecords {

    /** Timeframes of which bars were recorded, shortest first. */
    List<Timeframe> timeframes(Instrument instrument, Instant recordedBy);

    /** When the first of all its bars was recorded; empty when none is. */
    Optional<Instant> firstRecorded(Instrument instrument);

    /** Its newest signals of one timeframe, oldest first. */
    List<StoredSignal> signals(BarKey series, By by, int most);

    /**
     * The newest of the last runs that decided it on the timeframe of the series, else on any.
     *
     * @param among how many of the last runs are looked at
     */
    Optional<RecordedRun> newestRun(BarKey series, By by, int among);

    /** Why bars of a series are absent, by when they would have opened, from {@code first} to {@code last}. */
    Map<Instant, AbsenceReason> absences(BarKey series, Instant first, Instant last, Instant recordedBy);

    /**
     * Up to when something counts.
     *
     * @param completed signals completed by then, runs that decided for a time by then
     * @param recorded and recorded by then; a run counts as recorded when it began
     */
    record By(Instant completed, Instant recorded) {}
}
