package io.dgas.application.collection.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawVolumeTest {

    private static final Instrument APPLE = new Instrument("AAPL");
    private static final LocalDate EX_DATE = LocalDate.of(2020, 8, 31);
    private static final Split FOUR_TO_ONE = split(EX_DATE, 4);

    private static Split split(LocalDate exDate, double ratio) {
        return new Split(APPLE, exDate, exDate.atStartOfDay().toInstant(ZoneOffset.UTC), ratio);
    }

    private static DailyBar bar(LocalDate date, double volume) {
        return bar(date, 10, volume);
    }

    private static DailyBar bar(LocalDate date, double adjustedClose, double volume) {
        return new DailyBar(date, 10, 11, 9, 10, adjustedClose, volume);
    }

    private static double of(RawVolume volume, DailyBar bar) {
        return volume.shownBy(List.of(bar)).rawVolume(bar);
    }

    private static RawVolume at(String now, CorporateAction... known) {
        return new RawVolume(List.of(known), Instant.parse(now));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isWhatWasTradedHoweverManySplitsCameLater(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] ratios = {2, 3, 7, 20, 1.5, 0.5, 1.281};
        for (int round = 0; round < 200; round++) {
            LocalDate date = EX_DATE.plusDays(random.nextInt(-500, 500));
            double raw = random.nextLong(50_000_000L);
            double told = raw;
            double adjusted = 10;
            List<CorporateAction> known = new ArrayList<>();
            int splits = random.nextInt(4);
            for (int at = 0; at < splits; at++) {
                Split split = split(EX_DATE.plusDays(100L * at - 150), ratios[random.nextInt(ratios.length)]);
                known.add(split);
                told = split.exDate().isAfter(date) ? told * split.ratio() : told;
                adjusted = split.exDate().isAfter(date) ? adjusted / split.ratio() : adjusted;
            }
            RawVolume volume = new RawVolume(known, Instant.parse("2026-11-20T22:00:00Z"));
            assertThat(volume.unclearUntil(date)).as("seed %d", seed).isEmpty();
            assertThat(of(volume, bar(date, adjusted, told)))
                    .as("seed %d, %s %s", seed, date, known)
                    .isEqualTo(raw);
        }
    }

    @Test
    void aSplitThatIsAnnouncedHasChangedNothing() {
        RawVolume volume = at("2020-08-28T20:30:00Z", FOUR_TO_ONE);
        assertThat(volume.unclearUntil(LocalDate.of(2020, 8, 28))).isEmpty();
        assertThat(of(volume, bar(LocalDate.of(2020, 8, 28), 1_000))).isEqualTo(1_000);
    }

    @Test
    void isUnclearWhileTheVendorRewritesItsHistory() {
        LocalDate before = LocalDate.of(2020, 8, 28);
        assertThat(at("2020-08-30T23:59:59Z", FOUR_TO_ONE).unclearUntil(before)).isEmpty();
        Instant done = Instant.parse("2020-09-01T06:00:00Z");
        assertThat(at("2020-08-31T00:00:00Z", FOUR_TO_ONE).unclearUntil(before)).contains(done);
        assertThat(at("2020-09-01T05:59:59Z", FOUR_TO_ONE).unclearUntil(before)).contains(done);
        assertThat(at("2020-09-01T06:00:00Z", FOUR_TO_ONE).unclearUntil(before)).isEmpty();
        assertThat(of(at("2020-09-01T06:00:00Z", FOUR_TO_ONE), bar(before, 2.5, 4_000)))
                .isEqualTo(1_000);
    }

    @Test
    void theDayOfTheSplitIsClearAtOnce() {
        RawVolume volume = at("2020-08-31T20:30:00Z", FOUR_TO_ONE);
        assertThat(volume.unclearUntil(EX_DATE)).isEmpty();
        assertThat(of(volume, bar(EX_DATE, 4_000))).isEqualTo(4_000);
    }

    @Test
    void dividendsLeaveItAlone() {
        CashDividend dividend = new CashDividend(APPLE, EX_DATE, Instant.EPOCH, 0.82);
        RawVolume volume = at("2020-08-31T20:30:00Z", dividend);
        assertThat(volume.unclearUntil(EX_DATE.minusDays(3))).isEmpty();
        assertThat(of(volume, bar(EX_DATE.minusDays(3), 1_000))).isEqualTo(1_000);
    }
}
