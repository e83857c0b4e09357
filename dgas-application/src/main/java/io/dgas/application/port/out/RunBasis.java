package io.dgas.application.port.out;

import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run decided on: enough to run it again and to tell whether it comes out the same.
 *
 * @param engineVersion of the program that decided
 * @param configurationHash of everything that shaped the decisions beside the bars
 * @param barsKnownAt the mark of the bars that were read; empty where none is kept
 * @param actionsKnown the mark of the corporate actions
 * @param stale instruments that were not decided because their bars were late, and how late
 * @param series the others and these, by symbol
 */
public record RunBasis(
        String engineVersion,
        String configurationHash,
        Optional<Instant> barsKnownAt,
        long actionsKnown,
        SortedMap<Instrument, String> stale,
        List<Series> series) {

    public RunBasis {
        stale = new TreeMap<>(stale);
        series = List.copyOf(series);
    }

    /**
     * One instrument.
     *
     * @param inputHash of its adjusted bars; 0 without any
     * @param decisionHash of what was decided, with all its evidence
     */
    public record Series(Instrument instrument, long inputHash, long decisionHash) {}
}
