package io.dgas.domain.level;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.series.DoubleSeries;
import java.util.OptionalDouble;

/**
 * All levels and lines of one series of bars, for every bar and for the coming one.
 *
 * <p>A level is indexed by the bar it is <em>for</em>: {@link #firstBar} .. number of bars, the last being the coming
 * bar's, which is always there once warm. The level for bar t is made of bars t−1 and older only and is frozen during
 * bar t. Reading warm-up throws. Immutable.
 */
public final class Levels {

    private final BarSeries bars;
    private final LevelOptions options;
    private final PLdot pldot;
    private final OneOne oneOne;
    private final Envelope envelope;
    private final MeanRange meanRange;
    private final Zones zones;
    private final Lines lines;

    private Levels(BarSeries bars, LevelOptions options) {
        this.bars = bars;
        this.options = options;
        double[] typicals = PLdot.typicals(bars);
        this.pldot = PLdot.of(typicals);
        this.oneOne = new OneOne(bars, DoubleSeries.owning(typicals, 0));
        this.envelope = Envelope.of(bars, typicals);
        this.meanRange = MeanRange.of(bars);
        this.zones = Zones.of(bars, envelope, meanRange);
        this.lines = new Lines(bars, pldot.column(), options);
    }

    /** The levels with the method's defaults. */
    public static Levels of(BarSeries bars) {
        return of(bars, LevelOptions.STANDARD);
    }

    public static Levels of(BarSeries bars, LevelOptions options) {
        return new Levels(bars, options);
    }

    /** First bar for which the dot, the envelope, the zones and the "6" lines are complete. */
    public int firstBar() {
        return PLdot.BARS;
    }

    /** The bar to come, for which the newest levels are: one past the last completed bar. */
    public int comingBar() {
        return bars.size();
    }

    /** Whether there are complete levels for the coming bar. */
    public boolean isWarm() {
        return comingBar() >= firstBar();
    }

    /** The bars they were made from. */
    public BarSeries bars() {
        return bars;
    }

    public Timeframe timeframe() {
        return bars.key().timeframe();
    }

    public LevelOptions options() {
        return options;
    }

    public PLdot pldot() {
        return pldot;
    }

    public OneOne oneOne() {
        return oneOne;
    }

    public Envelope envelope() {
        return envelope;
    }

    public Zones zones() {
        return zones;
    }

    public MeanRange meanRange() {
        return meanRange;
    }

    public Lines lines() {
        return lines;
    }

    public SupportResistance supportResistance() {
        return new SupportResistance(bars, this);
    }

    /**
     * The main channel line MCL_t = 2·PLdot_t − PLdot_{t−1}, price units. Grade B; empty when switched off and for the
     * first bar with a dot.
     *
     * @throws IndexOutOfBoundsException in the warm-up and past the coming bar
     */
    public OptionalDouble mainChannelLine(int t) {
        double dot = pldot.forBar(t);
        return options.mainChannelLine() && t > pldot.firstBar()
                ? OptionalDouble.of(channelLine(dot, pldot.forBar(t - 1)))
                : OptionalDouble.empty();
    }

    /** {@link #mainChannelLine} as a column by the bar it is for; undefined throughout when switched off. */
    public DoubleSeries mainChannelLines() {
        double[] lines = new double[options.mainChannelLine() ? comingBar() + 1 : 0];
        int first = pldot.firstBar() + 1;
        for (int t = first; t < lines.length; t++) {
            lines[t] = channelLine(pldot.forBar(t), pldot.forBar(t - 1));
        }
        return DoubleSeries.owning(lines, first);
    }

    /**
     * The two-ahead dot (TP_{t−1} + TP_{t−2} + C_{t−1}) / 3, an estimate of PLdot_{t+1} made before bar t, price units.
     * Grade B; empty when switched off.
     *
     * @throws IndexOutOfBoundsException in the warm-up and past the coming bar
     */
    public OptionalDouble twoAheadDot(int t) {
        double estimate = dotAhead(t);
        return options.twoAheadDot() ? OptionalDouble.of(estimate) : OptionalDouble.empty();
    }

    /** {@link #twoAheadDot} as a column by the bar before which it is made; undefined throughout when switched off. */
    public DoubleSeries twoAheadDots() {
        double[] dots = new double[options.twoAheadDot() ? comingBar() + 1 : 0];
        for (int t = 2; t < dots.length; t++) {
            dots[t] = dotAhead(t);
        }
        return DoubleSeries.owning(dots, 2);
    }

    private static double channelLine(double dot, double before) {
        return 2 * dot - before;
    }

    private double dotAhead(int t) {
        return (oneOne.dotForBar(t) + oneOne.dotForBar(t - 1) + bars.close(t - 1)) / 3;
    }
}
