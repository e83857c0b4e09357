package io.dgas.application.collection.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.DateRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The vendor multiplies daily volumes by later splits; what is stored is what was traded. */
class DailyVolumeTest extends DailySweepHarness {

    /** A day after which there was a split, as the vendor rewrites it. */
    private static DailyBar adjusted(DailyBar traded, double ratio) {
        return new DailyBar(
                traded.date(),
                traded.open(),
                traded.high(),
                traded.low(),
                traded.close(),
                traded.adjustedClose() / ratio,
                traded.volume() * ratio);
    }

    @Test
    void storesTheVolumeThatWasTraded() {
        actions.store(List.of(new Split(APPLE, LocalDate.of(2026, 5, 20), Instant.EPOCH, 4)));
        expect(Set.of(APPLE), new DateRange(LocalDate.of(2026, 5, 19), LocalDate.of(2026, 5, 20)));
        vendor.has(APPLE, adjusted(bar(LocalDate.of(2026, 5, 19), 1_000), 4));
        vendor.has(APPLE, bar(LocalDate.of(2026, 5, 20), 4_000));
        run(EVENING);
        assertThat(stored(APPLE).volume(0)).isEqualTo(1_000);
        assertThat(stored(APPLE).volume(1)).isEqualTo(4_000);
    }

    @Test
    void waitsUntilTheVolumeBeforeASplitCanBeTold() {
        actions.store(List.of(new Split(APPLE, MONDAY, Instant.EPOCH, 4)));
        expect(Set.of(APPLE), from(LocalDate.of(2026, 5, 29)));
        trades(Set.of(APPLE), from(LocalDate.of(2026, 5, 29)));
        run(EVENING);
        assertThat(stored(APPLE).openTimes())
                .containsExactly(Instant.parse("2026-06-01T13:30:00Z").getEpochSecond());
        run(Instant.parse("2026-06-02T05:59:59Z"));
        assertThat(stored(APPLE).size()).isEqualTo(1);
        vendor.has(APPLE, adjusted(bar(LocalDate.of(2026, 5, 29), 1_000), 4));
        run(Instant.parse("2026-06-02T06:00:00Z"));
        assertThat(stored(APPLE).size()).isEqualTo(2);
        assertThat(stored(APPLE).volume(0)).isEqualTo(1_000);
    }

    @Test
    void aSplitThatTheVendorHasTakenBackChangesNoVolume() {
        actions.store(List.of(new Split(APPLE, MONDAY, Instant.EPOCH, 4)));
        expect(Set.of(APPLE), from(LocalDate.of(2026, 5, 29)));
        trades(Set.of(APPLE), from(LocalDate.of(2026, 5, 29)));
        run(Instant.parse("2026-06-02T06:00:00Z"));
        assertThat(stored(APPLE).volume(0)).isEqualTo(1_000);
    }

    @Test
    void waitsForTheSplitThatTheVendorHasAdjustedForAlready() {
        LocalDate friday = LocalDate.of(2026, 5, 29);
        expect(Set.of(APPLE), from(friday));
        vendor.has(APPLE, adjusted(bar(friday, 1_000), 4));
        vendor.has(APPLE, bar(MONDAY, 1_000));
        Instant now = Instant.parse("2026-06-02T06:00:00Z");
        run(now);
        assertThat(stored(APPLE).openTimes()).hasSize(1);
        actions.store(List.of(new Split(APPLE, MONDAY, Instant.EPOCH, 4)));
        run(now.plus(Duration.ofHours(1)));
        assertThat(stored(APPLE).openTimes()).hasSize(2);
        assertThat(stored(APPLE).volume(0)).isEqualTo(1_000);
    }

    /** The vendor may adjust for what it never tells, such as a spin-off. */
    @Test
    void aDayThatNobodyCanExplainIsNotGivenUp() {
        LocalDate friday = LocalDate.of(2026, 5, 29);
        expect(Set.of(APPLE), from(friday));
        vendor.has(APPLE, adjusted(bar(friday, 1_000), 4));
        vendor.has(APPLE, bar(MONDAY, 1_000));
        for (int hour = 0; hour < 24 * 8; hour++) {
            run(EVENING.plus(Duration.ofHours(hour)));
        }
        assertThat(standings()).containsExactly(LineStanding.COMPLETE);
        assertThat(stored(APPLE).volume(0)).isEqualTo(4_000);
    }
}
