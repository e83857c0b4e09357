package io.dgas.testkit;

import io.dgas.application.port.out.notice.Announcement;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Parcel;
import io.dgas.application.port.out.notice.Parcel.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Notices in memory. */
public final class InMemoryOutbox implements Outbox {

    private final Map<Long, Parcel> parcels = new TreeMap<>();

    /** Puts a notice in, as the transaction that stores its signals does. */
    public void announce(Announcement announcement, Instant now) {
        boolean isThere = parcels.values().stream()
                .anyMatch(parcel -> parcel.notice().equals(announcement.notice())
                        && parcel.channel().equals(announcement.channel()));
        if (!isThere) {
            long id = parcels.size() + 1L;
            parcels.put(
                    id,
                    new Parcel(
                            id,
                            announcement.notice(),
                            announcement.channel(),
                            announcement.kind(),
                            List.of(id),
                            State.WAITING,
                            0,
                            now,
                            announcement.expiresAt(),
                            Optional.empty(),
                            now,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }
    }

    @Override
    public List<Parcel> due(Channel channel, Instant now, int most) {
        return parcels.values().stream()
                .filter(parcel -> parcel.channel().equals(channel)
                        && !parcel.state().isSettled()
                        && !parcel.nextTryAt().isAfter(now))
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Parcel> begin(long id, Instant now) {
        return change(
                id,
                parcel -> new Parcel(
                        id,
                        parcel.notice(),
                        parcel.channel(),
                        parcel.kind(),
                        parcel.signalIds(),
                        State.UNCERTAIN,
                        parcel.attempts() + 1,
                        parcel.createdAt(),
                        parcel.expiresAt(),
                        parcel.state() == State.WAITING ? Optional.of(now) : parcel.firstTriedAt(),
                        parcel.nextTryAt(),
                        parcel.settledAt(),
                        parcel.receipt(),
                        parcel.error()));
    }

    private Optional<Parcel> change(long id, UnaryOperator<Parcel> change) {
        return Optional.ofNullable(parcels.computeIfPresent(
                        id, (key, parcel) -> parcel.state().isSettled() ? parcel : change.apply(parcel)))
                .filter(parcel -> !parcel.state().isSettled());
    }

    @Override
    public void note(long id, Knowledge knowledge, Instant now) {
        change(
                id,
                parcel -> with(
                        parcel,
                        knowledge,
                        parcel.expiresAt(),
                        knowledge.state() == State.WAITING ? Optional.empty() : parcel.firstTriedAt(),
                        now));
    }

    private static Parcel with(
            Parcel parcel, Knowledge knowledge, Instant expiresAt, Optional<Instant> firstTriedAt, Instant now) {
        return new Parcel(
                parcel.id(),
                parcel.notice(),
                parcel.channel(),
                parcel.kind(),
                parcel.signalIds(),
                knowledge.state(),
                parcel.attempts(),
                parcel.createdAt(),
                expiresAt,
                firstTriedAt,
                knowledge.nextTryAt(),
                knowledge.state().isSettled() ? Optional.of(now) : Optional.empty(),
                knowledge.receipt(),
                knowledge.error());
    }

    @Override
    public List<Parcel> list(Set<State> states, int most) {
        return parcels.values().stream()
                .filter(parcel -> states.contains(parcel.state()))
                .sorted(Comparator.comparingLong(Parcel::id).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public Map<State, Integer> counts(Instant from) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        parcels.values().stream()
                .filter(parcel ->
                        !parcel.createdAt().isBefore(from) || !parcel.state().isSettled())
                .forEach(parcel -> counts.merge(parcel.state(), 1, Integer::sum));
        return counts;
    }

    @Override
    public boolean retry(long id, Instant expiresAt, Instant now) {
        Parcel parcel = parcels.get(id);
        if (parcel == null || parcel.state() == State.DELIVERED) {
            return false;
        }
        State state = parcel.firstTriedAt().isPresent() ? State.UNCERTAIN : State.WAITING;
        Knowledge anew = new Knowledge(state, now, parcel.receipt(), parcel.error());
        parcels.put(id, with(parcel, anew, expiresAt, parcel.firstTriedAt(), now));
        return true;
    }

    @Override
    public boolean discard(long id, Instant now) {
        Parcel parcel = parcels.get(id);
        if (parcel == null || (parcel.state().isSettled() && parcel.state() != State.REFUSED)) {
            return false;
        }
        Knowledge discarded = new Knowledge(State.DISCARDED, parcel.nextTryAt(), parcel.receipt(), parcel.error());
        parcels.put(id, with(parcel, discarded, parcel.expiresAt(), parcel.firstTriedAt(), now));
        return true;
    }
}
