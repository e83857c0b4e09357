package io.dgas.application.collection.actions;

import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.application.port.out.collection.QuarantineRepository;
import io.dgas.application.port.out.collection.QuarantineRepository.Quarantine;
import io.dgas.application.port.out.vendor.RowFault;
import io.dgas.application.port.out.vendor.SplitNotice;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorHistory;
import io.dgas.application.port.out.vendor.VendorRows;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.bar.OvernightJump;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Splits for which symbols are set aside, since the prices do not show them. The vendor is asked about each once more; where
 * it twice, half a day apart, no longer tells of it, the split is withdrawn: from then on it is one of one for one, which
 * changes nothing. One that the vendor stands by, or that prices show, stays whatever is said. Used by one thread at a time.
 */
public final class DoubtfulSplits {

    /** From one question about a split to the next. */
    private static final Duration BETWEEN_ANSWERS = Duration.ofHours(12);

    /** A question without an answer is asked again no sooner. */
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final VendorHistory history;
    private final CorporateActionRepository actions;
    private final QuarantineRepository quarantines;
    private final TradingCalendar calendar;
    private final Map<Doubt, Asked> asked = new HashMap<>();

    public DoubtfulSplits(
            VendorHistory history,
            CorporateActionRepository actions,
            QuarantineRepository quarantines,
            TradingCalendar calendar) {
        this.history = history;
        this.actions = actions;
        this.quarantines = quarantines;
        this.calendar = calendar;
    }

    private record Doubt(Instrument instrument, LocalDate exDate) {

        static Doubt of(Split split) {
            return new Doubt(split.instrument(), split.exDate());
        }
    }

    private record Asked(Instant next, boolean isDenied) {}

    /**
     * Asks about those of these symbols that it is time to ask about, at a call each.
     *
     * @return how many were withdrawn
     */
    public int withdraw(Set<Instrument> instruments, Instant now) {
        List<Split> doubtful = doubtful(instruments, now);
        asked.keySet().retainAll(doubtful.stream().map(Doubt::of).collect(Collectors.toSet()));
        List<CorporateAction> withdrawn = doubtful.stream()
                .filter(split -> isWithdrawn(split, now))
                .<CorporateAction>map(split -> new Split(split.instrument(), split.exDate(), now, 1))
                .toList();
        return withdrawn.isEmpty() ? 0 : actions.store(withdrawn);
    }

    private List<Split> doubtful(Set<Instrument> instruments, Instant now) {
        Map<Instrument, List<Quarantine>> aside = quarantines.inForce(now).stream()
                .filter(quarantine -> instruments.contains(quarantine.jump().instrument()))
                .collect(Collectors.groupingBy(quarantine -> quarantine.jump().instrument()));
        if (aside.isEmpty()) {
            return List.of();
        }
        return actions.knownBy(now, aside.keySet()).values().stream()
                .flatMap(List::stream)
                .filter(Split.class::isInstance)
                .map(Split.class::cast)
                .filter(split -> aside.getOrDefault(split.instrument(), List.of()).stream()
                        .anyMatch(quarantine -> isMadeBy(split, quarantine)))
                .toList();
    }

    /** Whether nothing would have to be explained but for the split. */
    private boolean isMadeBy(Split split, Quarantine quarantine) {
        LocalDate date = calendar.dateOf(quarantine.jump().openTime());
        boolean isInto = !split.exDate().isAfter(date)
                && split.exDate().isAfter(calendar.sessionBefore(date).date());
        double without = quarantine.ratio() / split.ratio();
        return isInto && split.ratio() != 1 && Math.max(without, 1 / without) < OvernightJump.UNEXPLAINED_FROM;
    }

    private boolean isWithdrawn(Split split, Instant now) {
        Asked before = asked.getOrDefault(Doubt.of(split), new Asked(Instant.MIN, false));
        if (now.isBefore(before.next())) {
            return false;
        }
        VendorAnswer<VendorRows<SplitNotice>> answer =
                history.splits(split.instrument(), new DateRange(split.exDate(), split.exDate()));
        if (!(answer instanceof VendorAnswer.Data<VendorRows<SplitNotice>> data)) {
            asked.put(Doubt.of(split), new Asked(now.plus(PAUSE), before.isDenied()));
            return false;
        }
        boolean isDenied = isEmpty(data.value());
        asked.put(Doubt.of(split), new Asked(now.plus(BETWEEN_ANSWERS), isDenied));
        return isDenied && before.isDenied();
    }

    /** A row that cannot be read may be the one. */
    private static boolean isEmpty(VendorRows<SplitNotice> told) {
        return told.rows().isEmpty()
                && Set.of(RowFault.OUTSIDE).containsAll(told.report().omitted().keySet());
    }
}
