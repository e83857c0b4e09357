package io.dgas.application.recovery;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Parcel;
import io.dgas.application.port.out.notice.Parcel.State;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Notices that were on their way: those of an unknown outcome are looked for on their channel before anything is sent. */
public final class NoticeRecovery implements Recovery {

    private static final Set<State> OPEN = EnumSet.of(State.WAITING, State.UNCERTAIN);
    private static final int MOST = 10_000;

    /** By then each is settled, or nobody delivers to its channel. */
    private static final Duration LONGEST = Duration.ofHours(25);

    private final Outbox outbox;
    private final List<Parcel> open;
    private final Instant noticed;

    private NoticeRecovery(Outbox outbox, List<Parcel> open, Instant noticed) {
        this.outbox = outbox;
        this.open = open;
        this.noticed = noticed;
    }

    public static NoticeRecovery of(Outbox outbox, Instant now) {
        return new NoticeRecovery(outbox, outbox.list(OPEN, MOST), now);
    }

    @Override
    public String found() {
        if (open.isEmpty()) {
            return "no notice was on its way";
        }
        long uncertain = open.stream()
                .filter(parcel -> parcel.state() == State.UNCERTAIN)
                .count();
        long expired = open.stream()
                .filter(parcel -> parcel.state() == State.WAITING && parcel.isExpired(noticed))
                .count();
        return Counted.of(open.size(), "notice") + " on the way: " + uncertain
                + " of unknown outcome, to be looked for first, " + (open.size() - uncertain - expired)
                + " to be told, " + expired + " expired meanwhile";
    }

    @Override
    public Optional<String> outcome(Instant now) {
        if (open.isEmpty()) {
            return Optional.of("no notice to tell");
        }
        Set<Long> ids = open.stream().map(Parcel::id).collect(Collectors.toSet());
        Map<State, Long> states = outbox.list(EnumSet.allOf(State.class), 2 * MOST).stream()
                .filter(parcel -> ids.contains(parcel.id()))
                .collect(groupingBy(Parcel::state, counting()));
        long still = OPEN.stream().mapToLong(state -> count(states, state)).sum();
        if (still > 0 && now.isBefore(noticed.plus(LONGEST))) {
            return Optional.empty();
        }
        long others = count(states, State.REFUSED) + count(states, State.DISCARDED);
        return Optional.of(Counted.of(count(states, State.DELIVERED), "notice") + " delivered, "
                + count(states, State.EXPIRED) + " expired"
                + (others > 0 ? ", " + others + " refused or discarded" : "")
                + (still > 0 ? ", " + still + " still on the way" : ""));
    }

    private static long count(Map<State, Long> states, State state) {
        return states.getOrDefault(state, 0L);
    }
}
