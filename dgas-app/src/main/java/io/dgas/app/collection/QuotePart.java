package io.dgas.app.collection;

import io.dgas.application.collection.live.QuoteCollection;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rounds of delayed quotes in market hours, of the symbols beyond the plan's live trades. Used by one thread at a time. */
final class QuotePart {

    private static final String QUOTES = "delayed quotes";
    private static final String STORING = "storing bars of quotes";

    private final CollectionParts parts;
    private final Problems problems;
    private @Nullable QuoteCollection quotes;
    private Instant nextRound = Instant.MAX;

    QuotePart(CollectionParts parts, Problems problems) {
        this.parts = parts;
        this.problems = problems;
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
        QuoteCollection current = quotes;
        if (current == null) {
            List<Instrument> quoted = parts.plan().onQuotes();
            if (quoted.isEmpty()) {
                return;
            }
            current = parts.quotes(quoted);
            quotes = current;
            nextRound = now;
        }
        if (isDue(now)) {
            nextRound = now.plus(parts.rhythm());
            tell(current.round(now), now);
        }
        Instant asked = parts.time().clock().instant();
        current.close(asked);
        current.store()
                .problem()
                .ifPresentOrElse(problem -> problems.begin(STORING, problem, asked), () -> problems.end(STORING));
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
        if (quotes != null) {
            quotes = null;
            nextRound = Instant.MAX;
            problems.end(QUOTES);
            problems.end(STORING);
        }
    }
}
