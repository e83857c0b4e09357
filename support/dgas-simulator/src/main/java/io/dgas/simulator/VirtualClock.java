package io.dgas.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** A clock that can be set and that runs at a multiple of real time; at speed 0 it stands still. */
public final class VirtualClock implements InstantSource {

    private record Anchor(Instant virtual, long nanos, double speed) {}

    private final LongSupplier realNanos;
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

    public synchronized void set(Instant now) {
        anchor = new Anchor(now, realNanos.getAsLong(), anchor.speed);
    }

    /**
     * Goes on from now at another speed.
     *
     * @throws IllegalArgumentException for a negative or infinite speed
     */
    public synchronized void run(double speed) {
        long nanos = realNanos.getAsLong();
        anchor = new Anchor(at(anchor, nanos), nanos, checked(speed));
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
