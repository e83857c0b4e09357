package io.dgas.application.collection.jumps;

import io.dgas.application.port.out.collection.QuarantineRepository.JumpKey;
import io.dgas.application.port.out.collection.QuarantineRepository.Quarantine;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.OvernightJump;
import io.dgas.domain.market.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The bars of one instrument, adjusted for the actions known, and the jumps that these leave. */
final class WatchedSeries {

    private final BarSeries bars;
    private final List<CorporateAction> known;
    private final JumpRules rules;
    private final SortedMap<Instant, OvernightJump> jumps = new TreeMap<>();

    WatchedSeries(BarSeries bars, List<CorporateAction> known, JumpRules rules) {
        this.bars = bars;
        this.known = known;
        this.rules = rules;
        Optional<OvernightJump> newest = newestJump(bars);
        while (newest.isPresent()) {
            OvernightJump jump = newest.get();
            jumps.put(jump.openTime(), jump);
            newest = newestJump(bars.closedBy(jump.openTime()));
        }
    }

    private Optional<OvernightJump> newestJump(BarSeries series) {
        return OvernightJump.unexplained(series, rules.calendar(), series.size());
    }

    /** Those into sessions of these dates that want the symbol set aside. */
    List<Quarantine> quarantines(DateRange dates, Instant now) {
        return jumps.values().stream()
                .filter(jump -> dates.contains(rules.calendar().dateOf(jump.openTime())))
                .filter(jump -> !isPast(jump.openTime()))
                .map(jump -> new Quarantine(
                        new JumpKey(bars.key().instrument(), jump.openTime()),
                        now,
                        jump.ratio(),
                        reason(jump),
                        Optional.empty()))
                .toList();
    }

    /** Why a quarantine for the jump at this time is to end; empty while it is not. */
    Optional<String> end(Instant openTime) {
        int bar = indexOf(openTime);
        if (bar == bars.size() || bar == 0 || !bars.openTime(bar).equals(openTime)) {
            return Optional.empty();
        }
        if (!jumps.containsKey(openTime)) {
            return Optional.of(explanation(bar));
        }
        return isPast(openTime)
                ? Optional.of("it lies more than " + rules.quarantineBars() + " bars back")
                : Optional.empty();
    }

    private boolean isPast(Instant openTime) {
        return bars.size() - indexOf(openTime) > rules.quarantineBars();
    }

    private int indexOf(Instant openTime) {
        return bars.closedBy(openTime).size();
    }

    private String reason(OvernightJump jump) {
        List<CorporateAction> between = actionsInto(indexOf(jump.openTime())).stream()
                .filter(action -> !isWithdrawn(action))
                .toList();
        String actions = between.isEmpty()
                ? "no action explains it"
                : "that is with " + text(between) + ", which the prices do not show";
        return "the open at " + jump.openTime() + " is " + jump.open() + " after a close of " + jump.previousClose()
                + " and " + actions + "; import the right action, or wait until it lies " + rules.quarantineBars()
                + " bars back";
    }

    private String explanation(int bar) {
        List<CorporateAction> between = actionsInto(bar);
        return between.isEmpty()
                ? "the bars were revised: the open is " + bars.open(bar) + " after a close of " + bars.close(bar - 1)
                : "explained by " + text(between);
    }

    /** In force from the session of this bar, and not before the bar before it. */
    private List<CorporateAction> actionsInto(int bar) {
        LocalDate before = rules.calendar().dateOf(bars.openTime(bar - 1));
        LocalDate date = rules.calendar().dateOf(bars.openTime(bar));
        return known.stream()
                .filter(action ->
                        action.exDate().isAfter(before) && !action.exDate().isAfter(date))
                .toList();
    }

    private static String text(List<CorporateAction> actions) {
        return actions.stream().map(WatchedSeries::text).collect(Collectors.joining(" and "));
    }

    /** One for one. */
    private static boolean isWithdrawn(CorporateAction action) {
        return action instanceof CorporateAction.Split split && split.ratio() == 1;
    }

    private static String text(CorporateAction action) {
        if (isWithdrawn(action)) {
            return "the split on " + action.exDate() + " being withdrawn, known since " + action.knownAt();
        }
        String what = switch (action) {
            case CorporateAction.Split split -> "the split of " + split.ratio() + " for 1";
            case CorporateAction.CashDividend dividend -> "the dividend of " + dividend.amount();
        };
        return what + " on " + action.exDate() + ", known since " + action.knownAt();
    }
}
