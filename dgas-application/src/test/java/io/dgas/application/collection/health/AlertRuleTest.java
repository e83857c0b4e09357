package io.dgas.application.collection.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.application.port.out.collection.CollectionRunRepository.RunKind;
import io.dgas.application.port.out.collection.CollectionRunRepository.Symbols;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRuleTest {

    private static final Instant START = Instant.parse("2026-06-01T13:30:00Z");
    private final AlertRule rule = new AlertRule(10, 3);

    private static CollectionRun cycle(int minute, int failed, int requested) {
        RunStatus status = failed == 0 ? RunStatus.SUCCESS : RunStatus.PARTIAL;
        return cycle(minute, status, new Symbols(requested, requested - failed, failed), Optional.empty());
    }

    private static CollectionRun cycle(int minute, RunStatus status, Symbols symbols, Optional<String> error) {
        return new CollectionRun(
                START.plus(Duration.ofMinutes(minute)),
                RunKind.LIVE,
                Timeframe.M30,
                status,
                symbols,
                0,
                0,
                0,
                Duration.ZERO,
                error,
                Map.of());
    }

    @Test
    void moreThanTheShareRaisesAnAlertAndTheShareItselfDoesNot() {
        assertThat(rule.after(List.of(cycle(0, 10, 100)))).isEmpty();
        assertThat(rule.after(List.of(cycle(0, 11, 100))))
                .contains(new Alert(START, "11 of 100 symbols failed, 11.0 %; up to 10.0 % may"));
    }

    @Test
    void lastsUntilACycleIsBelowAgain() {
        List<CollectionRun> bad = List.of(cycle(0, 0, 100), cycle(1, 50, 100), cycle(2, 60, 100));
        assertThat(rule.after(bad))
                .contains(new Alert(START.plusSeconds(60), "60 of 100 symbols failed, 60.0 %; up to 10.0 % may"));
        assertThat(rule.after(rule.after(bad), cycle(3, 10, 100))).isEmpty();
    }

    @Test
    void aCycleWithNothingToDoChangesNothing() {
        Optional<Alert> alert = rule.after(List.of(cycle(0, 50, 100)));
        assertThat(rule.after(alert, cycle(1, 0, 0))).isEqualTo(alert);
        assertThat(rule.after(Optional.empty(), cycle(1, 0, 0))).isEmpty();
    }

    @Test
    void aCycleThatFailedAsAWholeRaisesAnAlertAndSaysWhy() {
        Optional<String> error = Optional.of("the vendor refuses the token");
        AlertRule never = new AlertRule(100, 3);
        assertThat(never.after(List.of(cycle(0, RunStatus.FAILED, new Symbols(0, 0, 0), error))))
                .contains(new Alert(START, "the cycle failed: the vendor refuses the token"));
        assertThat(never.after(List.of(cycle(0, RunStatus.FAILED, new Symbols(3, 0, 3), error))))
                .contains(new Alert(
                        START, "3 of 3 symbols failed, 100.0 %; up to 100.0 % may: the vendor refuses the token"));
    }

    @Test
    void aFewThatFailOfAFewAskedForAreFewOfTheUniverse() {
        AlertRule ofMany = new AlertRule(10, 517);
        Optional<String> error = Optional.of("broken");
        assertThat(ofMany.after(List.of(cycle(0, RunStatus.FAILED, new Symbols(1, 0, 1), error))))
                .isEmpty();
        assertThat(ofMany.after(List.of(cycle(0, RunStatus.PARTIAL, new Symbols(60, 8, 52), error))))
                .contains(new Alert(START, "52 of 517 symbols failed, 10.1 %; up to 10.0 % may: broken"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheStateOfTheNewestCycleThatHadSomethingToDo(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CollectionRun> cycles = new ArrayList<>();
        boolean bad = false;
        Instant since = START;
        for (int minute = 0; minute < 200; minute++) {
            int requested = random.nextInt(4) * 10;
            int failed = random.nextInt(requested / 5 + 1);
            cycles.add(cycle(minute, failed, requested));
            if (requested > 0) {
                boolean isBad = failed * 10 > requested;
                since = isBad && !bad ? START.plus(Duration.ofMinutes(minute)) : since;
                bad = isBad;
            }
            assertThat(rule.after(cycles).map(Alert::since))
                    .as("seed %d, minute %d", seed, minute)
                    .isEqualTo(bad ? Optional.of(since) : Optional.empty());
        }
    }

    @Test
    void refusesAThresholdThatIsNoPercentage() {
        assertThatThrownBy(() -> new AlertRule(100.5, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the error threshold is from 0 to 100 percent, got 100.5");
        assertThatThrownBy(() -> new AlertRule(Double.NaN, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
