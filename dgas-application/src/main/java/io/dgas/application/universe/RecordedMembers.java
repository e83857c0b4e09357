package io.dgas.application.universe;

import io.dgas.application.port.out.universe.IndexMembershipRepository.Membership;
import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is recorded of an index before an import.
 *
 * @param history all memberships
 * @param members on the date of the list
 * @param ofOthers the members of the other indices on that date
 */
record RecordedMembers(List<Membership> history, Set<Instrument> members, Set<Instrument> ofOthers) {

    /** When somebody joined or left for the last time. */
    Optional<LocalDate> newest() {
        return history.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.from()), one.to().stream()))
                .max(LocalDate::compareTo);
    }
}
