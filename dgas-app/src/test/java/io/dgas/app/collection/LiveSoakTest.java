package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.collection.live.StreamCollection;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.TradingCalendar;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Days of live collection of a whole universe on a real database leave nothing behind in memory. {@code
 * -Ddgas.soak.days=30} goes on for so many days of the calendar, at least three; each session's figures are written to {@code
 * target/live-soak.txt}.
 */
class LiveSoakTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final int DAYS = Integer.getInteger("dgas.soak.days", 3);
    private static final int SYMBOLS = 517;
    private static final int TRADES_A_SESSION = 150_000;

    /**
     * What may be more at the end than at the beginning, in bytes: less than a quarter of the bars of one session. Compared is the
     * least of several looks and days, since what is still in somebody's hand at the moment can only add.
     */
    private static final long BOUND = 512 << 10;

    private static final int LOOKS = 8;

    /** One break of the connection costs the bars of one half hour; watchful guesses and rare silence a few more. */
    private static final double SHARE_OF_BARS = 0.9;

    @TempDir
    Path folder;

    private final List<Long> noons = new ArrayList<>();
    private final List<Long> closes = new ArrayList<>();
    private final List<String> report = new ArrayList<>();

    @Test
    void collectingForDaysLeavesNothingBehindInMemory() throws IOException {
        assertThat(DAYS).as("dgas.soak.days").isGreaterThanOrEqualTo(3);
        long slots = 0;
        try (FedCollection fed = new FedCollection(folder, SYMBOLS, TRADES_A_SESSION)) {
            for (Session session : sessions()) {
                fed.collect(session, noon -> noons.add(liveBytes()), close -> atClose(session, close));
                slots += session.open().until(session.close()).toMinutes() / 30;
            }
            assertThat(fed.stored()).isGreaterThan((long) (SHARE_OF_BARS * slots * fed.symbols()));
        } finally {
            Files.write(Path.of("target", "live-soak.txt"), report);
        }
        assertThat(growth(closes)).as("growth from day to day: %s", report).isLessThan(BOUND);
        assertThat(growthWithinDays())
                .as("growth from noon to close: %s", report)
                .isLessThan(BOUND);
    }

    private static List<Session> sessions() {
        return FIRST.datesUntil(FIRST.plusDays(DAYS))
                .map(TradingCalendar.nyse()::sessionOn)
                .flatMap(Optional::stream)
                .toList();
    }

    private void atClose(Session session, StreamCollection collection) {
        assertThat(collection.store().waiting()).isZero();
        assertThat(collection.store().problem()).isEmpty();
        closes.add(liveBytes());
        report.add(session.date() + ": " + noons.getLast() + " bytes at noon, " + closes.getLast()
                + " at the close; trades " + collection.fates());
    }

    /** What is reachable: the least of several looks, each after a full collection, while other threads put down what they hold. */
    private static long liveBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long least = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            memory.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
            Until.pass(Duration.ofMillis(5));
        }
        return least;
    }

    /** The last third of the days above the first; on the very first it is learnt how often symbols trade. */
    private static long growth(List<Long> bytes) {
        List<Long> learnt = bytes.subList(1, bytes.size());
        int third = Math.max(1, learnt.size() / 3);
        return Collections.min(learnt.subList(learnt.size() - third, learnt.size()))
                - Collections.min(learnt.subList(0, third));
    }

    /** The closes above the noons: each session has a collection of its own, and what it keeps goes with it. */
    private long growthWithinDays() {
        return Collections.min(closes.subList(1, closes.size())) - Collections.min(noons.subList(1, noons.size()));
    }
}
