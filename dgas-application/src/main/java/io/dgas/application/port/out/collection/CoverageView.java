package io.dgas.application.port.out.collection;

import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the ledger. Throws {@link io.dgas.application.port.out.StorageException}. */
public interface CoverageView {

    /** Lines by symbol, then session. */
    List<Line> lines(LedgerScope scope);

    /** Open lines whose next attempt is due by {@code now}, the newest session first, then by symbol. */
    List<Line> due(LedgerScope scope, Instant now);

    /** Expected bars that are not stored, by symbol, then time. */
    List<AbsentBar> absent(LedgerScope scope);

    /**
     * Stored bars within the entered sessions that the calendar does not expect, by symbol, then time. There should be
     * none.
     */
    List<StrayBar> strays(LedgerScope scope);

    /** Sums by session over all symbols of the scope, oldest first. */
    List<SessionTotal> totals(LedgerScope scope);

    /** How a line stands. */
    enum LineStanding {
        OPEN,
        COMPLETE,
        GIVEN_UP
    }

    /**
     * How many bars; it adds up.
     *
     * @param expected by the calendar
     * @param present stored
     * @param finalPresent of these, final
     * @param explained absent for a known reason
     */
    record Count(long expected, long present, long finalPresent, long explained) {
        public Count {
            if (finalPresent > present || present + explained > expected) {
                throw new IllegalArgumentException(present + " bars present, " + finalPresent + " of them final, and "
                        + explained + " explained do not fit " + expected + " expected");
            }
        }

        /** Neither present nor explained. */
        public long unexplained() {
            return expected - present - explained;
        }
    }

    /**
     * A line of the ledger.
     *
     * @param attempts to get what is missing
     * @param nextAttempt when to try again; empty: at once, or never when the line is not open
     * @param note what somebody remarked last
     */
    record Line(
            SymbolSession line,
            LineStanding standing,
            Count count,
            int attempts,
            Optional<Instant> lastAttempt,
            Optional<Instant> nextAttempt,
            Optional<String> note) {}

    /**
     * A bar that is expected and not there.
     *
     * @param reason empty while nobody knows
     */
    record AbsentBar(SymbolSession line, Instant openTime, Optional<AbsenceReason> reason) {}

    /** A bar where the calendar expects none. */
    record StrayBar(Instrument instrument, Instant openTime) {}

    /**
     * A session over all symbols.
     *
     * @param lines how many symbols stand how; all standings are there
     * @param reasons how many bars are absent for each reason; a reason without bars is absent
     */
    record SessionTotal(
            LocalDate date, Map<LineStanding, Integer> lines, Count count, Map<AbsenceReason, Integer> reasons) {
        public SessionTotal {
            EnumMap<LineStanding, Integer> byStanding = new EnumMap<>(LineStanding.class);
            for (LineStanding standing : LineStanding.values()) {
                byStanding.put(standing, lines.getOrDefault(standing, 0));
            }
            lines = Map.copyOf(byStanding);
            reasons = Map.copyOf(reasons);
        }
    }
}
