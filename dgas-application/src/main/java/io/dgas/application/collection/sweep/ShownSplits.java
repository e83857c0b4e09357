package io.dgas.application.collection.sweep;

import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The splits that the vendor's volumes are adjusted for, as its adjusted closes show them, which are rewritten together
 * with the volumes. A split that is known to us and not to the vendor, or no longer, has changed no volume; one that the
 * vendor adjusts for and that is not known to us makes the volumes before it mean we know not what.
 */
final class ShownSplits {

    /** A step from which on no dividend that was overlooked explains it. */
    private static final double UNEXPLAINED_FROM = Math.log(1.25);

    private final List<Step> steps;

    private ShownSplits(List<Step> steps) {
        this.steps = steps;
    }

    /**
     * What lies between a row and the next.
     *
     * @param after the date of the row before it
     * @param ratio of the splits in it that the rows are adjusted for
     */
    private record Step(LocalDate after, double ratio, boolean isKnown) {}

    /**
     * Those that one answer shows.
     *
     * @param rows oldest first; the last is adjusted for what came after it
     * @param known all actions known of the instrument, in any order
     */
    static ShownSplits in(List<DailyBar> rows, List<CorporateAction> known) {
        List<Step> steps = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            DailyBar next = row + 1 < rows.size() ? rows.get(row + 1) : null;
            LocalDate until = next == null ? LocalDate.MAX : next.date();
            double adjusted = (next == null ? 1 : adjustment(next)) / adjustment(rows.get(row));
            steps.add(step(rows.get(row), adjusted, between(rows.get(row).date(), until, known)));
        }
        return new ShownSplits(steps);
    }

    private static double adjustment(DailyBar bar) {
        return bar.adjustedClose() / bar.close();
    }

    private static List<CorporateAction> between(LocalDate after, LocalDate until, List<CorporateAction> known) {
        return known.stream()
                .filter(action ->
                        action.exDate().isAfter(after) && !action.exDate().isAfter(until))
                .toList();
    }

    private static Step step(DailyBar bar, double adjusted, List<CorporateAction> between) {
        double ofSplits = Math.log(adjusted * dividends(bar, between));
        double ratio = 1;
        for (double candidate : products(between)) {
            boolean isNearer = Math.abs(ofSplits - Math.log(candidate)) < Math.abs(ofSplits - Math.log(ratio));
            ratio = isNearer ? candidate : ratio;
        }
        return new Step(bar.date(), ratio, Math.abs(ofSplits - Math.log(ratio)) < UNEXPLAINED_FROM);
    }

    /** What dividends leave of a close. */
    private static double dividends(DailyBar bar, List<CorporateAction> between) {
        double left = 1;
        for (CorporateAction action : between) {
            if (action instanceof CashDividend dividend && dividend.amount() < bar.close()) {
                left *= 1 - dividend.amount() / bar.close();
            }
        }
        return left;
    }

    /** The ratios that come of any of the splits. */
    private static List<Double> products(List<CorporateAction> between) {
        List<Double> products = new ArrayList<>(List.of(1.0));
        for (CorporateAction action : between) {
            if (action instanceof Split split) {
                List<Double> with = products.stream()
                        .map(product -> product * split.ratio())
                        .toList();
                products.addAll(with);
            }
        }
        return products;
    }

    /** Whether all that the vendor has adjusted this date's row for is known, but for small things. */
    boolean areKnown(LocalDate date) {
        return steps.stream().filter(step -> !step.after().isBefore(date)).allMatch(Step::isKnown);
    }

    /** Whole shares, in the units of the bar's day. */
    double rawVolume(DailyBar bar) {
        double ratio = 1;
        for (Step step : steps) {
            ratio *= step.after().isBefore(bar.date()) ? 1 : step.ratio();
        }
        return ratio == 1 ? bar.volume() : Math.rint(bar.volume() / ratio);
    }
}
