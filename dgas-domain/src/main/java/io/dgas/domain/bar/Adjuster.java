package io.dgas.domain.bar;

import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Restates the bars before a corporate action in the terms after it, as of a decision's time.
 *
 * <ul>
 *   <li>Split: older prices are divided by the ratio, older volumes multiplied.
 *   <li>Cash dividend: older prices are multiplied by {@code 1 − amount / c}, where {@code c} is the last recorded close
 *       before the ex-date, in the units of its day.
 *   <li>An action counts from the open of its ex-date's session, or of the next when there is none on that date, and only
 *       once it is known. Of the same kind on the same ex-date the one that became known last counts.
 * </ul>
 *
 * <p>What is not known or not in force at the time changes nothing, so neither do bars or actions to come.
 */
public final class Adjuster {

    /** What two facts about one thing have in common. */
    private record Subject(LocalDate exDate, boolean isSplit) {
        static Subject of(CorporateAction action) {
            return new Subject(action.exDate(), action instanceof CorporateAction.Split);
        }
    }

    private final Grid sessions;
    private final Adjustment adjustment;

    public Adjuster(TradingCalendar calendar, Adjustment adjustment) {
        this.sessions = Grid.of(calendar, Grid.Anchor.SESSION);
        this.adjustment = adjustment;
    }

    /**
     * The bars closed by {@code asOf}, adjusted; without an action in force they are the bars themselves.
     *
     * @param raw bars as recorded, of at most a day each, since a week may hold both sides of an ex-date
     * @param actions in any order; those of other instruments do not count
     * @throws IllegalArgumentException when an ex-date lies within a bar, when a dividend is not below the close before it
     *     and when two actions contradict each other
     */
    public BarSeries adjust(BarSeries raw, List<CorporateAction> actions, Instant asOf) {
        BarSeries closed = raw.closedBy(asOf);
        List<Restatement> restatements = new ArrayList<>();
        for (CorporateAction action : known(closed, actions, asOf)) {
            sessions.slotFrom(startOf(action.exDate()), Timeframe.D1)
                    .map(Slot::openTime)
                    .filter(open -> open <= asOf.getEpochSecond())
                    .map(open -> Restatement.of(action, closed, open))
                    .filter(restatement -> restatement.bars() > 0)
                    .ifPresent(restatements::add);
        }
        return restatements.isEmpty() ? closed : Restatement.applyAll(restatements, closed);
    }

    private Iterable<CorporateAction> known(BarSeries series, List<CorporateAction> actions, Instant asOf) {
        Map<Subject, CorporateAction> latest =
                new TreeMap<>(Comparator.comparing(Subject::exDate).thenComparing(Subject::isSplit));
        for (CorporateAction action : actions) {
            boolean counts = adjustment.concerns(action)
                    && action.instrument().equals(series.key().instrument())
                    && !action.knownAt().isAfter(asOf);
            if (counts) {
                latest.merge(Subject.of(action), action, Adjuster::later);
            }
        }
        return latest.values();
    }

    private static CorporateAction later(CorporateAction one, CorporateAction other) {
        int order = one.knownAt().compareTo(other.knownAt());
        if (order == 0 && !one.equals(other)) {
            throw new IllegalArgumentException(
                    "two actions of one kind on one ex-date, known at the same time: " + one + " and " + other);
        }
        return order >= 0 ? one : other;
    }

    private long startOf(LocalDate date) {
        return date.atStartOfDay(sessions.calendar().zone()).toEpochSecond();
    }
}
