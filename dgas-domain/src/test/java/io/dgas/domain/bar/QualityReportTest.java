package io.dgas.domain.bar;

import static io.dgas.domain.bar.Bars.CLOCK;
import static io.dgas.domain.bar.Bars.NYSE;
import static io.dgas.domain.bar.Bars.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.domain.RecordedCsv.Row;
import io.dgas.domain.bar.Bars.Walk;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QualityReportTest {

    private static final BarSeries DAYS = new Walk(3, SESSION, Timeframe.D1, "2015-06-01T00:00", 200, 0).series();

    private static QualityReport report(BarSeries series) {
        return QualityReport.of(series, series, SESSION);
    }

    private static BarSeries changed(BarSeries series, int from, DoubleUnaryOperator price) {
        BarSeries.Builder changed = BarSeries.builder(series.key(), series.size());
        for (int bar = 0; bar < series.size(); bar++) {
            DoubleUnaryOperator here = bar >= from ? price : DoubleUnaryOperator.identity();
            Slot slot = new Slot(series.openSecond(bar), series.openSecond(bar), series.closeSecond(bar), false);
            Bars.add(
                    changed,
                    slot,
                    new Row(
                            0,
                            here.applyAsDouble(series.open(bar)),
                            here.applyAsDouble(series.high(bar)),
                            here.applyAsDouble(series.low(bar)),
                            here.applyAsDouble(series.close(bar)),
                            series.volume(bar)));
        }
        return changed.build();
    }

    @Test
    void aWalkWithoutFaultsHasNone() {
        QualityReport report = report(DAYS);
        assertThat(report.bars()).isEqualTo(200);
        assertThat(report.span().orElseThrow().firstOpen()).isEqualTo(DAYS.openTime(0));
        assertThat(report.span().orElseThrow().lastClose()).isEqualTo(DAYS.closeTime(199));
        assertThat(report.gaps().missing()).isEmpty();
        assertThat(report.jumps()).isEmpty();
        assertThat(report.outliers()).isEmpty();
        assertThat(report.flatBars()).isZero();
    }

    @Test
    void noBarsMakeAnEmptyReport() {
        QualityReport report =
                report(BarSeries.builder(new BarKey(Bars.WALK, Timeframe.D1), 0).build());
        assertThat(report.bars()).isZero();
        assertThat(report.span()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2,2:1", "7,7:1", "1.5,3:2", "0.1,1:10", "1.25,5:4"})
    void aSplitNobodyRecordedIsSuspicious(double ratio, String name) {
        List<SuspiciousJump> jumps =
                report(changed(DAYS, 120, price -> price / ratio)).jumps();
        assertThat(jumps).hasSize(1);
        assertThat(jumps.get(0).jump().openTime()).isEqualTo(DAYS.openTime(120));
        assertThat(jumps.get(0).split().orElseThrow()).hasToString(name);
    }

    @Test
    void aJumpLikeNoSplitIsSuspiciousFromTheThresholdOn() {
        List<SuspiciousJump> jumps =
                report(changed(DAYS, 120, price -> price / 1.7)).jumps();
        assertThat(jumps).hasSize(1);
        assertThat(jumps.get(0).split()).isEmpty();
        assertThat(report(changed(DAYS, 120, price -> price / 1.1)).jumps()).isEmpty();
    }

    @Test
    void aWildRangeIsAnOutlierInAnyUnit() {
        for (double unit : new double[] {1e-6, 1, 1e6}) {
            BarSeries wild = wild(changed(DAYS, 0, price -> price * unit), 77);
            List<RangeOutlier> outliers = report(wild).outliers();
            assertThat(outliers).hasSize(1);
            assertThat(outliers.get(0).openTime()).isEqualTo(DAYS.openTime(77));
            assertThat(outliers.get(0).multiple()).isGreaterThan(RangeOutlier.FROM);
        }
    }

    private static BarSeries wild(BarSeries series, int wild) {
        BarSeries.Builder changed = BarSeries.builder(series.key(), series.size());
        for (int bar = 0; bar < series.size(); bar++) {
            double stretch = bar == wild ? 1.1 : 1;
            changed.add(
                    series.openSecond(bar),
                    series.closeSecond(bar),
                    series.open(bar),
                    series.high(bar) * stretch,
                    series.low(bar),
                    series.close(bar),
                    series.volume(bar));
        }
        return changed.build();
    }

    @Test
    void flatAndEmptyBarsAreCounted() {
        BarSeries.Builder bars = BarSeries.builder(new BarKey(Bars.WALK, Timeframe.D1), 4);
        for (int bar = 0; bar < 4; bar++) {
            bars.add(DAYS.openSecond(bar), DAYS.closeSecond(bar), 10, 10 + bar % 2, 10, 10, bar == 0 ? 0 : 1);
        }
        assertThat(report(bars.build()).flatBars()).isEqualTo(2);
        assertThat(report(bars.build()).zeroVolumeBars()).isEqualTo(1);
    }

    @Test
    void twoDifferentSeriesAreRefused() {
        assertThatThrownBy(() -> QualityReport.of(DAYS, DAYS.newest(10), SESSION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("200 bars of WALK 1d and 10 of WALK 1d are not the same bars");
    }

    @Test
    void anUnexplainedJumpAmongTheNewestBarsIsFound() {
        BarSeries jumped = changed(DAYS, 190, price -> price / 3);
        assertThat(OvernightJump.unexplained(jumped, NYSE, 10).orElseThrow().openTime())
                .isEqualTo(DAYS.openTime(190));
        assertThat(OvernightJump.unexplained(jumped, NYSE, 9)).isEmpty();
        assertThat(OvernightJump.unexplained(DAYS, NYSE, 200)).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    /** A gap within a session is a halt or a thin market, not a step of the price between two. */
    @ParameterizedTest
    @MethodSource("seeds")
    void onlyTheFirstBarOfASessionJumps(long seed) {
        BarSeries hours = new Walk(seed, CLOCK, Timeframe.H1, "2015-06-01T00:00", 300, 0.2).series();
        List<LocalDate> dates = LongStream.range(0, hours.size())
                .mapToObj(bar -> NYSE.dateOf(hours.openTime((int) bar)))
                .distinct()
                .toList();
        assertThat(OvernightJump.between(hours, NYSE).stream().map(jump -> NYSE.dateOf(jump.openTime())))
                .containsExactlyElementsOf(dates.subList(1, dates.size()));
    }

    @Test
    void theShareClassSplitOfGoogleIsInNoFactorFileAndIsFound() {
        BarSeries raw = Bars.recorded("daily/GOOG.csv", Timeframe.D1, SESSION);
        BarSeries adjusted = new Adjuster(NYSE, Adjustment.SPLITS)
                .adjust(raw, Actions.recorded("GOOG"), Instant.parse("2018-01-02T00:00:00Z"));
        assertThat(QualityReport.of(raw, adjusted, SESSION).jumps()).anySatisfy(jump -> {
            assertThat(NYSE.dateOf(jump.jump().openTime())).isEqualTo(LocalDate.of(2014, 4, 3));
            assertThat(jump.split().orElseThrow()).hasToString("2:1");
        });
    }
}
