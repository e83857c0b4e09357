package io.dgas.application.port.out.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Notices on their way. Throws {@link io.dgas.application.port.out.StorageException}. */
public interface Outbox {

    /** Those of a channel that are not settled and not to be left alone, oldest first. */
    List<Parcel> due(Channel channel, Instant now, int most);

    /**
     * Notes that a try begins: from now on, whatever happens to this process, it is unknown whether the notice is on the
     * channel.
     *
     * @return the parcel as it is now; empty when somebody settled it meanwhile
     */
    Optional<Parcel> begin(long id, Instant now);

    /** Notes what is known now; one that is delivered marks its signals as told. Settled parcels stay as they are. */
    void note(long id, Knowledge knowledge, Instant now);

    /**
     * What is known of a parcel.
     *
     * @param nextTryAt when to go on; of no meaning for one that is settled
     * @param error what went wrong; of one that is delivered, what the channel does not show as it was written, and why
     */
    record Knowledge(Parcel.State state, Instant nextTryAt, Optional<String> receipt, Optional<String> error) {}

    /** Those in one of these states, newest first. */
    List<Parcel> list(Set<Parcel.State> states, int most);

    /** How many there are of each state that were announced at {@code from} or later, or are not settled. */
    Map<Parcel.State, Integer> counts(Instant from);

    /**
     * Has a parcel that is not delivered tried again from now on, until a new expiry; one whose outcome was unknown stays
     * so, and is looked for first.
     *
     * @return whether there is such a parcel
     */
    boolean retry(long id, Instant expiresAt, Instant now);

    /** Has a parcel that is not settled, or refused, never be told. */
    boolean discard(long id, Instant now);
}
