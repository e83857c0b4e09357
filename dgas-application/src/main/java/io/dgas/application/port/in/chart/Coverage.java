package io.dgas.application.port.in.chart;

import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.bar.Standing;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The bars that the calendar expects of a series, and what is there of them.
 *
 * @param timeframe of the bars that are stored, which may be shorter than those of the chart
 * @param tolerated bars that a series may be late before it is stale
 * @param slots oldest first, closed by the time looked at
 */
public record Coverage(Timeframe timeframe, int tolerated, List<Slot> slots) {

    public Coverage {
        slots = List.copyOf(slots);
    }

    /**
     * One expected bar, or one that is there although the calendar does not expect it.
     *
     * @param found empty when it is missing
     * @param reason why it is missing; empty while nobody knows, and when it is not
     */
    public record Slot(Instant openTime, Instant closeTime, Optional<Found> found, Optional<AbsenceReason> reason) {}

    /** Where a bar that is there came from. */
    public record Found(Standing standing, BarSource source, Instant recordedAt) {}

    /** How many bars after the newest one should be there: none when the series is up to date. */
    public int barsLate() {
        int late = 0;
        while (late < slots.size() && slots.get(slots.size() - 1 - late).found().isEmpty()) {
            late++;
        }
        return late;
    }

    /** Whether the series is later than a bar on its way can be. */
    public boolean isStale() {
        return barsLate() > tolerated;
    }

    public long count(Standing standing) {
        return slots.stream()
                .filter(slot -> slot.found()
                        .filter(found -> found.standing() == standing)
                        .isPresent())
                .count();
    }

    public long missing() {
        return slots.stream().filter(slot -> slot.found().isEmpty()).count();
    }
}
