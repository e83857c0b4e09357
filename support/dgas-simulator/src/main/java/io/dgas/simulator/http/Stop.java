package io.dgas.simulator.http;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of a simulator, until which everything waits at the longest. */
public final class Stop {

    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Ends all waiting. */
    public void now() {
        stopped.countDown();
    }

    /** Waits for so long; true where the simulator was stopped meanwhile, or this thread interrupted. */
    public boolean await(long millis) {
        try {
            return stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
