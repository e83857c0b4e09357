package io.dgas.app.collection;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells the loops of a service to end. Safe for threads. */
final class StopSignal {

    private final CountDownLatch latch = new CountDownLatch(1);

    void give() {
        latch.countDown();
    }

    boolean isGiven() {
        return latch.getCount() == 0;
    }

    /** Waits by the machine's clock; ends early when the signal is given or the thread interrupted, which gives it. */
    void await(Duration duration) {
        try {
            boolean given = latch.await(duration.toNanos(), TimeUnit.NANOSECONDS);
            assert given == isGiven() || !given;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            give();
        }
    }
}
