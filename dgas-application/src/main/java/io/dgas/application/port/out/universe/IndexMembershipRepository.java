package io.dgas.application.port.out.universe;

import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of stock indices, with dates. Throws {@link io.dgas.application.port.out.StorageException}. */
public interface IndexMembershipRepository {

    /**
     * Records who the members of an index are: those that are not on the list cease to be members on its date, those that
     * are new become so. Unknown symbols are registered, inactive. The same list again changes nothing.
     *
     * @throws IllegalArgumentException for a list without members, and for one older than what is recorded
     */
    Change replace(MemberList list, Instant at);

    /** Who the members were on this date; empty for an index that is not known. */
    Set<Instrument> membersOn(String index, LocalDate date);

    /** All memberships of an index, by symbol, then date. */
    List<Membership> history(String index);

    /** The indices known, by name. */
    List<String> indices();

    /**
     * A full list of members.
     *
     * @param date of which it is true
     * @param members each with the date since which it is one, where the source tells
     * @param source where it is from, for people
     */
    record MemberList(String index, LocalDate date, Map<Instrument, Optional<LocalDate>> members, String source) {
        public MemberList {
            members = Map.copyOf(members);
        }
    }

    /** What a list changed. */
    record Change(Set<Instrument> joined, Set<Instrument> left) {
        public Change {
            joined = Set.copyOf(joined);
            left = Set.copyOf(left);
        }
    }

    /**
     * A time of being a member.
     *
     * @param to first date of being none; empty while it lasts
     */
    record Membership(Instrument instrument, LocalDate from, Optional<LocalDate> to, String source) {}
}
