package io.dgas.app.metrics;

import io.dgas.app.output.Words;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts tries and ends of notices, and measures how long they were on their way. */
final class MeasuredOutbox implements Outbox {

    private final Outbox outbox;
    private final Measured measured;
    /** What a channel's deliverer was given last, for it settles nothing else. */
    private final Map<Channel, List<Parcel>> given = new ConcurrentHashMap<>();

    MeasuredOutbox(Outbox outbox, Measured measured) {
        this.outbox = outbox;
        this.measured = measured;
    }

    @Override
    public List<Parcel> due(Channel channel, Instant now, int most) {
        List<Parcel> due = outbox.due(channel, now, most);
        given.put(channel, due);
        return due;
    }

    @Override
    public Optional<Parcel> begin(long id, Instant now) {
        Optional<Parcel> begun = outbox.begin(id, now);
        begun.ifPresent(parcel -> measured.count(
                "dgas.notice.tries", 1, "channel", parcel.channel().kind()));
        return begun;
    }

    @Override
    public void note(long id, Knowledge knowledge, Instant now) {
        outbox.note(id, knowledge, now);
        if (knowledge.state().isSettled()) {
            given.values().stream()
                    .flatMap(List::stream)
                    .filter(parcel -> parcel.id() == id)
                    .forEach(parcel -> settled(parcel, knowledge.state(), now));
        }
    }

    private void settled(Parcel parcel, Parcel.State state, Instant now) {
        String channel = parcel.channel().kind();
        measured.count("dgas.notices.settled", 1, "channel", channel, "state", Words.of(state));
        if (state == Parcel.State.DELIVERED) {
            measured.time("dgas.notice.delivery", Duration.between(parcel.createdAt(), now), "channel", channel);
        }
    }

    @Override
    public List<Parcel> list(Set<Parcel.State> states, int most) {
        return outbox.list(states, most);
    }

    @Override
    public Map<Parcel.State, Integer> counts(Instant from) {
        return outbox.counts(from);
    }

    @Override
    public boolean retry(long id, Instant expiresAt, Instant now) {
        return outbox.retry(id, expiresAt, now);
    }

    @Override
    public boolean discard(long id, Instant now) {
        return outbox.discard(id, now);
    }
}
