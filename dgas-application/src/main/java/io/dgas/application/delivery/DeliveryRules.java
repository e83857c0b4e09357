package io.dgas.application.delivery;

import io.dgas.application.port.out.notice.Outbox.Knowledge;
import io.dgas.application.port.out.notice.Parcel;
import io.dgas.application.port.out.notice.Parcel.State;
import io.dgas.application.port.out.notice.ReadBack;
import io.dgas.application.port.out.notice.Sending;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be done with a parcel, and what is known of it afterwards.
 *
 * <p>A notice is sent only while it is certainly not on the channel, or while the channel knows a repeat of it and shows it
 * once. Otherwise the channel is read first. An answer that tells nothing never turns into a "no".
 *
 * @param repeatsKnownFor how long after the first try of unknown outcome the channel knows a repeat
 */
record DeliveryRules(Duration repeatsKnownFor) {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 9;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    /** After so long nobody will find out any more. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);

    /** What is to be done next. */
    enum Step {
        SEND,
        LOOK,
        EXPIRE
    }

    Step next(Parcel parcel, Instant now) {
        if (parcel.state() == State.WAITING) {
            return parcel.isExpired(now) ? Step.EXPIRE : Step.SEND;
        }
        Instant known = parcel.firstTriedAt().orElse(Instant.MIN).plus(repeatsKnownFor);
        return parcel.isExpired(now) || !now.isBefore(known) ? Step.LOOK : Step.SEND;
    }

    static Knowledge expired(Instant now) {
        return settled(State.EXPIRED, now, Optional.empty(), Optional.of("it could not be told in time"));
    }

    /** @param before the parcel as it was before the try began */
    Knowledge after(Sending sending, Parcel before, Instant now) {
        return switch (sending) {
            case Sending.Delivered delivered -> delivered(delivered.receipt(), delivered.remark(), now);
            case Sending.Later later -> asBefore(before, now.plus(later.pause()), later.why());
            case Sending.Failed failed -> asBefore(before, now.plus(pause(before)), failed.why());
            case Sending.Unknown unknown ->
                new Knowledge(State.UNCERTAIN, now.plus(pause(before)), Optional.empty(), Optional.of(unknown.why()));
            case Sending.Refused refused ->
                before.state() == State.WAITING
                        ? settled(State.REFUSED, now, Optional.empty(), Optional.of(refused.why()))
                        : asBefore(before, now.plus(pause(before)), refused.why());
            case Sending.Closed closed -> asBefore(before, now, closed.why());
            case Sending.Unauthorised unauthorised -> asBefore(before, now, unauthorised.why());
        };
    }

    /** After the channel was read. */
    Knowledge after(ReadBack read, Parcel parcel, Instant now) {
        return switch (read) {
            case ReadBack.Found found -> delivered(found.receipt(), Optional.empty(), now);
            case ReadBack.Absent absent ->
                parcel.isExpired(now)
                        ? expired(now)
                        : new Knowledge(State.WAITING, now, Optional.empty(), parcel.error());
            case ReadBack.Unreadable unreadable -> unreadable(unreadable.why(), parcel, now);
        };
    }

    private Knowledge unreadable(String why, Parcel parcel, Instant now) {
        Instant end = parcel.firstTriedAt().orElse(parcel.createdAt()).plus(GIVEN_UP_AFTER);
        return now.isBefore(end)
                ? asBefore(parcel, now.plus(BETWEEN_LOOKS), "whether it was told cannot be found out: " + why)
                : settled(
                        State.REFUSED,
                        now,
                        Optional.empty(),
                        Optional.of("nobody can tell whether it was told; look at the channel: " + why));
    }

    private static Knowledge delivered(String receipt, Optional<String> remark, Instant now) {
        return settled(State.DELIVERED, now, Optional.of(receipt), remark);
    }

    private static Knowledge settled(State state, Instant now, Optional<String> receipt, Optional<String> error) {
        return new Knowledge(state, now, receipt, error);
    }

    /** The try taught nothing about where the notice is. */
    private static Knowledge asBefore(Parcel before, Instant next, String why) {
        return new Knowledge(before.state(), next, Optional.empty(), Optional.of(why));
    }

    private static Duration pause(Parcel parcel) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(parcel.attempts(), MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
