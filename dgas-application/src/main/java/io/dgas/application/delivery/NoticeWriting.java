package io.dgas.application.delivery;

import io.dgas.application.port.out.PredictionRepository;
import io.dgas.application.port.out.PredictionRepository.IssuedSignal;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.notice.Announcement.Kind;
import io.dgas.application.port.out.notice.ChartPainter;
import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.Parcel;
import io.dgas.application.prediction.AdjustedBars;
import io.dgas.application.prediction.AdjustedBars.Window;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.timeframe.HigherTimeframe;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes what a parcel says, by what is stored of its signals and of the bars that completed them. A signal whose bars are
 * gone or no longer end where it was completed is told without a chart.
 *
 * @param bars as decisions read them
 * @param history bars that are looked at, the newest before the signal
 */
public record NoticeWriting(
        PredictionRepository predictions,
        AdjustedBars bars,
        ChartPainter painter,
        TradingCalendar calendar,
        int history)
        implements Function<Parcel, Notice> {

    private static final String UNKNOWN = "not known any more";

    /** Throws {@link io.dgas.application.port.out.StorageException}. */
    @Override
    public Notice apply(Parcel parcel) {
        return parcel.words()
                .<Notice>map(words -> new Notice.Plain(parcel.notice(), words))
                .orElseGet(() -> ofSignals(parcel));
    }

    private Notice ofSignals(Parcel parcel) {
        List<IssuedSignal> signals = predictions.issued(parcel.signalIds());
        if (signals.isEmpty()) {
            return new Notice.Plain(parcel.notice(), parcel.notice() + ": the signal is no longer stored");
        }
        return parcel.kind() == Kind.DIGEST
                ? new Notice.Digest(parcel.notice(), signals.getFirst().asOf(), stored(signals))
                : single(parcel, signals.getFirst());
    }

    private static List<StoredSignal> stored(List<IssuedSignal> signals) {
        return signals.stream().map(IssuedSignal::signal).toList();
    }

    private Notice single(Parcel parcel, IssuedSignal issued) {
        Optional<MultiTimeframeView> seen = view(issued);
        return new Notice.OfSignal(
                parcel.notice(),
                issued.signal(),
                seen.map(NoticeWriting::higherTrend).orElse(UNKNOWN),
                seen.map(view -> view.trading().states().wordsAt(last(view))).orElse(UNKNOWN),
                seen.map(view -> painter.paint(view, issued.signal())));
    }

    private Optional<MultiTimeframeView> view(IssuedSignal issued) {
        StoredSignal signal = issued.signal();
        Instrument instrument = signal.instrument();
        return bars.load(Set.of(instrument), new Window(signal.trading(), Optional.of(signal.completedAt()), history))
                .adjusted(instrument)
                .filter(series -> endsWith(series, signal))
                .map(series -> MultiTimeframeView.of(series, issued.higher(), calendar));
    }

    private static boolean endsWith(BarSeries series, StoredSignal signal) {
        return !series.isEmpty() && series.closeTime(series.last()).equals(signal.completedAt());
    }

    private static int last(MultiTimeframeView view) {
        return view.trading().bars().last();
    }

    private static String higherTrend(MultiTimeframeView view) {
        HigherTimeframe higher = view.directing();
        int bar = higher.closedBy(last(view));
        return higher.timeframe() + " "
                + (bar < 0 ? UNKNOWN : higher.geometry().states().wordsAt(bar));
    }
}
