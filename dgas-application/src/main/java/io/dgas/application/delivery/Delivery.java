package io.dgas.application.delivery;

import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.Notifier;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Parcel;
import io.dgas.application.port.out.notice.ReadBack;
import io.dgas.application.port.out.notice.Sending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Delivers the notices of one channel, each to its end, at the channel's pace. Crash-only: every step begins with what the
 * outbox says. Used by one thread at a time, in one process at a time.
 */
public final class Delivery {

    /** Parcels looked at in one round. */
    private static final int ROUND = 20;

    private static final Duration FIRST_PROBE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PROBE = Duration.ofMinutes(5);

    private final Outbox outbox;
    private final Notifier notifier;
    private final Function<Parcel, Notice> writing;
    private final InstantSource clock;
    private final DeliveryRules rules;
    private Optional<Halt> halt = Optional.empty();
    private Duration probe = FIRST_PROBE;

    /**
     * Why nothing is sent at present.
     *
     * @param until when the channel is tried again
     * @param isOurFault whether it takes a person to end it: the channel takes nothing from us, or the credential is wrong
     */
    public record Halt(String why, Instant until, boolean isOurFault) {}

    /** @param writing makes the message of a parcel, when it is about to be sent */
    public Delivery(Outbox outbox, Notifier notifier, Function<Parcel, Notice> writing, InstantSource clock) {
        this.outbox = outbox;
        this.notifier = notifier;
        this.writing = writing;
        this.clock = clock;
        this.rules = new DeliveryRules(notifier.repeatsKnownFor());
    }

    /** Where it delivers to. */
    public Channel channel() {
        return notifier.channel();
    }

    /** Why nothing is sent at present; empty while the channel is open. */
    public Optional<Halt> halt() {
        return halt;
    }

    /**
     * Takes every parcel that is due one step further, until the channel wants a pause. Throws {@link
     * io.dgas.application.port.out.StorageException}.
     *
     * @return how many steps were taken
     */
    public int round() {
        int steps = 0;
        for (Parcel parcel : outbox.due(notifier.channel(), clock.instant(), ROUND)) {
            if (isHalted()) {
                break;
            }
            step(parcel);
            steps++;
        }
        return steps;
    }

    private boolean isHalted() {
        Instant now = clock.instant();
        return halt.filter(current -> now.isBefore(current.until())).isPresent();
    }

    private void step(Parcel parcel) {
        Instant now = clock.instant();
        switch (rules.next(parcel, now)) {
            case EXPIRE -> outbox.note(parcel.id(), DeliveryRules.expired(now), now);
            case LOOK -> look(parcel);
            case SEND -> send(parcel, now);
        }
    }

    private void look(Parcel parcel) {
        ReadBack read = notifier.find(parcel.notice(), parcel.firstTriedAt().orElse(parcel.createdAt()));
        Instant now = clock.instant();
        outbox.note(parcel.id(), rules.after(read, parcel, now), now);
    }

    /** What is written before the try is what a crash during it leaves behind. */
    private void send(Parcel parcel, Instant now) {
        Notice notice = writing.apply(parcel);
        if (outbox.begin(parcel.id(), now).isEmpty()) {
            return;
        }
        Sending sending = notifier.send(notice);
        Instant then = clock.instant();
        outbox.note(parcel.id(), rules.after(sending, parcel, then), then);
        heed(sending, then);
    }

    private void heed(Sending sending, Instant now) {
        switch (sending) {
            case Sending.Later later -> halt = Optional.of(new Halt(later.why(), now.plus(later.pause()), false));
            case Sending.Closed closed -> close(closed.why(), now);
            case Sending.Unauthorised unauthorised -> close(unauthorised.why(), now);
            case Sending.Delivered delivered -> open();
            case Sending.Refused refused -> open();
            case Sending.Failed failed -> {
                // the parcel's own pause is enough
            }
            case Sending.Unknown unknown -> {
                // the parcel's own pause is enough
            }
        }
    }

    private void close(String why, Instant now) {
        halt = Optional.of(new Halt(why, now.plus(probe), true));
        Duration doubled = probe.multipliedBy(2);
        probe = doubled.compareTo(LONGEST_PROBE) < 0 ? doubled : LONGEST_PROBE;
    }

    private void open() {
        halt = Optional.empty();
        probe = FIRST_PROBE;
    }
}
