package io.dgas.app.wiring;

import io.dgas.application.port.out.vendor.ClockSkew;
import io.dgas.application.port.out.vendor.VendorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the vendor's clock is from ours now: a clock of ours that was set since the vendor's last answer is off by so much
 * more, which shows against the time that the machine has been running. To be asked every few seconds. Safe for threads.
 */
final class SteadySkew implements VendorClock {

    /** Two ways of counting time drift apart by themselves, by little. */
    private static final Duration JUMP = Duration.ofSeconds(2);

    private final VendorClock vendor;
    private final ServiceTime time;
    private @Nullable ClockSkew seen;
    private Instant beginning = Instant.EPOCH;

    SteadySkew(VendorClock vendor, ServiceTime time) {
        this.vendor = vendor;
        this.time = time;
    }

    @Override
    public Optional<ClockSkew> lastSkew() {
        return vendor.lastSkew().map(this::asOfNow);
    }

    private synchronized ClockSkew asOfNow(ClockSkew last) {
        Instant now = beginning();
        if (!last.equals(seen)) {
            seen = last;
            beginning = now;
        }
        Duration jump = Duration.between(beginning, now);
        return jump.abs().compareTo(JUMP) < 0
                ? last
                : new ClockSkew(last.vendorAhead().minus(jump), time.clock().instant());
    }

    /** When the machine began to run, by our clock as it is set now. */
    private Instant beginning() {
        return time.clock().instant().minus(Duration.ofNanos(time.uptime().getAsLong()));
    }
}
