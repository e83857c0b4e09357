package io.dgas.bench;

import io.dgas.bench.peer.ColumnarLoop;
import io.dgas.bench.peer.Ta4jGeometry;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.level.ProjectionSheet;
import io.dgas.domain.state.StateSeries;
import io.dgas.domain.timeframe.Geometry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.ta4j.core.num.DecimalNumFactory;
import org.ta4j.core.num.DoubleNumFactory;

/** One series from bars to geometry, by us and by others. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class GeometryBenchmark {

    @Param
    public SampleSeries series = SampleSeries.WALK_2000;

    private BarSeries bars = SampleSeries.walk(0, 0);
    private double[] highs = {};
    private double[] lows = {};
    private double[] closes = {};
    private org.ta4j.core.BarSeries doubles = Ta4jGeometry.series(bars, DoubleNumFactory.getInstance());
    private org.ta4j.core.BarSeries decimals = doubles;

    @Setup
    public void load() {
        bars = series.bars();
        highs = ColumnarLoop.column(bars, bars::high);
        lows = ColumnarLoop.column(bars, bars::low);
        closes = ColumnarLoop.column(bars, bars::close);
        doubles = Ta4jGeometry.series(bars, DoubleNumFactory.getInstance());
        decimals = Ta4jGeometry.series(bars, DecimalNumFactory.getInstance());
    }

    /** Levels, lines, zones, states with their phases, patterns, read for every bar; confines have a benchmark of their own. */
    @Benchmark
    public void fullGeometry(Blackhole hole) {
        new ReadingOnDemand(Geometry.of(bars)).into(hole);
    }

    /** The same and, for every bar, the projection sheet with lines, areas and near and far, state and patterns as objects. */
    @Benchmark
    public void everySheet(Blackhole hole) {
        Geometry geometry = Geometry.of(bars);
        for (int bar = geometry.levels().firstBar(); bar < bars.size(); bar++) {
            hole.consume(ProjectionSheet.forBar(geometry.levels(), bar));
            hole.consume(geometry.states().at(bar));
            hole.consume(geometry.patterns().at(bar));
        }
    }

    @Benchmark
    public void dotEnvelopeState(Blackhole hole) {
        Levels levels = Levels.of(bars);
        hole.consume(levels);
        hole.consume(StateSeries.of(bars, levels));
    }

    /** The same with confines, dotted line and block level of every congestion. */
    @Benchmark
    public void dotEnvelopeStateConfines(Blackhole hole) {
        Levels levels = Levels.of(bars);
        StateSeries states = StateSeries.of(bars, levels);
        hole.consume(levels);
        hole.consume(states);
        hole.consume(states.congestions());
    }

    /** With confines, dotted line and block level. */
    @Benchmark
    public void columnarLoop(Blackhole hole) {
        hole.consume(ColumnarLoop.over(highs, lows, closes));
    }

    @Benchmark
    public void ta4jDouble(Blackhole hole) {
        consume(new Ta4jGeometry(doubles), hole);
    }

    @Benchmark
    public void ta4jDecimal(Blackhole hole) {
        consume(new Ta4jGeometry(decimals), hole);
    }

    private void consume(Ta4jGeometry geometry, Blackhole hole) {
        for (int bar = 0; bar < bars.size(); bar++) {
            hole.consume(geometry.dot(bar));
            hole.consume(geometry.top(bar));
            hole.consume(geometry.bottom(bar));
            hole.consume(geometry.kind(bar));
        }
    }
}
