package io.dgas.simulator.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VirtualClockTest {

    @Test
    void theClockRunsAtItsSpeedAndGoesOnFromWhereItIsSet() {
        AtomicLong nanos = new AtomicLong();
        Instant start = Instant.parse("2026-06-01T13:30:00Z");
        VirtualClock clock = new VirtualClock(start, 60, nanos::get);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(clock.instant()).isEqualTo(start.plusSeconds(120));
        clock.run(0);
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(clock.instant()).isEqualTo(start.plusSeconds(120));
        clock.set(start);
        clock.run(1);
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(clock.instant()).isEqualTo(start.plusSeconds(3));
        assertThatThrownBy(() -> clock.run(-1)).hasMessageContaining("speed -1.0 must be 0 or more");
    }

    @Test
    void itsFollowersHearOfEveryJumpOnceItHasHappened() {
        VirtualClock clock = new VirtualClock(Instant.EPOCH, 0);
        List<Instant> heard = new ArrayList<>();
        clock.follow(() -> heard.add(clock.instant()));
        clock.set(Instant.EPOCH.plusSeconds(5));
        clock.advance(Duration.ofSeconds(2));
        assertThat(heard).containsExactly(Instant.EPOCH.plusSeconds(5), Instant.EPOCH.plusSeconds(7));
    }
}
