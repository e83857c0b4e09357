package io.dgas.application.universe;

import io.dgas.application.port.in.ImportUniverse.Entry;
import io.dgas.application.port.out.universe.ListingRepository.FormerName;
import io.dgas.application.port.out.universe.ListingRepository.Listing;
import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is known of the symbols before an import. */
final class KnownSymbols {

    /** A source may still have a name this long after it was given up; later the name may be another company's. */
    private static final int LATE_DAYS = 30;

    private final Map<Instrument, Listing> listings = new TreeMap<>();

    KnownSymbols(List<Listing> listings) {
        listings.forEach(listing -> this.listings.put(listing.description().instrument(), listing));
    }

    boolean knows(Instrument instrument) {
        return listings.containsKey(instrument);
    }

    boolean isActive(Instrument instrument) {
        return Optional.ofNullable(listings.get(instrument))
                .filter(Listing::isActive)
                .isPresent();
    }

    Optional<LocalDate> delistedOn(Instrument instrument) {
        return Optional.ofNullable(listings.get(instrument)).flatMap(Listing::delistedOn);
    }

    Optional<String> name(Instrument instrument) {
        return Optional.ofNullable(listings.get(instrument))
                .flatMap(listing -> listing.description().name());
    }

    /**
     * The present names of those on a list of this date that it has under names given up meanwhile or not long before.
     * Where a list has both names, they are two companies' now.
     */
    Map<Instrument, Instrument> renamed(List<Entry> symbols, LocalDate date) {
        Set<Instrument> listed = symbols.stream().map(Entry::instrument).collect(Collectors.toSet());
        Map<Instrument, List<Instrument>> present = new TreeMap<>();
        listings.values()
                .forEach(listing -> listing.formerNames().stream()
                        .filter(former -> former.until().isAfter(date.minusDays(LATE_DAYS)))
                        .map(FormerName::name)
                        .filter(name -> listed.contains(name) && !knows(name))
                        .filter(name -> !listed.contains(listing.description().instrument()))
                        .forEach(name -> present.computeIfAbsent(name, any -> new ArrayList<>())
                                .add(listing.description().instrument())));
        return present.entrySet().stream()
                .filter(one -> one.getValue().stream().distinct().count() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().getFirst()));
    }
}
