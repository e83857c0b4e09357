package io.dgas.application.universe;

import io.dgas.application.port.in.ImportUniverse.Change;
import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The changes that a source dates, between what is recorded of an index and a new list of it. */
final class DatedChanges {

    private final List<Change> changes;
    private final RecordedMembers recorded;

    DatedChanges(List<Change> changes, RecordedMembers recorded) {
        this.changes = changes;
        this.recorded = recorded;
    }

    /**
     * The members after each date with changes, from what is recorded up to before the date of a list. A change counts
     * only where the list confirms its end: what was added is on it, and what was removed is not.
     */
    SortedMap<LocalDate, Set<Instrument>> before(LocalDate date, Set<Instrument> listed) {
        SortedMap<LocalDate, Set<Instrument>> after = new TreeMap<>();
        recorded.newest()
                .ifPresent(newest -> changes.stream()
                        .map(Change::date)
                        .filter(changed -> changed.isAfter(newest) && changed.isBefore(date))
                        .forEach(changed -> after.put(changed, Set.of())));
        Set<Instrument> members = new TreeSet<>(recorded.members());
        for (LocalDate changed : List.copyOf(after.keySet())) {
            changes.stream().filter(change -> change.date().equals(changed)).forEach(change -> {
                change.removed().filter(symbol -> !listed.contains(symbol)).ifPresent(members::remove);
                change.added().filter(listed::contains).ifPresent(members::add);
            });
            after.put(changed, new TreeSet<>(members));
        }
        after.values().removeIf(Set::isEmpty);
        return after;
    }
}
