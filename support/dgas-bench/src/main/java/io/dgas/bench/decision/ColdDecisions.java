package io.dgas.bench.decision;

import io.dgas.bench.RecordedSeries;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.risk.AtrMultiples;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalRules;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Decides every daily series of a folder with its weeks, once, as the first thing that a JVM does after reading them, and
 * prints how long that took. Then walks all bars and prints a digest of every signal with its evidence: two versions of the
 * rules that print the same digest conclude the same.
 */
public final class ColdDecisions {

    private static final double NANOS = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final SignalRules rules = new SignalRules(AtrMultiples.STANDARD);

    private ColdDecisions() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length != 1) {
            out.println("usage: ColdDecisions FOLDER (of CSV files with daily bars)");
            return;
        }
        List<BarSeries> universe = RecordedSeries.readAll(Path.of(arguments[0]), Timeframe.D1);
        ColdDecisions trial = new ColdDecisions();
        trial.decide(universe, out);
        trial.digest(universe, out);
    }

    private void decide(List<BarSeries> universe, PrintStream out) {
        long startProcessor = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long issued = 0;
        for (BarSeries bars : universe) {
            issued += rules.decide(view(bars)) instanceof Decision.Issue ? 1 : 0;
        }
        double seconds = (System.nanoTime() - start) / NANOS;
        int bars = universe.stream().mapToInt(BarSeries::size).sum();
        out.printf(
                Locale.ROOT,
                "%d series, %d bars decided in %.3f s from cold (%.3f s of its thread's processor time), %d of them issue%n",
                universe.size(),
                bars,
                seconds,
                (THREADS.getCurrentThreadCpuTime() - startProcessor) / NANOS,
                issued);
    }

    private void digest(List<BarSeries> universe, PrintStream out) {
        MessageDigest digest = sha256();
        long start = System.nanoTime();
        int count = 0;
        for (BarSeries bars : universe) {
            for (Signal signal : rules.signals(view(bars))) {
                digest.update(signal.toString().getBytes(StandardCharsets.UTF_8));
                count++;
            }
        }
        double seconds = (System.nanoTime() - start) / NANOS;
        String hex = HexFormat.of().formatHex(digest.digest(), 0, 8);
        out.printf(Locale.ROOT, "%d signals over all bars, digest %s, in %.3f s%n", count, hex, seconds);
    }

    private static MultiTimeframeView view(BarSeries bars) {
        return MultiTimeframeView.of(bars, List.of(Timeframe.W1), TradingCalendar.nyse());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
