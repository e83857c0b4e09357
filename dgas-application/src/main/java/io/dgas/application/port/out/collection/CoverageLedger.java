package io.dgas.application.port.out.collection;

import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What was expected of each symbol, session and timeframe by the calendar, and what is there. It adds up: the expected
 * bars are those present, those absent for a known reason and those unexplained. What is present is counted in the stored
 * bars, never told by anybody. Every method is one transaction over a whole universe; what was recorded before can be
 * recorded again. Throws {@link io.dgas.application.port.out.StorageException}.
 *
 * <p>A line is complete when nothing of it is unexplained, no reason is a {@linkplain AbsenceReason#isGap gap} and all
 * present bars are final. It is given up when somebody said so, nothing of it is unexplained and it is not complete. Else
 * it is open. Bars that come later turn reasons void and complete what was given up.
 */
public interface CoverageLedger {

    /**
     * Enters sessions and counts what is there of them already. A session entered before with other bars gets these, for
     * all symbols that it is expected of.
     *
     * @return how many lines are new
     * @throws IllegalArgumentException naming symbols that are not known
     */
    int expect(Timeframe timeframe, List<ExpectedSession> sessions, Set<Instrument> instruments);

    /**
     * Counts again, after bars were stored, and at a start, since a process may have ended in between.
     *
     * @return how many lines changed
     */
    int recount(LedgerScope scope);

    /**
     * Records why bars are absent, in place of an earlier reason. A bar that is there, or not expected, gets none.
     *
     * @return how many reasons were recorded
     */
    int explain(List<Absence> absences, Instant at);

    /** Records that the vendor was asked once more for each of these, and when to ask again. */
    void attempted(List<Attempt> attempts, Instant at);

    /** Records a reason for all that is unexplained of each of these, and asks for it no more. */
    void giveUp(List<GivenUp> lines, Instant at);

    /**
     * A session by the calendar.
     *
     * @param opens when its bars open, ascending
     */
    record ExpectedSession(LocalDate date, List<Instant> opens) {
        public ExpectedSession {
            opens = List.copyOf(opens);
            if (opens.isEmpty()) {
                throw new IllegalArgumentException("session " + date + " has no bar");
            }
        }
    }

    /** Why the bar that would open at this time is not there. */
    record Absence(SymbolSession line, Instant openTime, AbsenceReason reason) {}

    /**
     * An attempt to get what is missing.
     *
     * @param nextAt when to try again
     * @param note what came of it, for people
     */
    record Attempt(SymbolSession line, Instant nextAt, String note) {}

    /**
     * A line that is closed as it is.
     *
     * @param reason of every bar that is missing without one
     * @param note why, for people
     */
    record GivenUp(SymbolSession line, AbsenceReason reason, String note) {}
}
