package io.dgas.domain.bar;

import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What one corporate action does to the bars before it.
 *
 * @param bars how many of the oldest it touches
 * @param ratio new shares for an old one: divides prices, multiplies volumes
 * @param factor multiplies prices
 */
record Restatement(int bars, double ratio, double factor) {

    private static final Restatement NOTHING = new Restatement(0, 1, 1);

    /**
     * The effect of {@code action} on the bars that closed before it came into force.
     *
     * @param inForce epoch seconds, the open of a session
     */
    static Restatement of(CorporateAction action, BarSeries series, long inForce) {
        int bars = series.closedBy(Instant.ofEpochSecond(inForce)).size();
        requireOnOneSide(action, series, bars, inForce);
        return switch (action) {
            case CorporateAction.Split split -> new Restatement(bars, split.ratio(), 1);
            case CorporateAction.CashDividend dividend ->
                bars == 0 ? NOTHING : new Restatement(bars, 1, factor(dividend, series.close(bars - 1)));
        };
    }

    /** Older bars bear the effects of all later actions together. */
    static BarSeries applyAll(List<Restatement> restatements, BarSeries series) {
        restatements.sort(Comparator.comparingInt(Restatement::bars));
        Restatement[] effects = new Restatement[restatements.size() + 1];
        effects[restatements.size()] = NOTHING;
        for (int i = restatements.size() - 1; i >= 0; i--) {
            effects[i] = restatements.get(i).and(effects[i + 1]);
        }
        BarSeries.Builder adjusted = BarSeries.builder(series.key(), series.size());
        adjusted.coveredFrom(series.coveredFrom());
        int next = 0;
        for (int bar = 0; bar < series.size(); bar++) {
            while (next < restatements.size() && restatements.get(next).bars() <= bar) {
                next++;
            }
            effects[next].addTo(adjusted, series, bar);
        }
        return adjusted.build();
    }

    private Restatement and(Restatement later) {
        return new Restatement(bars, ratio * later.ratio, factor * later.factor);
    }

    private void addTo(BarSeries.Builder adjusted, BarSeries series, int bar) {
        adjusted.add(
                series.openSecond(bar),
                series.closeSecond(bar),
                price(series.open(bar)),
                price(series.high(bar)),
                price(series.low(bar)),
                price(series.close(bar)),
                series.volume(bar) * ratio,
                series.isShort(bar));
    }

    private double price(double recorded) {
        return recorded / ratio * factor;
    }

    private static double factor(CorporateAction.CashDividend dividend, double previousClose) {
        if (!(dividend.amount() < previousClose)) {
            throw new IllegalArgumentException(dividend.instrument() + " " + dividend.exDate() + ": a dividend of "
                    + dividend.amount() + " is not below the close before it, " + previousClose);
        }
        return 1 - dividend.amount() / previousClose;
    }

    private static void requireOnOneSide(CorporateAction action, BarSeries series, int bars, long inForce) {
        boolean longer = series.key().timeframe().compareTo(Timeframe.D1) > 0;
        if (longer && bars < series.size() && series.openSecond(bars) < inForce) {
            throw new IllegalArgumentException("the ex-date " + action.exDate() + " lies within the " + series.key()
                    + " bar opening " + series.openTime(bars) + ": adjust shorter bars and aggregate them then");
        }
    }
}
