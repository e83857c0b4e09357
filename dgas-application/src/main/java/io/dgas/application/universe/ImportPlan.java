package io.dgas.application.universe;

import io.dgas.application.port.in.ImportUniverse.Entry;
import io.dgas.application.port.in.ImportUniverse.Outcome.Imported;
import io.dgas.application.port.in.ImportUniverse.Request;
import io.dgas.application.port.in.ImportUniverse.SymbolList;
import io.dgas.application.port.in.UniverseIndex;
import io.dgas.application.port.out.universe.IndexMembershipRepository.MemberList;
import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What an import is to do, worked out before anything is stored. */
final class ImportPlan {

    /** A list by which more of the members leave is rather one of something else, or not whole. */
    private static final int LIKELY_TO_LEAVE_PCT = 20;

    private final Request request;
    private final KnownSymbols known;
    private final RecordedMembers recorded;
    private final Map<Instrument, Instrument> renamed;
    private final List<Entry> entries;
    private final Set<Instrument> listed;
    private final Set<Instrument> left;

    ImportPlan(Request request, KnownSymbols known, RecordedMembers recorded) {
        this.request = request;
        this.known = known;
        this.recorded = recorded;
        renamed = known.renamed(list().symbols(), list().date());
        entries = list().symbols().stream().map(this::present).toList();
        listed = entries.stream().map(Entry::instrument).collect(Collectors.toCollection(TreeSet::new));
        left = those(recorded.members(), member -> !listed.contains(member));
    }

    private SymbolList list() {
        return request.list();
    }

    /** The entry under its present name. */
    private Entry present(Entry entry) {
        return new Entry(
                renamed.getOrDefault(entry.instrument(), entry.instrument()),
                entry.name(),
                entry.exchange(),
                entry.since());
    }

    /** The symbols of the list under their present names. */
    List<Entry> entries() {
        return entries;
    }

    /** Why nothing of it is to be stored. */
    Optional<String> refusal() {
        if (entries.size() != listed.size()) {
            return Optional.of("the list names a symbol twice");
        }
        return list().index().flatMap(index -> size(index).or(() -> age(index)).or(() -> leaving(index)));
    }

    private Optional<String> size(UniverseIndex index) {
        return listed.size() < index.fewest() || listed.size() > index.most()
                ? Optional.of("the list has " + listed.size() + " members of " + index + "; expected " + index.fewest()
                        + " to " + index.most())
                : Optional.empty();
    }

    private Optional<String> age(UniverseIndex index) {
        return recorded.newest()
                .filter(newest -> newest.isAfter(list().date()))
                .map(newest -> "the list is of " + list().date() + ", and the members of " + index
                        + " are recorded until " + newest + "; expected a list of that date or later");
    }

    private Optional<String> leaving(UniverseIndex index) {
        int before = recorded.members().size();
        return left.size() * 100L > (long) before * LIKELY_TO_LEAVE_PCT
                        && !request.options().force()
                ? Optional.of(left.size() + " of " + before + " members would leave " + index + ", more than "
                        + LIKELY_TO_LEAVE_PCT + " %: " + some(left) + "; if that is right, repeat it with --force")
                : Optional.empty();
    }

    Imported outcome() {
        return new Imported(
                listed.size(),
                new TreeSet<>(those(listed, symbol -> !known.knows(symbol))),
                new TreeSet<>(those(
                        listed,
                        symbol -> !known.isActive(symbol)
                                && known.delistedOn(symbol).isEmpty())),
                new TreeSet<>(deactivated()),
                new TreeSet<>(joined()),
                new TreeSet<>(left),
                notes());
    }

    private Set<Instrument> joined() {
        return list().index().isEmpty()
                ? Set.of()
                : those(listed, symbol -> !recorded.members().contains(symbol));
    }

    private Set<Instrument> deactivated() {
        return request.options().deactivateRemoved()
                ? those(
                        left,
                        symbol -> known.isActive(symbol) && !recorded.ofOthers().contains(symbol))
                : Set.of();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        renamed.forEach(
                (former, present) -> notes.add(former + " is read as " + present + ", which is its name by now"));
        for (Instrument symbol : listed) {
            known.delistedOn(symbol)
                    .ifPresent(date -> notes.add(symbol + " was delisted on " + date + " and stays inactive"));
        }
        notes.addAll(likelyRenamings());
        return notes;
    }

    /** A company that left under one ticker and joined under another has most likely been renamed. */
    private List<String> likelyRenamings() {
        Map<String, Instrument> leaving = new TreeMap<>();
        left.forEach(symbol -> known.name(symbol).ifPresent(name -> leaving.put(plain(name), symbol)));
        Set<Instrument> joined = joined();
        return entries.stream()
                .filter(entry -> joined.contains(entry.instrument()))
                .map(entry -> likelyRenaming(entry, leaving))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> likelyRenaming(Entry entry, Map<String, Instrument> leaving) {
        return entry.name()
                .flatMap(name -> Optional.ofNullable(leaving.get(plain(name))))
                .map(former -> former + " leaves and " + entry.instrument()
                        + " joins under the same name; if it was renamed, 'dgas symbols rename " + former + " "
                        + entry.instrument() + " --on DATE' keeps its history in one piece");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The lists to record, oldest first: one for each change that the source dates, and the list itself. */
    List<MemberList> memberLists() {
        return list().index().map(this::memberLists).orElseGet(List::of);
    }

    private List<MemberList> memberLists(UniverseIndex index) {
        Map<Instrument, Optional<LocalDate>> since =
                entries.stream().collect(Collectors.toMap(Entry::instrument, Entry::since));
        List<MemberList> lists = new ArrayList<>();
        new DatedChanges(list().changes(), recorded)
                .before(list().date(), listed)
                .forEach((date, members) -> lists.add(memberList(index, date, members, since)));
        lists.add(memberList(index, list().date(), listed, since));
        return lists;
    }

    private MemberList memberList(
            UniverseIndex index, LocalDate date, Set<Instrument> members, Map<Instrument, Optional<LocalDate>> since) {
        return new MemberList(
                index.code(),
                date,
                members.stream()
                        .collect(Collectors.toMap(
                                member -> member, member -> since.getOrDefault(member, Optional.empty()))),
                list().source());
    }

    private static Set<Instrument> those(Set<Instrument> symbols, Predicate<Instrument> wanted) {
        return symbols.stream().filter(wanted).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String some(Set<Instrument> symbols) {
        String text = symbols.stream().limit(10).map(Instrument::symbol).collect(Collectors.joining(" "));
        return symbols.size() > 10 ? text + " ..." : text;
    }
}
