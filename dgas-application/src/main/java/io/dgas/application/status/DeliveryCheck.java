package io.dgas.application.status;

import io.dgas.application.port.in.status.ComponentCheck;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Parcel;
import io.dgas.application.port.out.notice.Parcel.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether notices reach their channels, by those of the last day. */
public record DeliveryCheck(Outbox outbox) implements ComponentCheck {

    private static final Duration LOOKED_BACK = Duration.ofHours(24);

    /** A notice that waits longer stands before a channel that does not take it. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static final Set<State> ON_THEIR_WAY = Set.of(State.WAITING, State.UNCERTAIN);

    @Override
    public String component() {
        return "delivery";
    }

    @Override
    public ComponentStatus at(Instant now) {
        Map<State, Integer> counts = outbox.counts(now.minus(LOOKED_BACK));
        int waiting = count(counts, State.WAITING) + count(counts, State.UNCERTAIN);
        String found = "in 24 hours " + count(counts, State.DELIVERED) + " delivered, " + waiting + " on their way, "
                + count(counts, State.EXPIRED) + " expired, " + count(counts, State.REFUSED) + " refused";
        Optional<Parcel> oldest = waiting == 0 ? Optional.empty() : oldest(now);
        if (oldest.isPresent()) {
            String why = oldest.get().error().map(error -> ": " + error).orElse("");
            return ComponentStatus.failing(
                    component(),
                    found + "; the oldest waits since " + oldest.get().createdAt() + why
                            + "; 'dgas notify list' shows them");
        }
        return count(counts, State.EXPIRED) + count(counts, State.REFUSED) > 0
                ? ComponentStatus.warning(component(), found + "; 'dgas notify list' says why")
                : ComponentStatus.ok(component(), found);
    }

    private static int count(Map<State, Integer> counts, State state) {
        return counts.getOrDefault(state, 0);
    }

    /** Of those that wait too long. */
    private Optional<Parcel> oldest(Instant now) {
        List<Parcel> all = outbox.list(ON_THEIR_WAY, Integer.MAX_VALUE);
        return all.stream()
                .filter(parcel -> parcel.createdAt().plus(LONGEST_WAIT).isBefore(now))
                .min(Comparator.comparing(Parcel::createdAt));
    }
}
