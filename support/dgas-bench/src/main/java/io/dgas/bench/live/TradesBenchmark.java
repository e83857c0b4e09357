package io.dgas.bench.live;

import io.dgas.domain.bar.BarSeries;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Half a million trades from bytes to bars, by us and by others; in one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(FrameTape.TICKS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class TradesBenchmark {

    /** How many trade: a universe, or one alone that is traded as much. */
    @Param({"517", "1"})
    public int symbols = 1;

    private FrameTape tape = FrameTape.of(symbols);
    private PlainColumns columns = new PlainColumns(tape);

    @Setup
    public void record() {
        tape = FrameTape.of(symbols);
        columns = new PlainColumns(tape);
    }

    /** What the collection does: UTF-8, socket, frames, conditions, watchdog, bars; connecting and closing included. */
    @Benchmark
    public List<BarSeries> collect() {
        return new LiveHalfHour(tape, WireStream::new).run();
    }

    /** The same without watchdog and bars. */
    @Benchmark
    public double decode() {
        double[] sum = new double[1];
        WireStream stream = new WireStream((instrument, time, price, size, effect) -> sum[0] += price);
        stream.follow(tape.instruments());
        Instant now = tape.session().open();
        for (int step = -60; step < FrameTape.STEPS; step++) {
            if (step >= 0) {
                stream.offer(tape, step);
            }
            stream.tick(step < 0 ? now.plusSeconds(step) : tape.timeOf(step));
        }
        return sum[0];
    }

    /** The collection with frames read by Jackson, token by token. */
    @Benchmark
    public List<BarSeries> collectJacksonTokens() {
        return new LiveHalfHour(tape, listener -> new JsonStream(new JsonTrades.Tokens(), listener)).run();
    }

    /** The collection with frames read by Jackson into a tree. */
    @Benchmark
    public List<BarSeries> collectJacksonTree() {
        return new LiveHalfHour(tape, listener -> new JsonStream(new JsonTrades.Tree(), listener)).run();
    }

    /** The least: no frames, no order of time, no trade sent twice. */
    @Benchmark
    public double[][] plainFold() {
        return columns.fold();
    }
}
