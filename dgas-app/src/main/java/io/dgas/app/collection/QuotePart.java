package io.dgas.app.collection;

import io.dgas.app.service.Problems;
import io.dgas.application.collection.live.QuoteCollection;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Rounds of delayed quotes in market hours, of the symbols beyond the plan's live trades and of those that the vendor does
 * not send. Used by one thread at a time.
 */
final class QuotePart {

    private static final String QUOTES = "delayed quotes";
    private static final String STORING = "storing bars of quotes";

    private final CollectionParts parts;
    private final Problems problems;
    private final Supplier<Set<Instrument>> refused;
    private final Set<Instrument> quoted = new HashSet<>();
    private final List<QuoteCollection> collections = new ArrayList<>();
    private boolean isOpen;
    private Instant nextRound = Instant.MAX;

    /** @param refused symbols that are not to be had on live trades, now */
    QuotePart(CollectionParts parts, Problems problems, Supplier<Set<Instrument>> refused) {
        this.parts = parts;
        this.problems = problems;
        this.refused = refused;
    }

    /** Whether a round should begin. */
    boolean isDue(Instant now) {
        return !now.isBefore(nextRound);
    }

    void step(Instant now) {
        if (parts.quoteWindow().sessionAt(now).isEmpty()) {
            end();
            return;
        }
        if (!isOpen) {
            quote(parts.plan().onQuotes(), now);
            isOpen = true;
        }
        quote(refused.get(), now);
        if (isDue(now)) {
            nextRound = now.plus(parts.rhythm());
            Map<Instrument, String> failures = new TreeMap<>();
            collections.forEach(each -> failures.putAll(each.round(now)));
            tell(failures, now);
        }
        Instant asked = parts.time().clock().instant();
        collections.forEach(each -> each.close(asked));
        tellStored(asked);
    }

    /** From the next round on, which is now; those quoted already go on as they are. */
    private void quote(Collection<Instrument> instruments, Instant now) {
        List<Instrument> fresh =
                instruments.stream().filter(each -> !quoted.contains(each)).toList();
        if (!fresh.isEmpty()) {
            quoted.addAll(fresh);
            collections.add(parts.quotes(fresh));
            nextRound = now;
        }
    }

    private void tellStored(Instant now) {
        collections.stream()
                .flatMap(each -> each.store().problem().stream())
                .findFirst()
                .ifPresentOrElse(problem -> problems.begin(STORING, problem, now), () -> problems.end(STORING));
    }

    private void tell(Map<Instrument, String> failures, Instant now) {
        failures.entrySet().stream()
                .findFirst()
                .ifPresentOrElse(
                        first -> problems.begin(
                                QUOTES,
                                failures.size() + " symbols could not be asked for, " + first.getKey() + ": "
                                        + first.getValue(),
                                now),
                        () -> problems.end(QUOTES));
    }

    private void end() {
        if (isOpen) {
            isOpen = false;
            quoted.clear();
            collections.clear();
            nextRound = Instant.MAX;
            problems.end(QUOTES);
            problems.end(STORING);
        }
    }
}
