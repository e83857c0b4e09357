package io.dgas.application.port.out.universe;

import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who the known symbols are. A symbol keeps its history when its name changes and when it is delisted. Throws {@link
 * io.dgas.application.port.out.StorageException}.
 */
public interface ListingRepository {

    /** All known symbols, by their present names. */
    List<Listing> all();

    /**
     * Records what is known about symbols and registers, inactive, those not known. What is empty leaves what was known.
     *
     * @return how many were new or changed
     */
    int describe(List<Description> descriptions);

    /**
     * Gives a symbol another name. All its history is read under the new one from then on. Where the new name is known as
     * a symbol already, the two become one: its bars stay where both have some, and those of the old name are kept as
     * revisions. The result is active when one of them was.
     *
     * @throws IllegalArgumentException when the old name is not that of a symbol
     */
    void rename(Renaming renaming, Instant at);

    /**
     * Records when symbols were traded for the last time, and sets them inactive.
     *
     * @return how many were not known to be delisted on that date
     * @throws IllegalArgumentException naming symbols that are not known
     */
    int delist(Map<Instrument, LocalDate> lastDates);

    /**
     * What is known about a symbol.
     *
     * @param exchange where it is listed, as its source writes it
     * @param listedOn first date of trading
     */
    record Description(
            Instrument instrument, Optional<String> name, Optional<String> exchange, Optional<LocalDate> listedOn) {}

    /**
     * A change of name.
     *
     * @param on first date of the new name
     */
    record Renaming(Instrument from, Instrument to, LocalDate on) {
        public Renaming {
            if (from.equals(to)) {
                throw new IllegalArgumentException("renaming " + from + " to itself");
            }
        }
    }

    /**
     * A known symbol.
     *
     * @param firstSeen when it was registered here
     * @param delistedOn last date of trading; empty while it is listed
     * @param formerNames the newest first
     */
    record Listing(
            Description description,
            boolean isActive,
            Instant firstSeen,
            Optional<LocalDate> delistedOn,
            List<FormerName> formerNames) {
        public Listing {
            formerNames = List.copyOf(formerNames);
        }
    }

    /**
     * A name that a symbol had.
     *
     * @param until first date of the next name
     */
    record FormerName(Instrument name, LocalDate until) {}
}
