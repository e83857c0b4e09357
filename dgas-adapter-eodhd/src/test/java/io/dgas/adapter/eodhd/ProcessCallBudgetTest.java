package io.dgas.adapter.eodhd;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.vendor.CallBudget.Permit;
import io.dgas.application.port.out.vendor.VendorAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No minute and no day sees more than is allowed, and what is allowed is not withheld. */
class ProcessCallBudgetTest {

    private static final Instant NOON = Instant.parse("2026-06-02T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-06-03T00:00:00Z");
    private static final Permit GRANTED = new Permit.Granted();

    private static Permit pause(long seconds) {
        return new Permit.Wait(Duration.ofSeconds(seconds));
    }

    private static VendorAccount account(String date, long used) {
        return new VendorAccount(LocalDate.parse(date), used, 100, 500, List.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noMinuteHoldsMoreThanItsLimitAndEveryWaitEndsInAPermit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ProcessCallBudget budget = new ProcessCallBudget(10, 1_000_000);
        Deque<Instant> sent = new ArrayDeque<>();
        Instant now = NOON;
        for (int i = 0; i < 2000; i++) {
            now = now.plusMillis(random.nextInt(10_000));
            if (budget.ask(1, now) instanceof Permit.Wait wait) {
                assertThat(wait.duration()).as("seed %d", seed).isPositive();
                now = now.plus(wait.duration());
                assertThat(budget.ask(1, now)).as("seed %d", seed).isEqualTo(GRANTED);
            }
            sent.addLast(now);
            Instant minuteAgo = now.minusSeconds(60);
            sent.removeIf(time -> !time.isAfter(minuteAgo));
            assertThat(sent.size()).as("seed %d at %s", seed, now).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void theDayIsSpentToTheLastCallAndBeginsAgainAtMidnightUtc() {
        ProcessCallBudget budget = new ProcessCallBudget(1000, 11);

        assertThat(budget.ask(5, NOON)).isEqualTo(GRANTED);
        assertThat(budget.ask(5, NOON)).isEqualTo(GRANTED);
        assertThat(budget.ask(5, NOON)).isEqualTo(new Permit.Spent(MIDNIGHT));
        assertThat(budget.ask(1, NOON)).isEqualTo(GRANTED);
        assertThat(budget.ask(1, MIDNIGHT.minusNanos(1))).isEqualTo(new Permit.Spent(MIDNIGHT));
        assertThat(budget.ask(5, MIDNIGHT)).isEqualTo(GRANTED);
        assertThat(budget.ask(7, NOON)).isEqualTo(new Permit.Spent(MIDNIGHT.plus(Duration.ofDays(1))));
    }

    @Test
    void whatTheVendorRefusesIsObeyed() {
        ProcessCallBudget budget = new ProcessCallBudget(1000, 1000);
        budget.refused(Duration.ofSeconds(30), NOON);
        budget.refused(Duration.ofSeconds(10), NOON);

        assertThat(budget.ask(1, NOON.plusSeconds(5))).isEqualTo(pause(25));
        assertThat(budget.ask(1, NOON.plusSeconds(30))).isEqualTo(GRANTED);

        budget.spent(NOON.plusSeconds(40));
        assertThat(budget.ask(1, NOON.plusSeconds(41))).isEqualTo(new Permit.Spent(MIDNIGHT));
        assertThat(budget.ask(1, MIDNIGHT)).isEqualTo(GRANTED);
    }

    @Test
    void requestsOfOthersAreKnownByWhatIsLeft() {
        ProcessCallBudget budget = new ProcessCallBudget(1000, 1000);
        assertThat(budget.ask(1, NOON)).isEqualTo(GRANTED);
        budget.observed(10, 2, NOON.plusSeconds(20));

        assertThat(budget.ask(1, NOON.plusSeconds(20))).isEqualTo(GRANTED);
        assertThat(budget.ask(1, NOON.plusSeconds(21))).isEqualTo(GRANTED);
        assertThat(budget.ask(1, NOON.plusSeconds(22))).isEqualTo(pause(38));
        assertThat(budget.ask(1, NOON.plusSeconds(60))).isEqualTo(GRANTED);
        assertThat(budget.ask(1, NOON.plusSeconds(60))).isEqualTo(pause(20));
    }

    @Test
    void aLowerLimitHoldsAtOnce() {
        ProcessCallBudget budget = new ProcessCallBudget(1000, 1000);
        for (int i = 0; i < 5; i++) {
            assertThat(budget.ask(1, NOON.plusSeconds(i))).isEqualTo(GRANTED);
        }
        budget.observed(3, 0, NOON.plusSeconds(5));

        assertThat(budget.ask(1, NOON.plusSeconds(61))).isEqualTo(pause(1));
        assertThat(budget.ask(1, NOON.plusSeconds(62))).isEqualTo(GRANTED);
    }

    @Test
    void theVendorsOwnCountIsTakenWhenItIsOfToday() {
        ProcessCallBudget budget = new ProcessCallBudget(1000, 5);
        budget.settle(account("2026-06-02", 99), NOON);
        assertThat(budget.ask(1, NOON)).isEqualTo(GRANTED);
        assertThat(budget.ask(1, NOON)).isEqualTo(new Permit.Spent(MIDNIGHT));

        budget.settle(account("2026-06-01", 0), NOON);
        assertThat(budget.ask(1, NOON)).isEqualTo(new Permit.Spent(MIDNIGHT));

        budget.settle(account("2026-06-02", 40), NOON);
        assertThat(budget.ask(60, NOON)).isEqualTo(GRANTED);
        assertThat(budget.ask(1, NOON)).isEqualTo(new Permit.Spent(MIDNIGHT));
    }
}
