package io.dgas.testkit;

import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Corporate actions in memory, every version of each in the order of storing. */
public final class InMemoryCorporateActionRepository implements CorporateActionRepository {

    private final Map<Key, List<Version>> versions = new LinkedHashMap<>();
    private final InMemorySymbolRepository symbols;

    public InMemoryCorporateActionRepository(InMemorySymbolRepository symbols) {
        this.symbols = symbols;
    }

    private long mark;

    private record Version(long mark, CorporateAction action) {}

    private record Key(Instrument instrument, LocalDate exDate, Class<?> kind) {}

    @Override
    public Map<Instrument, List<CorporateAction>> knownBy(Instant asOf, Set<Instrument> instruments, long mark) {
        Map<Instrument, TreeMap<String, CorporateAction>> known = new LinkedHashMap<>();
        versions.forEach((key, all) -> all.reversed().stream()
                .filter(version -> version.mark() <= mark)
                .map(Version::action)
                .filter(action -> !action.knownAt().isAfter(asOf) && instruments.contains(key.instrument()))
                .findFirst()
                .ifPresent(action -> known.computeIfAbsent(key.instrument(), any -> new TreeMap<>())
                        .put(key.exDate() + key.kind().getSimpleName(), action)));
        Map<Instrument, List<CorporateAction>> found = new LinkedHashMap<>();
        known.forEach((instrument, actions) -> found.put(instrument, List.copyOf(actions.values())));
        return found;
    }

    @Override
    public long mark() {
        return mark;
    }

    @Override
    public int store(List<CorporateAction> actions) {
        int changed = 0;
        for (CorporateAction action : actions) {
            symbols.registerWaiting(action.instrument());
            Key key = new Key(action.instrument(), action.exDate(), action.getClass());
            List<Version> before = versions.computeIfAbsent(key, any -> new ArrayList<>());
            if (before.isEmpty() || !Objects.equals(value(before.getLast().action()), value(action))) {
                before.add(new Version(++mark, action));
                changed++;
            }
        }
        return changed;
    }

    private static double value(CorporateAction action) {
        return switch (action) {
            case Split split -> split.ratio();
            case CashDividend dividend -> dividend.amount();
        };
    }
}
