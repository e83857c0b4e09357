package io.dgas.application.collection.plan;

import io.dgas.application.port.out.vendor.VendorAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Whether it makes sense to go on asking the vendor one question after the other. It does not after an answer that any
 * other question would get too, nor after some in a row without one: each takes all its retries, and hundreds of them
 * would take hours in which nobody learns that the vendor is away. Safe for threads.
 */
public final class Asking {

    private static final int MOST_IN_A_ROW = 5;

    private int inARow;
    private Optional<String> ended = Optional.empty();

    /**
     * In another order each time: some symbols that always fail must not be what always stops the others.
     *
     * @param now decides the order
     */
    public static <T> List<T> shuffled(Collection<T> questions, Instant now) {
        List<T> order = new ArrayList<>(questions);
        Collections.shuffle(order, new Random(now.toEpochMilli()));
        return order;
    }

    /** The vendor answered, be it with a "no". */
    public synchronized void answered() {
        inARow = 0;
    }

    /** A question has no answer. */
    public synchronized void failed(VendorAnswer.Failure failure) {
        inARow++;
        if (failure.endsAsking()) {
            ended = Optional.of(failure.why());
        } else if (inARow >= MOST_IN_A_ROW && ended.isEmpty()) {
            ended = Optional.of(MOST_IN_A_ROW + " questions in a row had no answer, the last: " + failure.why());
        }
    }

    /** Why no further question is to be sent; empty while it goes on. */
    public synchronized Optional<String> ended() {
        return ended;
    }
}
