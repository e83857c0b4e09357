package io.dgas.adapter.discord.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.notice.Picture;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.risk.AtrMultiples;
import io.dgas.domain.signal.Protection;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalRules;
import io.dgas.domain.signal.SignalType;
import io.dgas.domain.timeframe.MultiTimeframeView;
import io.dgas.testkit.bars.RecordedBars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Signals of recorded bars, of every type. */
class RecordedSignalsTest {

    private final TradingCalendar calendar = TradingCalendar.nyse();
    private final SignalChartPainter painter = new SignalChartPainter();

    @ParameterizedTest
    @EnumSource(SignalType.class)
    void drawsDailySignals(SignalType type) throws IOException {
        drawNewest(recorded("daily/SPY.csv", Timeframe.D1), Timeframe.W1, type);
    }

    @ParameterizedTest
    @EnumSource(SignalType.class)
    void drawsHalfHourSignals(SignalType type) throws IOException {
        drawNewest(recorded("30m/SPY_201101.csv", Timeframe.M30), Timeframe.D1, type);
    }

    @ParameterizedTest
    @CsvSource({"1h, LONG", "1h, EXIT_SHORT"})
    void drawsHourlySignals(String timeframe, SignalType type) throws IOException {
        BarSeries bars = recorded("hourly/IBM.csv", Timeframe.ofCode(timeframe)).newest(2000);
        drawNewest(bars, Timeframe.D1, type);
    }

    private void drawNewest(BarSeries bars, Timeframe higher, SignalType type) throws IOException {
        List<Signal> found = new SignalRules(AtrMultiples.STANDARD)
                .signals(MultiTimeframeView.of(bars, List.of(higher), calendar)).stream()
                        .filter(signal -> signal.id().type() == type)
                        .toList();
        StoredSignal signal = stored(found.getLast());
        MultiTimeframeView view = MultiTimeframeView.of(bars.closedBy(signal.completedAt()), List.of(higher), calendar);

        Picture picture = painter.paint(view, signal);

        assertThat(Pixels.of(picture).image().getWidth()).isEqualTo(Layout.WIDTH);
        assertThat(picture.description())
                .contains(signal.instrument() + " " + signal.trading(), PriceText.of(signal.price()));
        Layout layout = Layout.of(new Scene(view, signal));
        assertThat(Pixels.of(picture).rows(Palette.PRICE, Pixels.clearColumn(layout)))
                .contains(layout.prices().wholeRow(signal.price().doubleValue()));
    }

    private BarSeries recorded(String name, Timeframe timeframe) throws IOException {
        Optional<Path> file = RecordedBars.folder().map(folder -> folder.resolve(name));
        assumeTrue(file.filter(path -> path.toFile().isFile()).isPresent(), "no recorded bars " + name);
        RecordedBars rows = RecordedBars.read(file.orElseThrow());
        Grid grid = Grid.fitting(
                calendar, timeframe, IntStream.range(0, rows.size()).mapToLong(rows::openSecond));
        BarSeries.Builder bars = BarSeries.builder(new BarKey(Instrument.parse(rows.symbol()), timeframe), rows.size());
        for (int bar = 0; bar < rows.size(); bar++) {
            if (grid.place(rows.openSecond(bar), timeframe) instanceof Slot slot) {
                bars.add(
                        slot.openTime(),
                        slot.closeTime(),
                        rows.open(bar),
                        rows.high(bar),
                        rows.low(bar),
                        rows.close(bar),
                        rows.volume(bar),
                        slot.isShort());
            }
        }
        return bars.build();
    }

    private static StoredSignal stored(Signal signal) {
        Optional<Signal.Entry> entry = signal instanceof Signal.Entry found ? Optional.of(found) : Optional.empty();
        Optional<Protection> protection = entry.map(Signal.Entry::protection);
        return new StoredSignal(
                signal.id().instrument(),
                signal.id().type(),
                signal.id().setUp(),
                signal.id().trading(),
                signal.id().completedAt(),
                signal.price(),
                protection.map(Protection::stop),
                protection.map(Protection::target),
                entry.map(found -> found.confidence().value()),
                entry.map(found -> found.strength().value()),
                protection.map(Protection::riskReward),
                signal.reason(),
                Optional.empty());
    }
}
