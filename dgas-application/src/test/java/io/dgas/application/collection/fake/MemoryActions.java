package io.dgas.application.collection.fake;

import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Actions in memory, every version of each in the order of storing. */
public final class MemoryActions implements CorporateActionRepository {

    private final List<CorporateAction> versions = new ArrayList<>();

    @Override
    public Map<Instrument, List<CorporateAction>> knownBy(Instant asOf, Set<Instrument> instruments, long mark) {
        Map<String, CorporateAction> newest = new TreeMap<>();
        versions.stream()
                .limit(mark)
                .filter(action -> !action.knownAt().isAfter(asOf) && instruments.contains(action.instrument()))
                .forEach(action -> newest.put(key(action), action));
        Map<Instrument, List<CorporateAction>> found = new LinkedHashMap<>();
        newest.values()
                .forEach(action -> found.computeIfAbsent(action.instrument(), any -> new ArrayList<>())
                        .add(action));
        return found;
    }

    @Override
    public long mark() {
        return versions.size();
    }

    @Override
    public int store(List<CorporateAction> actions) {
        int before = versions.size();
        for (CorporateAction action : actions) {
            boolean known = versions.reversed().stream()
                    .filter(other -> key(other).equals(key(action)))
                    .findFirst()
                    .filter(other -> value(other) == value(action))
                    .isPresent();
            if (!known) {
                versions.add(action);
            }
        }
        return versions.size() - before;
    }

    private static String key(CorporateAction action) {
        return action.instrument() + " " + action.exDate() + " "
                + action.getClass().getSimpleName();
    }

    private static double value(CorporateAction action) {
        return switch (action) {
            case Split split -> split.ratio();
            case CashDividend dividend -> dividend.amount();
        };
    }
}
