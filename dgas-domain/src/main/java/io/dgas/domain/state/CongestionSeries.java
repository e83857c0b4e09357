package io.dgas.domain.state;

import io.dgas.domain.bar.BarSeries;

/**
 * Dotted line, block level and confines as columns, index for index with the bars: for every bar in congestion as they
 * stand after it, and for the bar that resolves one as it left them. Reading any other bar throws.
 *
 * <p>The same as {@link StateSeries#congestionAt} bar by bar, made in one pass. Units: price. Source: docs/method.md,
 * section 3. Immutable.
 */
public final class CongestionSeries {

    private final int[] codes;
    private final double[] lows;
    private final double[] highs;
    private final double[] dottedLines;
    private final double[] blockLevels;

    private CongestionSeries(int[] codes) {
        this.codes = codes;
        this.lows = new double[codes.length];
        this.highs = new double[codes.length];
        this.dottedLines = new double[codes.length];
        this.blockLevels = new double[codes.length];
    }

    static CongestionSeries of(BarSeries bars, int[] codes) {
        CongestionSeries series = new CongestionSeries(codes);
        CongestionTrack track = new CongestionTrack(bars, codes);
        for (int bar = 0; bar < codes.length; bar++) {
            if (StateCode.isCongestion(codes[bar])) {
                track.follow(bar);
            }
            series.put(bar, track);
        }
        return series;
    }

    private void put(int bar, CongestionTrack track) {
        lows[bar] = track.low();
        highs[bar] = track.high();
        dottedLines[bar] = track.dottedLine();
        blockLevels[bar] = track.blockLevel();
    }

    /** Whether the bar is in congestion or resolves one. */
    public boolean isDefined(int bar) {
        StateKind kind = StateCode.kind(codes[bar]);
        return kind.isCongestion() || kind.isResolution();
    }

    /** The lower end of the confines. */
    public double low(int bar) {
        return lows[checked(bar)];
    }

    /** The upper end of the confines. */
    public double high(int bar) {
        return highs[checked(bar)];
    }

    /** The extreme of the trend run that the congestion began against. */
    public double dottedLine(int bar) {
        return dottedLines[checked(bar)];
    }

    /** The extreme that the bar of the latest change of side left behind. */
    public double blockLevel(int bar) {
        return blockLevels[checked(bar)];
    }

    private int checked(int bar) {
        if (!isDefined(bar)) {
            throw new IndexOutOfBoundsException("bar " + bar + " is neither in congestion nor resolves one");
        }
        return bar;
    }
}
