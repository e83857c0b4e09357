package io.dgas.adapter.discord.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.adapter.discord.chart.Market.Walk;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.domain.level.Area;
import io.dgas.domain.level.NearFar;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.SignalType;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AreaLayerTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static Scene scene(long seed) {
        MultiTimeframeView view =
                Market.walk(seed, 3 + (int) (seed % 90), new Walk(Timeframe.M30, Timeframe.D1, 80, 0.1));
        StoredSignal signal = Market.entry(view, SignalType.LONG, 0.4 + seed % 5, 0.9 + seed % 3);
        return new Scene(view, signal);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noNameIsStruckThroughOrReadAsThatOfAnotherArea(long seed) {
        Scene scene = scene(seed);
        AreaLayer areas = new AreaLayer(scene, Layout.of(scene));
        List<AreaName> names = areas.names();
        for (AreaName name : names) {
            assertThat(areas.layout().tags())
                    .as("seed %d: a line through %s", seed, name)
                    .noneMatch(tag -> Math.abs(areas.layout().prices().row(tag.price()) - name.row()) < 8);
            assertThat(names)
                    .as("seed %d: a name on %s", seed, name)
                    .noneMatch(other -> !other.equals(name) && Math.abs(other.row() - name.row()) < 16);
            assertThat(areas.bands())
                    .as("seed %d: %s on the other side's area", seed, name)
                    .noneMatch(band -> band.support() != name.band().support()
                            && band.rows().contains(name.row()));
            assertThat(name.band().rows().widened(40).contains(name.row()))
                    .as("seed %d: %s is beside its area", seed, name)
                    .isTrue();
        }
    }

    @Test
    void mostAreasFindAPlaceForTheirName() {
        int bands = 0;
        int names = 0;
        for (long seed = 0; seed < 200; seed++) {
            Scene scene = scene(seed);
            AreaLayer areas = new AreaLayer(scene, Layout.of(scene));
            bands += areas.bands().size();
            names += areas.names().size();
        }

        assertThat(names).isGreaterThan(bands / 2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBandHasTheRowsOfItsArea(long seed) {
        Scene scene = scene(seed);
        PriceScale prices = Layout.of(scene).prices();
        NearFar nearFar = scene.nearFar().orElseThrow();

        List<Band> bands = new AreaLayer(scene, Layout.of(scene)).bands();

        for (Band band : bands) {
            Area area = area(nearFar, band);
            assertThat(band.rows().contains(new Span(prices.row(area.high()), prices.row(area.low()))))
                    .as("seed %d: %s", seed, band)
                    .isTrue();
            assertThat(band.rows().length())
                    .isBetween(3.9, Math.max(4.1, prices.row(area.low()) - prices.row(area.high()) + 0.1));
        }
    }

    private static Area area(NearFar nearFar, Band band) {
        if (band.far()) {
            return (band.support() ? nearFar.farSupport() : nearFar.farResistance()).orElseThrow();
        }
        return band.support() ? nearFar.nearSupport() : nearFar.nearResistance();
    }

    @Test
    void areasAreSeenRightOfTheNewestBarAlone() throws IOException {
        Scene scene = scene(89);
        Layout layout = Layout.of(scene);
        Pixels pixels = Pixels.of(new SignalChartPainter().paint(scene.view(), scene.signal()));

        for (Band band : new AreaLayer(scene, layout).bands()) {
            int edge = (int) Math.round(band.rows().low()) + (band.far() ? 0 : 1);
            assertThat(pixels.colourAt(Pixels.clearColumn(layout), edge))
                    .as(band.name())
                    .isNotIn(Palette.COMING, Palette.GRID);
        }
        assertThat(pixels.rows(Palette.COMING, layout.bars().coming() - 1)).isEmpty();
        assertThat(pixels.rows(Palette.COMING, Pixels.clearColumn(layout))).isNotEmpty();
    }
}
