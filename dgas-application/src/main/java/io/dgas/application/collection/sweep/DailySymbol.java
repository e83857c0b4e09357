package io.dgas.application.collection.sweep;

import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.application.port.out.vendor.RowFault;
import io.dgas.application.port.out.vendor.VendorRows;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the daily bars of one instrument into its part of the sweep. */
final class DailySymbol {

    private static final String NOT_ON_THE_DAY = "not among the bars of the whole market";

    private final SymbolSweep sweep;
    private final Grid grid;
    private final RawVolume volume;

    DailySymbol(SymbolSweep sweep, Grid grid, RawVolume volume) {
        this.sweep = sweep;
        this.grid = grid;
        this.volume = volume;
    }

    SymbolSweep sweep() {
        return sweep;
    }

    /** One day of the whole market. */
    void read(Line line, Map<?, DailyBar> market) {
        Optional.ofNullable(market.get(sweep.instrument()))
                .ifPresentOrElse(
                        bar -> take(line, bar, volume.shownBy(List.of(bar))),
                        () -> sweep.again(line, NOT_ON_THE_DAY, AbsenceReason.VENDOR_GAP));
    }

    /** The history that was asked for, of which there are rows; perhaps none that can be used. */
    void read(List<Line> lines, VendorRows<DailyBar> history, DateRange asked) {
        Map<LocalDate, DailyBar> byDate =
                history.rows().stream().collect(Collectors.toMap(DailyBar::date, Function.identity()));
        AbsenceReason absence = isUntraded(history, byDate, asked) ? AbsenceReason.NO_TRADE : AbsenceReason.VENDOR_GAP;
        LocalDate first =
                history.rows().stream().findFirst().map(DailyBar::date).orElse(LocalDate.MIN);
        ShownSplits shown = volume.shownBy(history.rows());
        for (Line line : lines) {
            DailyBar bar = byDate.get(line.line().date());
            if (bar != null) {
                take(line, bar, shown);
            } else if (line.line().date().isBefore(first) && line.attempts() > 0) {
                sweep.notListed(line, first);
            } else {
                sweep.again(line, "the vendor's history lacks the day", absence);
            }
        }
    }

    /** Every session without a bar has a row without volume: on none of them was there a trade. */
    private boolean isUntraded(VendorRows<DailyBar> history, Map<LocalDate, DailyBar> byDate, DateRange asked) {
        long absent = grid.calendar().sessions(asked.first(), asked.last()).stream()
                .filter(session -> !byDate.containsKey(session.date()))
                .count();
        return absent == history.report().omitted().getOrDefault(RowFault.NO_VOLUME, 0);
    }

    private void take(Line line, DailyBar bar, ShownSplits shown) {
        Optional<Instant> unclear = volume.unclearUntil(bar.date());
        SessionRead.Whole whole = whole(bar, shown.rawVolume(bar));
        if (line.standing() == LineStanding.COMPLETE) {
            review(line, whole, unclear.isEmpty() && shown.areKnown(bar.date()));
        } else if (unclear.isPresent()) {
            sweep.postpone(line, "the vendor is about to adjust the volume for a split", unclear.get());
        } else if (shown.areKnown(bar.date())) {
            sweep.settle(line, whole);
        } else {
            sweep.doubt(line, whole, "the vendor has adjusted the day for what it does not tell yet");
        }
    }

    /** What cannot be told now says nothing against what is stored. */
    private void review(Line line, SessionRead.Whole whole, boolean isClear) {
        if (isClear) {
            sweep.review(line, whole);
        }
    }

    private SessionRead.Whole whole(DailyBar bar, double traded) {
        double[] values = {bar.open(), bar.high(), bar.low(), bar.close(), traded};
        String seen = "the daily bar, digest " + Integer.toHexString(Arrays.hashCode(values));
        return new SessionRead.Whole(series(bar, traded), List.of(), false, seen);
    }

    private BarSeries series(DailyBar bar, double traded) {
        Session session = grid.calendar().sessionOn(bar.date()).orElseThrow();
        Slot slot = grid.slotAt(session.open().getEpochSecond(), Timeframe.D1).orElseThrow();
        return BarSeries.builder(new BarKey(sweep.instrument(), Timeframe.D1), 1)
                .add(
                        slot.openTime(),
                        slot.closeTime(),
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        traded,
                        slot.isShort())
                .build();
    }
}
