package io.dgas.application.port.in;

import io.dgas.domain.bar.QualityReport;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells whether a stored series can be trusted. */
@FunctionalInterface
public interface CheckQuality {

    /**
     * The judgement of the bars closed, with the actions known, by a time; empty when no such bar is stored.
     *
     * @throws io.dgas.application.port.out.StorageException when the store cannot answer
     */
    Optional<Report> run(Request request);

    /** Which series, and as of when. */
    record Request(Instrument instrument, Timeframe timeframe, Instant asOf) {}

    /**
     * The judgement.
     *
     * @param objections why the series is not good, in sentences; none when it is
     */
    record Report(QualityReport quality, List<String> objections) {

        public Report {
            objections = List.copyOf(objections);
        }

        public boolean isGood() {
            return objections.isEmpty();
        }
    }
}
