package io.dgas.app.watchdog;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * When the loop of a service turned last. Whatever is done for a loop, be it on its own thread or on one that it started,
 * asks for the time or whether to stop before each step, and so shows that the loop goes on; one that hangs asks nothing.
 * Safe for threads.
 */
public final class Turn {

    private static final InheritableThreadLocal<@Nullable Turn> OF_THREAD = new InheritableThreadLocal<>();

    private final String loop;
    private final AtomicLong last = new AtomicLong(System.nanoTime());

    private Turn(String loop) {
        this.loop = loop;
    }

    /** A loop of this name, yet to begin. */
    public static Turn of(String loop) {
        return new Turn(loop);
    }

    /** This thread, and those that it starts, turn the loop. */
    public void begin() {
        OF_THREAD.set(this);
        noted();
    }

    /** Notes that the loop of this thread goes on; a thread that works for none changes nothing. */
    public static void noted() {
        Optional.ofNullable(OF_THREAD.get()).ifPresent(turn -> turn.last.set(System.nanoTime()));
    }

    /** Whether it has not gone on for so long. */
    public boolean isOlderThan(Duration duration) {
        return System.nanoTime() - last.get() > duration.toNanos();
    }

    @Override
    public String toString() {
        return loop;
    }
}
