package io.dgas.adapter.postgres;

import static io.dgas.adapter.postgres.jooq.Tables.GENERATED_SIGNALS;
import static io.dgas.adapter.postgres.jooq.Tables.NOTICES;

import io.dgas.application.port.out.change.Change;
import io.dgas.application.port.out.notice.Announcement;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Parcel;
import io.dgas.application.port.out.notice.Parcel.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Notices on their way, in table {@code notices}. */
final class JooqOutbox implements Outbox {

    private static final Condition UNSETTLED = NOTICES.STATE.in(State.WAITING.name(), State.UNCERTAIN.name());

    private final Database database;

    JooqOutbox(Database database) {
        this.database = database;
    }

    @Override
    public List<Parcel> due(Channel channel, Instant now, int most) {
        return database.withJooq(
                "notices due on " + channel,
                jooq -> jooq.selectFrom(NOTICES)
                        .where(NOTICES.CHANNEL_KIND.eq(channel.kind()))
                        .and(NOTICES.CHANNEL.eq(channel.address()))
                        .and(UNSETTLED)
                        .and(NOTICES.NEXT_TRY_AT.le(StoredTime.of(now)))
                        .orderBy(NOTICES.ID)
                        .limit(most)
                        .fetch(JooqOutbox::parcel));
    }

    @Override
    public Optional<Parcel> begin(long id, Instant now) {
        Instant time = StoredTime.of(now);
        return database.withJooq(
                "beginning to tell notice " + id,
                jooq -> jooq.update(NOTICES)
                        .set(
                                NOTICES.FIRST_TRIED_AT,
                                DSL.when(NOTICES.STATE.eq(State.WAITING.name()), DSL.val(time))
                                        .otherwise(NOTICES.FIRST_TRIED_AT))
                        .set(NOTICES.STATE, State.UNCERTAIN.name())
                        .set(NOTICES.ATTEMPTS, NOTICES.ATTEMPTS.plus(1))
                        .where(NOTICES.ID.eq(id))
                        .and(UNSETTLED)
                        .returning()
                        .fetchOptional(JooqOutbox::parcel));
    }

    @Override
    public void note(long id, Knowledge knowledge, Instant now) {
        database.withJooq("what became of notice " + id, jooq -> {
            Long[] signals = settle(jooq, id, knowledge, now);
            if (knowledge.state() == State.DELIVERED && signals.length > 0) {
                markTold(jooq, signals, now);
            }
            ChangeNotes.tell(jooq, Change.Kind.SIGNAL);
            return id;
        });
    }

    private static Long[] settle(DSLContext jooq, long id, Knowledge knowledge, Instant now) {
        State state = knowledge.state();
        return jooq.update(NOTICES)
                .set(NOTICES.STATE, state.name())
                .set(NOTICES.NEXT_TRY_AT, StoredTime.of(knowledge.nextTryAt()))
                .set(NOTICES.RECEIPT, knowledge.receipt().orElse(null))
                .set(NOTICES.ERROR, knowledge.error().orElse(null))
                .set(NOTICES.SETTLED_AT, state.isSettled() ? StoredTime.of(now) : null)
                .set(
                        NOTICES.FIRST_TRIED_AT,
                        state == State.WAITING ? DSL.castNull(NOTICES.FIRST_TRIED_AT) : NOTICES.FIRST_TRIED_AT)
                .where(NOTICES.ID.eq(id))
                .and(UNSETTLED)
                .returning(NOTICES.SIGNAL_IDS)
                .fetchOptional(NOTICES.SIGNAL_IDS)
                .orElse(new Long[0]);
    }

    /** The first channel that it was told on counts. */
    private static void markTold(DSLContext jooq, Long[] signals, Instant now) {
        jooq.update(GENERATED_SIGNALS)
                .set(GENERATED_SIGNALS.NOTIFICATION_SENT, true)
                .set(GENERATED_SIGNALS.NOTIFICATION_SENT_AT, StoredTime.of(now))
                .where(GENERATED_SIGNALS.ID.in(signals))
                .and(GENERATED_SIGNALS.NOTIFICATION_SENT.isFalse())
                .execute();
    }

    @Override
    public List<Parcel> list(Set<State> states, int most) {
        return database.withJooq(
                "notices that are " + states,
                jooq -> jooq.selectFrom(NOTICES)
                        .where(NOTICES.STATE.in(states.stream().map(State::name).toList()))
                        .orderBy(NOTICES.ID.desc())
                        .limit(most)
                        .fetch(JooqOutbox::parcel));
    }

    @Override
    public Map<State, Integer> counts(Instant from) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        database.withJooq(
                        "how many notices there are since " + from,
                        jooq -> jooq.select(NOTICES.STATE, DSL.count())
                                .from(NOTICES)
                                .where(NOTICES.CREATED_AT.ge(StoredTime.of(from)))
                                .or(UNSETTLED)
                                .groupBy(NOTICES.STATE)
                                .fetch())
                .forEach(found -> counts.put(State.valueOf(found.value1()), found.value2()));
        return counts;
    }

    @Override
    public boolean retry(long id, Instant expiresAt, Instant now) {
        Instant time = StoredTime.of(now);
        return database.withJooq(
                        "retrying notice " + id,
                        jooq -> jooq.update(NOTICES)
                                .set(
                                        NOTICES.STATE,
                                        DSL.when(NOTICES.FIRST_TRIED_AT.isNull(), State.WAITING.name())
                                                .otherwise(State.UNCERTAIN.name()))
                                .set(NOTICES.NEXT_TRY_AT, time)
                                .set(NOTICES.EXPIRES_AT, StoredTime.of(expiresAt))
                                .setNull(NOTICES.SETTLED_AT)
                                .where(NOTICES.ID.eq(id))
                                .and(NOTICES.STATE.ne(State.DELIVERED.name()))
                                .execute())
                > 0;
    }

    @Override
    public boolean discard(long id, Instant now) {
        return database.withJooq(
                        "discarding notice " + id,
                        jooq -> jooq.update(NOTICES)
                                .set(NOTICES.STATE, State.DISCARDED.name())
                                .set(NOTICES.SETTLED_AT, StoredTime.of(now))
                                .where(NOTICES.ID.eq(id))
                                .and(UNSETTLED.or(NOTICES.STATE.eq(State.REFUSED.name())))
                                .execute())
                > 0;
    }

    private static Parcel parcel(Record found) {
        return new Parcel(
                found.get(NOTICES.ID),
                new NoticeId(found.get(NOTICES.NOTICE)),
                new Channel(found.get(NOTICES.CHANNEL_KIND), found.get(NOTICES.CHANNEL)),
                Announcement.Kind.valueOf(found.get(NOTICES.KIND)),
                Arrays.asList(found.get(NOTICES.SIGNAL_IDS)),
                Optional.ofNullable(found.get(NOTICES.WORDS)),
                State.valueOf(found.get(NOTICES.STATE)),
                found.get(NOTICES.ATTEMPTS),
                found.get(NOTICES.CREATED_AT),
                found.get(NOTICES.EXPIRES_AT),
                Optional.ofNullable(found.get(NOTICES.FIRST_TRIED_AT)),
                found.get(NOTICES.NEXT_TRY_AT),
                Optional.ofNullable(found.get(NOTICES.SETTLED_AT)),
                Optional.ofNullable(found.get(NOTICES.RECEIPT)),
                Optional.ofNullable(found.get(NOTICES.ERROR)));
    }
}
