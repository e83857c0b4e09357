package io.dgas.application.bars;

import io.dgas.application.port.in.CheckQuality;
import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.domain.bar.Adjuster;
import io.dgas.domain.bar.Adjustment;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.OvernightJump;
import io.dgas.domain.bar.QualityReport;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Judges a stored series: it is good when hardly a bar is missing between its first and its last, and no overnight jump is
 * left that no known action explains. Bars without volume or range and extraordinary ranges are told, but not held against
 * it: thin and wild markets are like that.
 */
public final class QualityCheck implements CheckQuality {

    /** Share of the expected bars from which a series is good. */
    static final double LEAST_COVERAGE = 0.95;

    private final BarRepository bars;
    private final CorporateActionRepository actions;
    private final TradingCalendar calendar;

    public QualityCheck(BarRepository bars, CorporateActionRepository actions, TradingCalendar calendar) {
        this.bars = bars;
        this.actions = actions;
        this.calendar = calendar;
    }

    @Override
    public Optional<Report> run(Request request) {
        Instrument instrument = request.instrument();
        BarSeries stored = bars.load(Set.of(instrument), request.timeframe(), request.asOf(), Integer.MAX_VALUE)
                .get(instrument);
        if (stored == null || stored.isEmpty()) {
            return Optional.empty();
        }
        List<CorporateAction> known =
                actions.knownBy(request.asOf(), Set.of(instrument)).getOrDefault(instrument, List.of());
        return Optional.of(judge(stored, known, request));
    }

    private Report judge(BarSeries raw, List<CorporateAction> known, Request request) {
        List<String> objections = new ArrayList<>();
        BarSeries adjusted = raw;
        try {
            adjusted = adjusted(raw, known, request);
        } catch (IllegalArgumentException contradiction) {
            objections.add("its corporate actions do not fit its bars: " + contradiction.getMessage());
        }
        QualityReport quality = QualityReport.of(raw, adjusted, grid(raw));
        coverageObjection(quality).ifPresent(objections::add);
        jumpObjection(quality).ifPresent(objections::add);
        return new Report(quality, objections);
    }

    /** Bars of more than a day may hold both sides of an ex-date; they are judged as they were recorded. */
    private BarSeries adjusted(BarSeries raw, List<CorporateAction> known, Request request) {
        return raw.key().timeframe().compareTo(Timeframe.D1) > 0
                ? raw
                : new Adjuster(calendar, Adjustment.SPLITS_AND_DIVIDENDS).adjust(raw, known, request.asOf());
    }

    private Grid grid(BarSeries series) {
        return Grid.fitting(
                calendar,
                series.key().timeframe(),
                IntStream.range(0, series.size()).mapToLong(series::openSecond));
    }

    private static Optional<String> coverageObjection(QualityReport quality) {
        double coverage = quality.gaps().coverage();
        return coverage >= LEAST_COVERAGE
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%.2f %% of the expected bars are there; at least %.0f %% should be",
                        100 * coverage,
                        100 * LEAST_COVERAGE));
    }

    private static Optional<String> jumpObjection(QualityReport quality) {
        long unexplained = quality.jumps().stream()
                .filter(jump -> jump.jump().size() >= OvernightJump.UNEXPLAINED_FROM)
                .count();
        return unexplained == 0
                ? Optional.empty()
                : Optional.of(unexplained + (unexplained == 1 ? " overnight jump" : " overnight jumps")
                        + " as large as a split's without a known action; if there was one, import it with"
                        + " 'dgas data actions import FILE'");
    }
}
