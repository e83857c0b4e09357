package io.dgas.app.service;

import io.dgas.app.watchdog.Turn;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells the loops of a service to end; that they ask shows that they turn. Safe for threads. */
public final class StopSignal {

    private final CountDownLatch latch = new CountDownLatch(1);

    public void give() {
        latch.countDown();
    }

    public boolean isGiven() {
        Turn.noted();
        return latch.getCount() == 0;
    }

    /**
     * Waits by the machine's clock, no longer than until the signal is given; an interrupt gives it.
     *
     * @return whether it is given
     */
    public boolean await(Duration duration) {
        Turn.noted();
        try {
            return latch.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            give();
            return true;
        }
    }
}
