package io.dgas.app.endpoint;

import io.dgas.application.port.in.status.SystemStatus;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at most once a second, however often it is asked. Safe for threads. */
final class RecentStatus implements Supplier<SystemStatus> {

    private static final long RECENT = Duration.ofSeconds(1).toNanos();

    private final Supplier<SystemStatus> looking;
    private @Nullable SystemStatus seen;
    private long seenAt;

    RecentStatus(Supplier<SystemStatus> looking) {
        this.looking = looking;
    }

    @Override
    public synchronized SystemStatus get() {
        SystemStatus last = seen;
        if (last != null && System.nanoTime() - seenAt < RECENT) {
            return last;
        }
        SystemStatus now = looking.get();
        seen = now;
        seenAt = System.nanoTime();
        return now;
    }
}
