package io.dgas.bench.score;

import io.dgas.bench.RecordedSeries;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.risk.AtrMultiples;
import io.dgas.domain.signal.Evidence;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalId;
import io.dgas.domain.signal.SignalRules;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Prints, as Markdown, how often a folder of daily bars would notify and how confidence, strength and every factor of them
 * are distributed: {@code FOLDER}.
 */
public final class ScoreDistribution {

    private static final double MIN_CONFIDENCE = 0.65;
    private static final double MIN_STRENGTH = 0.60;
    private static final double SESSIONS_IN_A_MONTH = 21;

    private final Map<String, List<Double>> values = new TreeMap<>();
    private final Map<String, Integer> entries = new TreeMap<>();
    private final List<Double> notificationsPerMonth = new ArrayList<>();
    private int notifiedEntries;
    private int notifiedExits;
    private double months;

    private ScoreDistribution() {}

    public static void main(String[] arguments) throws IOException {
        ScoreDistribution distribution = new ScoreDistribution();
        List<BarSeries> universe = RecordedSeries.readAll(Path.of(arguments[0]), Timeframe.D1);
        universe.forEach(distribution::add);
        System.out.print(distribution.report(universe.size()));
    }

    private void add(BarSeries bars) {
        MultiTimeframeView view = MultiTimeframeView.of(bars, List.of(Timeframe.W1), TradingCalendar.nyse());
        double monthsHere = bars.size() / SESSIONS_IN_A_MONTH;
        Set<SignalId> notified = new HashSet<>();
        int before = notifiedEntries + notifiedExits;
        for (Signal signal : new SignalRules(AtrMultiples.STANDARD).signals(view)) {
            switch (signal) {
                case Signal.Entry entry -> addEntry(entry, notified);
                case Signal.Exit exit -> notifiedExits += notified.contains(exit.opened()) ? 1 : 0;
            }
        }
        months += monthsHere;
        notificationsPerMonth.add((notifiedEntries + notifiedExits - before) / monthsHere);
    }

    private void addEntry(Signal.Entry entry, Set<SignalId> notified) {
        String setUp = entry.id().setUp().name();
        entries.merge(setUp, 1, Integer::sum);
        boolean qualifies =
                entry.confidence().value() >= MIN_CONFIDENCE && entry.strength().value() >= MIN_STRENGTH;
        if (qualifies) {
            notifiedEntries++;
            notified.add(entry.id());
        }
        addTree(setUp, entry.confidence());
        addTree(setUp, entry.strength());
    }

    private void addTree(String above, Evidence evidence) {
        String name = above + " | " + evidence.name();
        switch (evidence) {
            case Evidence.WeightedMean mean -> {
                addValue(name + " | score", mean.value());
                mean.parts().forEach(part -> addTree(name, part.evidence()));
            }
            case Evidence.Rating rating -> {
                addValue(name + " | rating", rating.value());
                addValue(
                        name + " | " + rating.measured().unit(),
                        rating.measured().value());
            }
            case Evidence.Measurement number -> addValue(name + " | " + number.unit(), number.value());
        }
    }

    private void addValue(String name, double value) {
        values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    private String report(int symbols) {
        notificationsPerMonth.sort(null);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d symbols, %.0f symbol-months. Entries by set-up: %s.%n%nAt confidence %.2f and strength %.2f: %d entries and"
                        + " %d exits of them, %.2f and %.2f a month and symbol; together from %.2f (fewest) through %.2f"
                        + " (median) to %.2f (most).%n%n",
                symbols,
                months,
                entries,
                MIN_CONFIDENCE,
                MIN_STRENGTH,
                notifiedEntries,
                notifiedExits,
                notifiedEntries / months,
                notifiedExits / months,
                quantile(notificationsPerMonth, 0),
                quantile(notificationsPerMonth, 0.5),
                quantile(notificationsPerMonth, 1)));
        text.append("| what | 0 % | 5 % | 25 % | 50 % | 75 % | 95 % | 100 % | at 0 | at 1 |\n");
        text.append("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        values.forEach((name, all) -> text.append(row(name, all)));
        return text.toString();
    }

    private static String row(String name, List<Double> all) {
        all.sort(null);
        StringBuilder row = new StringBuilder("| " + name.replace(" | ", ": "));
        for (double share : new double[] {0, 0.05, 0.25, 0.5, 0.75, 0.95, 1}) {
            row.append(String.format(Locale.ROOT, " | %.2f", quantile(all, share)));
        }
        return row + share(all, 0) + share(all, 1) + " |\n";
    }

    private static double quantile(List<Double> ascending, double share) {
        return ascending.get((int) (share * (ascending.size() - 1)));
    }

    private static String share(List<Double> all, double value) {
        long count = all.stream().filter(each -> each == value).count();
        return String.format(Locale.ROOT, " | %.0f %%", 100.0 * count / all.size());
    }
}
