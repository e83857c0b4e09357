package io.dgas.application.port.out;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads stored bars, raw as they were recorded: one question for a whole universe. Throws {@link StorageException}. */
@FunctionalInterface
public interface BarReader {

    Reading read(Selection selection);

    /** What this repository knows now, without a mark. */
    static BarReader of(BarRepository bars) {
        return selection -> new Reading(
                bars.load(selection.instruments(), selection.timeframe(), selection.asOf(), selection.most()),
                Optional.empty());
    }

    /**
     * The newest bars that had closed by a time.
     *
     * @param most bars of each series at most, the newest ones
     */
    record Selection(Set<Instrument> instruments, Timeframe timeframe, Instant asOf, int most) {
        public Selection {
            instruments = Set.copyOf(instruments);
        }
    }

    /**
     * What was there.
     *
     * @param series oldest bar first; an instrument without such bars is absent
     * @param knownAt a mark: with it the same bars can be read again, whatever is stored later; empty where marks are not
     *     kept
     */
    record Reading(Map<Instrument, BarSeries> series, Optional<Instant> knownAt) {
        public Reading {
            series = Map.copyOf(series);
        }
    }
}
