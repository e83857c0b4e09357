package io.dgas.application.port.out;

import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stored splits and dividends. Throws {@link StorageException}. */
public interface CorporateActionRepository {

    /** Actions known by {@code asOf}, by ex-date; an instrument without any is absent. */
    default Map<Instrument, List<CorporateAction>> knownBy(Instant asOf, Set<Instrument> instruments) {
        return knownBy(asOf, instruments, Long.MAX_VALUE);
    }

    /**
     * The same of those that had been stored at a mark.
     *
     * @param mark of {@link #mark}
     */
    Map<Instrument, List<CorporateAction>> knownBy(Instant asOf, Set<Instrument> instruments, long mark);

    /** Rises with each action that is stored; with it the same actions can be read again, whatever is stored later. */
    long mark();

    /**
     * Stores actions in one transaction, registering unknown symbols, which wait, inactive, for their bars. The same action again changes nothing; one with
     * the same symbol, ex-date and kind but another value replaces the old one.
     *
     * @return how many were new or changed
     */
    int store(List<CorporateAction> actions);
}
