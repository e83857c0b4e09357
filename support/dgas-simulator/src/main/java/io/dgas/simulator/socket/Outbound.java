package io.dgas.simulator.socket;

import io.dgas.simulator.http.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bytes on their way to one client, written in batches by a thread of their own. Where a client reads too slowly, who
 * adds waits for it, so that in lockstep the clock cannot run away from it; one that reads nothing for long is reset.
 */
final class Outbound implements Runnable {

    private static final int BATCH = 1 << 15;
    private static final int MOST = 1 << 20;
    private static final long PATIENCE_SECONDS = 10;
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Wire wire;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition toWrite = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final CountDownLatch written = new CountDownLatch(1);
    private byte[] waiting = new byte[BATCH];
    private byte[] spare = new byte[BATCH];
    private int size;
    private boolean flushed;
    private boolean ended;
    private boolean dead;

    Outbound(Wire wire) {
        this.wire = wire;
    }

    /** Adds bytes that are written when enough are together or on {@link #flush}. */
    void add(byte[] bytes) {
        lock.lock();
        try {
            awaitRoom();
            if (dead || ended) {
                return;
            }
            if (size + bytes.length > waiting.length) {
                waiting = Arrays.copyOf(waiting, Math.max(2 * waiting.length, size + bytes.length));
            }
            System.arraycopy(bytes, 0, waiting, size, bytes.length);
            size += bytes.length;
            if (size >= BATCH) {
                flushed = true;
                toWrite.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    void flush() {
        lock.lock();
        try {
            flushed = size > 0;
            toWrite.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Writes what there is and then ends this side of the connection. */
    void end() {
        lock.lock();
        try {
            ended = true;
            toWrite.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Throws away what is not written yet; nothing is written any more. */
    void abort() {
        lock.lock();
        try {
            dead = true;
            toWrite.signal();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        try {
            for (int count = take(); count > 0; count = take()) {
                wire.out().write(spare, 0, count);
            }
            written.countDown();
            if (!dead) {
                wire.finish(FAREWELL);
            }
        } catch (IOException gone) {
            abort();
        } catch (InterruptedException stopped) {
            abort();
            Thread.currentThread().interrupt();
        } finally {
            written.countDown();
        }
    }

    /** Waits until everything there was to say has been written, but not for long. */
    void awaitWritten() {
        try {
            if (!written.await(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                abort();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for bytes and takes them all into the spare array; 0 when there will be none. */
    private int take() throws InterruptedException {
        lock.lock();
        try {
            while (!flushed && !ended && !dead) {
                toWrite.await();
            }
            if (dead) {
                return 0;
            }
            byte[] full = waiting;
            waiting = spare;
            spare = full;
            int count = size;
            size = 0;
            flushed = false;
            room.signalAll();
            return count;
        } finally {
            lock.unlock();
        }
    }

    private void awaitRoom() {
        try {
            while (size > MOST && !dead && !ended) {
                if (!room.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    dead = true;
                    toWrite.signal();
                    wire.reset();
                }
            }
        } catch (IOException gone) {
            dead = true;
        } catch (InterruptedException stopped) {
            dead = true;
            Thread.currentThread().interrupt();
        }
    }
}
