package io.dgas.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.vendor.ClockSkew;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that is set, and one that runs on. */
class SteadySkewTest {

    private static final Instant START = Instant.parse("2026-10-30T14:00:00Z");

    private final AtomicReference<Instant> clock = new AtomicReference<>(START);
    private final AtomicLong uptime = new AtomicLong(5_000_000_000L);
    private final AtomicReference<Optional<ClockSkew>> answer = new AtomicReference<>(Optional.empty());

    private SteadySkew skew() {
        return new SteadySkew(answer::get, new ServiceTime(clock::get, duration -> {}, 1, uptime::get));
    }

    private void pass(Duration time) {
        uptime.addAndGet(time.toNanos());
        clock.updateAndGet(now -> now.plus(time));
    }

    private void answered(Duration ahead) {
        answer.set(Optional.of(new ClockSkew(ahead, clock.get())));
    }

    @Test
    void timeThatPassesIsNoJump() {
        SteadySkew skew = skew();
        assertThat(skew.lastSkew()).isEmpty();
        answered(Duration.ofSeconds(1));
        for (int i = 0; i < 1_000; i++) {
            assertThat(skew.lastSkew()).isEqualTo(answer.get());
            pass(Duration.ofSeconds(3));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3600, -3600, 15})
    void aClockThatWasSetIsKnownBeforeTheVendorAnswersAgain(long seconds) {
        SteadySkew skew = skew();
        answered(Duration.ZERO);
        skew.lastSkew();
        pass(Duration.ofSeconds(3));
        clock.updateAndGet(now -> now.plusSeconds(seconds));

        ClockSkew known = skew.lastSkew().orElseThrow();
        assertThat(known.vendorAhead()).isEqualTo(Duration.ofSeconds(-seconds));
        assertThat(known.problem().orElseThrow())
                .contains(seconds > 0 ? "behind this machine's" : "ahead of this machine's");

        answered(Duration.ofSeconds(-seconds));
        assertThat(skew.lastSkew()).isEqualTo(answer.get());
    }

    @Test
    void aClockThatNobodySetsMayBeTurnedByHand() {
        SteadySkew skew = new SteadySkew(answer::get, new ServiceTime(clock::get, duration -> {}));
        answered(Duration.ZERO);
        skew.lastSkew();
        clock.updateAndGet(now -> now.plusSeconds(3600));
        assertThat(skew.lastSkew()).isEqualTo(answer.get());
    }

    @Test
    void aClockThatIsSetBackIsGoodAgain() {
        SteadySkew skew = skew();
        answered(Duration.ZERO);
        skew.lastSkew();
        clock.updateAndGet(now -> now.plusSeconds(3600));
        assertThat(skew.lastSkew().orElseThrow().problem()).isPresent();
        clock.updateAndGet(now -> now.minusSeconds(3600));
        assertThat(skew.lastSkew().orElseThrow().problem()).isEmpty();
    }
}
