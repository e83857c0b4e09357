package io.dgas.bench.live;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks of live trades and prints ticks in a second and their ratios. */
public final class TradeBenchmarks {

    private static final double NANOS = 1e9;
    private static final String OURS = "collect";

    /** By number of symbols and name of the benchmark. */
    private final Map<Integer, Map<String, Figures>> measured = new TreeMap<>();

    /** Nanoseconds of a tick at best and in the middle, and bytes allocated, where that was asked for. */
    private record Figures(double best, double median, double bytes) {}

    private TradeBenchmarks() {}

    /** Takes the options of JMH; with {@code -prof gc} the table has what is allocated. */
    public static void main(String[] arguments) throws CommandLineOptionException, IOException, RunnerException {
        CommandLineOptions given = new CommandLineOptions(arguments);
        if (given.shouldHelp()) {
            given.showHelp();
            return;
        }
        OptionsBuilder options = new OptionsBuilder();
        options.parent(given);
        if (given.getIncludes().isEmpty()) {
            options.include(TradesBenchmark.class.getName());
        }
        TradeBenchmarks benchmarks = new TradeBenchmarks();
        benchmarks.add(new Runner(options.build()).run());
        benchmarks.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private void add(Collection<RunResult> results) {
        for (RunResult result : results) {
            int symbols = Integer.parseInt(result.getParams().getParam("symbols"));
            Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
            measured.computeIfAbsent(symbols, any -> new TreeMap<>())
                    .put(
                            result.getPrimaryResult().getLabel(),
                            new Figures(
                                    result.getPrimaryResult().getStatistics().getMin(),
                                    result.getPrimaryResult().getStatistics().getPercentile(50),
                                    allocated == null ? Double.NaN : allocated.getScore()));
        }
    }

    private void print(PrintStream out) {
        out.println();
        out.println("| symbols | benchmark | ns/tick at best | median | ticks/s at best | of collect | bytes/tick |");
        out.println("|--:|---|--:|--:|--:|--:|--:|");
        measured.forEach((symbols, rows) -> rows.forEach((name, figures) -> out.printf(
                Locale.ROOT,
                "| %d | %s | %.1f | %.1f | %,.0f | %s | %s |%n",
                symbols,
                name,
                figures.best(),
                figures.median(),
                NANOS / figures.best(),
                ratio(figures, rows.get(OURS)),
                Double.isNaN(figures.bytes()) ? "" : String.format(Locale.ROOT, "%.0f", figures.bytes()))));
    }

    private static String ratio(Figures figures, @Nullable Figures ours) {
        return ours == null ? "" : String.format(Locale.ROOT, "%.2f", ours.best() / figures.best());
    }
}
