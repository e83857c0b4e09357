package io.dgas.application.collection.sweep;

import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.Split;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The shares that were traded on a day, out of the vendor's daily volume of one instrument, which is multiplied by the
 * ratio of every later split. The vendor rewrites it at some time after the close of the ex-date: until that is over
 * nobody can tell what a number from before the ex-date means; then its adjusted closes show what it has done.
 */
final class RawVolume {

    /** On the day after the ex-date, UTC: the vendor's nightly work is done. */
    private static final LocalTime REWRITTEN = LocalTime.of(6, 0);

    private final List<CorporateAction> known;
    private final List<Split> splits;
    private final Instant now;

    /**
     * As the vendor tells it now.
     *
     * @param known all actions known of the instrument, in any order
     */
    RawVolume(List<CorporateAction> known, Instant now) {
        this.known = List.copyOf(known);
        this.splits = known.stream()
                .filter(Split.class::isInstance)
                .map(Split.class::cast)
                .toList();
        this.now = now;
    }

    /** Until when the volume of this date cannot be told; empty when it can. */
    Optional<Instant> unclearUntil(LocalDate date) {
        return splits.stream()
                .filter(split -> split.exDate().isAfter(date))
                .filter(split -> !now.isBefore(rewrittenFrom(split)) && now.isBefore(rewrittenBy(split)))
                .map(RawVolume::rewrittenBy)
                .max(Comparator.naturalOrder());
    }

    /** What these rows of one answer, oldest first, show of the splits after each of them. */
    ShownSplits shownBy(List<DailyBar> rows) {
        return ShownSplits.in(rows, known);
    }

    private static Instant rewrittenFrom(Split split) {
        return split.exDate().atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Instant rewrittenBy(Split split) {
        return split.exDate().plusDays(1).atTime(REWRITTEN).toInstant(ZoneOffset.UTC);
    }
}
