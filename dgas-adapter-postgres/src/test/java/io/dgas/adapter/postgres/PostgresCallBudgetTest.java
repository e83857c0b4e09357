package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.port.out.vendor.CallBudget;
import io.dgas.application.port.out.vendor.CallBudget.Permit;
import io.dgas.application.port.out.vendor.CallBudget.Permit.Granted;
import io.dgas.application.port.out.vendor.CallBudget.Permit.Spent;
import io.dgas.application.port.out.vendor.CallBudget.Permit.Wait;
import io.dgas.application.port.out.vendor.VendorAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresCallBudgetTest {

    private static final Database DATABASE = TestDatabase.open();
    private static final Instant NOW = Instant.parse("2026-03-06T15:00:00.250Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 6);
    private static final Instant MIDNIGHT = Instant.parse("2026-03-07T00:00:00Z");
    private static final int MINUTE = 60_000;

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static CallBudget budget(int perMinute, long perDay) {
        return DATABASE.callBudget(new CallLimits("eodhd", perMinute, perDay));
    }

    /** How many of so many requests are granted at once. */
    private static int granted(CallBudget budget, int asked, Instant now) {
        int granted = 0;
        for (int request = 0; request < asked; request++) {
            granted += budget.ask(1, now) instanceof Granted ? 1 : 0;
        }
        return granted;
    }

    private static Duration waitOf(Permit permit) {
        assertThat(permit).isInstanceOf(Wait.class);
        return ((Wait) permit).duration();
    }

    private static int mostInAMinute(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (sorted.get(last) - sorted.get(first) >= MINUTE) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    @Test
    void grantsAMinutesRequestsAndThenSaysWhenToComeBack() {
        CallBudget budget = budget(5, 1_000);
        assertThat(granted(budget, 5, NOW)).isEqualTo(5);
        Duration wait = waitOf(budget.ask(1, NOW.plusSeconds(20)));
        assertThat(wait).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(41));
        Instant then = NOW.plusSeconds(20).plus(wait);
        assertThat(budget.ask(1, then.minusMillis(1))).isInstanceOf(Wait.class);
        assertThat(budget.ask(1, then)).isEqualTo(new Granted());
    }

    @Test
    void theBudgetIsTheSameForAllWhoUseTheAccount() {
        assertThat(granted(budget(5, 1_000), 3, NOW)).isEqualTo(3);
        assertThat(granted(budget(5, 1_000), 9, NOW)).isEqualTo(2);
        assertThat(granted(DATABASE.callBudget(new CallLimits("another", 5, 1_000)), 9, NOW))
                .isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void neverGrantsMoreInAnyMinuteToManyAtOnce(long seed) throws Exception {
        int limit = 20;
        int rounds = 120;
        long[] base = new SplittableRandom(seed).longs(rounds, 0, 12_000).toArray();
        Arrays.parallelPrefix(base, Long::sum);
        AtomicInteger threads = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(6);
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        List<Integer> granted = AtOnce.run(6, () -> {
            SplittableRandom random = new SplittableRandom(seed + 100L * threads.incrementAndGet());
            CallBudget budget = budget(limit, 1_000_000);
            int mine = 0;
            for (int round = 0; round < rounds; round++) {
                together.await();
                // Clocks differ by up to half a minute.
                long now = NOW.toEpochMilli() + base[round] + random.nextInt(30_000);
                if (budget.ask(1, Instant.ofEpochMilli(now)) instanceof Granted) {
                    times.add(now);
                    mine++;
                }
            }
            return mine;
        });
        List<Long> all = new ArrayList<>(times);
        assertThat(mostInAMinute(all)).as("seed %d", seed).isEqualTo(limit);
        assertThat(granted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(all.size());
        // What lies half a minute ahead by one clock is counted by the others too.
        assertThat(all.size()).as("seed %d", seed).isGreaterThan((int) (limit * base[rounds - 1] / MINUTE / 2));
    }

    @Test
    void grantsExactlyTheLimitToThoseWhoAskAtOnce() throws Exception {
        List<Integer> granted = AtOnce.run(8, () -> granted(budget(100, 1_000), 25, NOW));
        assertThat(granted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
    }

    private record Asker(int number, long at, long since) {}

    /** All come back when they are told to; each sends again a little after it was let. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void starvesNobody(long seed) {
        int limit = 12;
        int askers = 30;
        SplittableRandom random = new SplittableRandom(seed);
        PriorityQueue<Asker> queue = new PriorityQueue<>(Comparator.comparingLong(Asker::at));
        for (int number = 0; number < askers; number++) {
            long at = NOW.toEpochMilli() + random.nextInt(1_000);
            queue.add(new Asker(number, at, at));
        }
        int[] granted = new int[askers];
        List<Long> times = new ArrayList<>();
        long longest = 0;
        int questions = 0;
        long end = NOW.toEpochMilli() + 40L * MINUTE;
        List<CallBudget> budgets = IntStream.range(0, askers)
                .mapToObj(any -> budget(limit, 1_000_000))
                .toList();
        while (queue.peek() != null && queue.peek().at() < end) {
            Asker asker = queue.remove();
            questions++;
            long next = asker.at() + random.nextInt(50);
            if (budgets.get(asker.number()).ask(1, Instant.ofEpochMilli(asker.at())) instanceof Wait wait) {
                queue.add(new Asker(asker.number(), next + wait.duration().toMillis(), asker.since()));
            } else {
                granted[asker.number()]++;
                times.add(asker.at());
                longest = Math.max(longest, asker.at() - asker.since());
                queue.add(new Asker(asker.number(), next + 1, next + 1));
            }
        }
        assertThat(mostInAMinute(times)).as("seed %d", seed).isLessThanOrEqualTo(limit);
        assertThat(times.size()).as("seed %d", seed).isGreaterThan((int) (0.9 * limit * 40));
        List<Integer> shares = new ArrayList<>();
        for (int share : granted) {
            shares.add(share);
        }
        assertThat(Collections.min(shares))
                .as("seed %d: %s", seed, shares)
                .isGreaterThanOrEqualTo(limit * 40 / askers - 2);
        assertThat(Duration.ofMillis(longest)).as("seed %d", seed).isLessThan(Duration.ofMinutes(4));
        assertThat(questions).as("seed %d", seed).isLessThan(2 * times.size() + 2 * askers);
    }

    @Test
    void countsTheCallsOfADayInUtc() {
        CallBudget budget = budget(1_000, 100);
        assertThat(budget.ask(60, NOW)).isEqualTo(new Granted());
        assertThat(budget.ask(41, NOW)).isEqualTo(new Spent(MIDNIGHT));
        assertThat(budget.ask(40, MIDNIGHT.minusMillis(1))).isEqualTo(new Granted());
        assertThat(budget.ask(1, MIDNIGHT.minusMillis(1))).isEqualTo(new Spent(MIDNIGHT));
        assertThat(budget.ask(100, MIDNIGHT)).isEqualTo(new Granted());
        assertThat(budget.ask(1, MIDNIGHT)).isEqualTo(new Spent(MIDNIGHT.plus(Duration.ofDays(1))));
    }

    @Test
    void aRequestThatHadToWaitCostsNothing() {
        CallBudget budget = budget(1, 10);
        budget.ask(4, NOW);
        for (int again = 0; again < 10; again++) {
            assertThat(budget.ask(5, NOW)).isInstanceOf(Wait.class);
        }
        assertThat(budget.ask(6, NOW.plusSeconds(120))).isEqualTo(new Granted());
    }

    @Test
    void theVendorsCountWinsWhenItIsHigherAndOfToday() {
        CallBudget budget = budget(1_000, 100);
        budget.ask(50, NOW);
        budget.settle(account(TODAY, 20, 100), NOW);
        assertThat(budget.ask(51, NOW)).isInstanceOf(Spent.class);
        budget.settle(account(TODAY.minusDays(1), 99, 100), NOW);
        assertThat(budget.ask(10, NOW)).isEqualTo(new Granted());
        budget.settle(account(TODAY, 90, 100), NOW);
        assertThat(budget.ask(11, NOW)).isInstanceOf(Spent.class);
        assertThat(budget.ask(10, NOW)).isEqualTo(new Granted());
    }

    private static VendorAccount account(LocalDate date, long used, long limit) {
        return new VendorAccount(date, used, limit, 0, List.of());
    }

    @Test
    void theVendorsDayCanLowerOursAndNotRaiseIt() {
        CallBudget budget = budget(1_000, 100);
        budget.settle(account(TODAY, 0, 30), NOW);
        assertThat(budget.ask(31, NOW)).isInstanceOf(Spent.class);
        budget.settle(account(TODAY, 0, 100_000), NOW);
        assertThat(budget.ask(101, NOW)).isInstanceOf(Spent.class);
        assertThat(budget.ask(100, NOW)).isEqualTo(new Granted());
    }

    @Test
    void spentIsSpentUntilMidnightOrABiggerPlan() {
        CallBudget budget = budget(1_000, 100);
        budget.settle(account(TODAY, 0, 20), NOW);
        budget.spent(NOW);
        assertThat(budget.ask(1, NOW)).isEqualTo(new Spent(MIDNIGHT));
        budget.settle(account(TODAY, 0, 20), NOW);
        assertThat(budget.ask(1, NOW)).isEqualTo(new Spent(MIDNIGHT));
        budget.settle(account(TODAY, 0, 50), NOW);
        assertThat(budget.ask(1, NOW)).isEqualTo(new Granted());
        budget.spent(NOW);
        assertThat(budget.ask(1, MIDNIGHT)).isEqualTo(new Granted());
    }

    @Test
    void theVendorsMinuteCanLowerOursAndNotRaiseIt() {
        CallBudget budget = budget(10, 1_000);
        budget.observed(4, 4, NOW);
        assertThat(granted(budget, 20, NOW)).isEqualTo(4);
        budget.observed(1_000, 990, NOW);
        assertThat(granted(budget, 20, NOW)).isEqualTo(6);
        budget.observed(0, 0, NOW);
        assertThat(granted(budget, 20, NOW.plusSeconds(61))).isEqualTo(10);
    }

    @Test
    void whatTheVendorHasLeftIsAllThatIsLeft() {
        CallBudget budget = budget(10, 1_000);
        budget.ask(1, NOW);
        budget.observed(10, 3, NOW);
        assertThat(granted(budget, 20, NOW)).isEqualTo(3);
        assertThat(granted(budget, 20, NOW.plusSeconds(61))).isEqualTo(10);
    }

    @Test
    void keepsSilentForAsLongAsTheVendorWants() {
        CallBudget budget = budget(10, 1_000);
        budget.refused(Duration.ofSeconds(90), NOW);
        budget.refused(Duration.ofSeconds(5), NOW.plusSeconds(1));
        assertThat(waitOf(budget.ask(1, NOW.plusSeconds(30)))).isEqualTo(Duration.ofSeconds(60));
        assertThat(budget.ask(1, NOW.plusSeconds(90))).isEqualTo(new Granted());
    }

    @Test
    void aClockThatIsFarAheadDoesNotStopTheOthers() {
        CallBudget budget = budget(2, 100);
        Instant wrong = NOW.plus(Duration.ofDays(400));
        assertThat(granted(budget, 9, wrong)).isEqualTo(2);
        assertThat(granted(budget, 9, NOW)).isEqualTo(2);
    }

    @Test
    void refusesLimitsThatAllowNothing() {
        assertThatThrownBy(() -> new CallLimits("eodhd", 0, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("eodhd")
                .hasMessageContaining("at least 1 request a minute");
        assertThatThrownBy(() -> budget(1, 1).ask(-1, NOW)).isInstanceOf(IllegalArgumentException.class);
    }
}
