package io.dgas.application.port.in.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentilesTest {

    private static List<Duration> millis(int... times) {
        return IntStream.of(times).mapToObj(Duration::ofMillis).toList();
    }

    @Test
    void oneTimeIsEveryPercentile() {
        Duration only = Duration.ofMillis(7);
        assertThat(Percentiles.of(millis(7))).isEqualTo(new Percentiles(only, only, only));
    }

    @Test
    void areThoseOfTheTextbook() {
        Percentiles found = Percentiles.of(millis(35, 20, 15, 50, 40));
        assertThat(found.p50()).isEqualTo(Duration.ofMillis(35));
        assertThat(found.p95()).isEqualTo(Duration.ofMillis(50));
        Percentiles hundred =
                Percentiles.of(millis(IntStream.rangeClosed(1, 100).toArray()));
        assertThat(hundred)
                .isEqualTo(new Percentiles(Duration.ofMillis(50), Duration.ofMillis(95), Duration.ofMillis(99)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void areTheShortestThatSoManyPercentDoNotExceed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            int[] times = random.ints(1 + random.nextInt(60), 0, 30).toArray();
            Percentiles found = Percentiles.of(millis(times));
            assertThat(found.p50()).as("seed %d round %d", seed, round).isEqualTo(shortest(times, 50));
            assertThat(found.p95()).as("seed %d round %d", seed, round).isEqualTo(shortest(times, 95));
            assertThat(found.p99()).as("seed %d round %d", seed, round).isEqualTo(shortest(times, 99));
        }
    }

    private static Duration shortest(int[] times, int percent) {
        return Duration.ofMillis(IntStream.of(times)
                .filter(time -> 100L
                                * IntStream.of(times)
                                        .filter(other -> other <= time)
                                        .count()
                        >= (long) percent * times.length)
                .min()
                .orElseThrow());
    }
}
