package io.dgas.bench;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.testkit.bars.RandomWalk;
import io.dgas.testkit.bars.RecordedBars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** What the geometry is measured on. */
public enum SampleSeries {
    WALK_2000(2_000),
    WALK_35000(35_000),
    /** AAPL from 1998 to 2017, where the recorded bars are at hand. */
    AAPL_HOURLY(0);

    private static final long SEED = 20_261_122;
    private static final int HOUR = 3_600;

    private final int walkSize;

    SampleSeries(int walkSize) {
        this.walkSize = walkSize;
    }

    public boolean isAtHand() {
        return walkSize > 0 || recordedFile().isPresent();
    }

    /** Number of bars. */
    int size() {
        return walkSize > 0 ? walkSize : bars().size();
    }

    /**
     * The bars.
     *
     * @throws IllegalStateException when they are recorded ones that are not at hand
     */
    public BarSeries bars() {
        return walkSize > 0 ? walk(SEED, walkSize) : recorded();
    }

    /** A driftless random walk of hourly bars in dollars. */
    static BarSeries walk(long seed, int size) {
        RandomWalk walk = RandomWalk.of(seed, size, 48, 1_000, 0.5);
        BarSeries.Builder bars = BarSeries.builder(new BarKey(new Instrument("WALK"), Timeframe.H1), size);
        for (int bar = 0; bar < size; bar++) {
            long opens = (long) bar * HOUR;
            bars.add(opens, opens + HOUR, walk.open(bar), walk.high(bar), walk.low(bar), walk.close(bar), 100);
        }
        return bars.build();
    }

    private static BarSeries recorded() {
        Path file = recordedFile()
                .orElseThrow(() -> new IllegalStateException(
                        "no recorded bars at hand: set " + RecordedBars.VARIABLE + " to their folder"));
        try {
            return RecordedSeries.read(file, Timeframe.H1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> recordedFile() {
        return RecordedBars.folder()
                .map(folder -> folder.resolve("hourly").resolve("AAPL.csv"))
                .filter(file -> file.toFile().isFile());
    }
}
