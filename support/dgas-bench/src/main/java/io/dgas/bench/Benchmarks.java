package io.dgas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks of the geometry, on every series that is at hand, and prints nanoseconds per bar and their ratios. */
public final class Benchmarks {

    private static final String SERIES = "series";

    /** By series and name of the benchmark: nanoseconds per bar of the best iteration. */
    private final Map<SampleSeries, Map<String, Double>> best = new TreeMap<>();

    private Benchmarks() {}

    /** Takes the options of JMH. */
    public static void main(String[] arguments) throws CommandLineOptionException, IOException, RunnerException {
        CommandLineOptions given = new CommandLineOptions(arguments);
        if (given.shouldHelp()) {
            given.showHelp();
            return;
        }
        if (given.shouldList()) {
            new Runner(given).list();
            return;
        }
        ChainedOptionsBuilder options = new OptionsBuilder().parent(given);
        if (given.getIncludes().isEmpty()) {
            options.include(GeometryBenchmark.class.getName());
        }
        if (!given.getParameter(SERIES).hasValue()) {
            options.param(SERIES, seriesAtHand());
        }
        Benchmarks benchmarks = new Benchmarks();
        benchmarks.add(new Runner(options.build()).run());
        benchmarks.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private static String[] seriesAtHand() {
        return Arrays.stream(SampleSeries.values())
                .filter(SampleSeries::isAtHand)
                .map(SampleSeries::name)
                .toArray(String[]::new);
    }

    private void add(Collection<RunResult> results) {
        for (RunResult result : results) {
            SampleSeries series = SampleSeries.valueOf(result.getParams().getParam(SERIES));
            double nanoseconds = result.getPrimaryResult().getStatistics().getMin();
            best.computeIfAbsent(series, any -> new TreeMap<>())
                    .put(result.getPrimaryResult().getLabel(), nanoseconds / series.size());
        }
    }

    private void print(PrintStream out) {
        out.println();
        out.println("| series | benchmark | ns/bar | of columnarLoop | of ta4jDouble |");
        out.println("|---|---|--:|--:|--:|");
        best.forEach((series, times) -> times.forEach((name, time) -> out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f | %s | %s |%n",
                series,
                name,
                time,
                ratio(time, times.get("columnarLoop")),
                ratio(time, times.get("ta4jDouble")))));
    }

    private static String ratio(double time, @Nullable Double other) {
        return other == null ? "" : String.format(Locale.ROOT, "%.2f", time / other);
    }
}
