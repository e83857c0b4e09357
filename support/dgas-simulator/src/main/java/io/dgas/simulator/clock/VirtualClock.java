package io.dgas.simulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A clock that can be set and that runs at a multiple of real time; at speed 0 it stands still. */
public final class VirtualClock implements InstantSource {

    private record Anchor(Instant virtual, long nanos, double speed) {}

    private final LongSupplier realNanos;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private volatile Anchor anchor;

    public VirtualClock(Instant start, double speed) {
        this(start, speed, System::nanoTime);
    }

    VirtualClock(Instant start, double speed, LongSupplier realNanos) {
        this.realNanos = realNanos;
        this.anchor = new Anchor(start, realNanos.getAsLong(), checked(speed));
    }

    @Override
    public Instant instant() {
        return at(anchor, realNanos.getAsLong());
    }

    public double speed() {
        return anchor.speed;
    }

    /** Jumps to a time and returns when everything due by then has been handed to its connections. */
    public void set(Instant now) {
        move(() -> new Anchor(now, realNanos.getAsLong(), anchor.speed));
    }

    /** Jumps ahead like {@link #set}. */
    public void advance(Duration step) {
        move(() -> {
            long nanos = realNanos.getAsLong();
            return new Anchor(at(anchor, nanos).plus(step), nanos, anchor.speed);
        });
    }

    /**
     * Goes on from now at another speed.
     *
     * @throws IllegalArgumentException for a negative or infinite speed
     */
    public void run(double speed) {
        move(() -> {
            long nanos = realNanos.getAsLong();
            return new Anchor(at(anchor, nanos), nanos, checked(speed));
        });
    }

    /** Calls the follower, on the thread that moves the clock, after each jump and each change of speed. */
    public void follow(Runnable follower) {
        followers.add(follower);
    }

    private void move(Supplier<Anchor> next) {
        synchronized (this) {
            anchor = next.get();
        }
        followers.forEach(Runnable::run);
    }

    private static Instant at(Anchor anchor, long nanos) {
        return anchor.virtual.plusNanos((long) ((nanos - anchor.nanos) * anchor.speed));
    }

    private static double checked(double speed) {
        if (!(speed >= 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed " + speed + " must be 0 or more, and finite");
        }
        return speed;
    }
}
