package io.dgas.application.universe;

import io.dgas.application.port.in.ImportUniverse;
import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.port.out.universe.IndexMembershipRepository;
import io.dgas.application.port.out.universe.IndexMembershipRepository.MemberList;
import io.dgas.application.port.out.universe.ListingRepository;
import io.dgas.application.port.out.universe.ListingRepository.Description;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Imports a list of symbols. The members of the index are recorded last and all else is done for the whole list, so that
 * an import that was interrupted finds the same to do when it is run again.
 */
public final class UniverseImport implements ImportUniverse {

    private final SymbolRepository symbols;
    private final ListingRepository listings;
    private final IndexMembershipRepository memberships;
    private final InstantSource clock;

    public UniverseImport(
            SymbolRepository symbols,
            ListingRepository listings,
            IndexMembershipRepository memberships,
            InstantSource clock) {
        this.symbols = symbols;
        this.listings = listings;
        this.memberships = memberships;
        this.clock = clock;
    }

    @Override
    public Outcome run(Request request) {
        ImportPlan plan = new ImportPlan(request, new KnownSymbols(listings.all()), recorded(request.list()));
        if (plan.refusal().isPresent()) {
            return new Outcome.Refused(plan.refusal().get());
        }
        Outcome.Imported outcome = plan.outcome();
        if (!request.options().dryRun()) {
            store(plan, outcome);
        }
        return outcome;
    }

    private RecordedMembers recorded(SymbolList list) {
        return list.index()
                .map(index -> new RecordedMembers(
                        memberships.history(index.code()),
                        memberships.membersOn(index.code(), list.date()),
                        others(list)))
                .orElseGet(() -> new RecordedMembers(List.of(), Set.of(), Set.of()));
    }

    private Set<Instrument> others(SymbolList list) {
        String own = list.index().map(index -> index.code()).orElse("");
        return memberships.indices().stream()
                .filter(index -> !index.equals(own))
                .flatMap(index -> memberships.membersOn(index, list.date()).stream())
                .collect(Collectors.toSet());
    }

    private void store(ImportPlan plan, Outcome.Imported outcome) {
        Instant now = clock.instant();
        listings.describe(
                plan.entries().stream().map(UniverseImport::description).toList());
        symbols.activate(outcome.activated());
        symbols.deactivate(outcome.deactivated());
        for (MemberList list : plan.memberLists()) {
            memberships.replace(list, now);
        }
    }

    private static Description description(Entry entry) {
        return new Description(entry.instrument(), entry.name(), entry.exchange(), Optional.empty());
    }
}
