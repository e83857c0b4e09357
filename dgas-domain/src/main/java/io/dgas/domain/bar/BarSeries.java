package io.dgas.domain.bar;

import io.dgas.domain.market.BarKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * Completed bars of one instrument on one timeframe, oldest first, held as columns.
 *
 * <ul>
 *   <li>Shape: index {@code i} names one bar in every column, {@code 0 .. size()-1}.
 *   <li>Units: prices in dollars, volume in shares, times in UTC with whole seconds.
 *   <li>Time: bar {@code i} covers [{@link #openTime}, {@link #closeTime}) and may be used from its close on.
 *   <li>Checked when built: times ascend, no bar overlaps the one before it, prices are finite, {@code low <= open,
 *       close <= high}, volume is not negative.
 * </ul>
 *
 * <p>Immutable.
 */
public final class BarSeries {

    private final BarKey key;
    private final Columns columns;
    private final int size;
    private final long coveredFrom;

    private BarSeries(BarKey key, Columns columns, int size, long coveredFrom) {
        this.key = key;
        this.columns = columns;
        this.size = size;
        this.coveredFrom = coveredFrom;
    }

    public BarKey key() {
        return key;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * From when on the series is whole: what is absent after this was never there, what is absent before may have been cut
     * off. Of bars as recorded it is the opening of the first; of aggregated ones it may be earlier, if trading was thin.
     *
     * @return epoch seconds; {@link Long#MAX_VALUE} of a series that was made without bars
     */
    public long coveredFrom() {
        return coveredFrom;
    }

    /** Index of the newest bar; −1 when there is none. */
    public int last() {
        return size - 1;
    }

    public Instant openTime(int bar) {
        return Instant.ofEpochSecond(openSecond(bar));
    }

    public Instant closeTime(int bar) {
        return Instant.ofEpochSecond(closeSecond(bar));
    }

    /** {@link #openTime} in epoch seconds. */
    public long openSecond(int bar) {
        return columns.openTimes[checked(bar)];
    }

    /** {@link #closeTime} in epoch seconds. */
    public long closeSecond(int bar) {
        return columns.closeTimes[checked(bar)];
    }

    /** {@link #openSecond} of all bars, oldest first. */
    public LongStream openTimes() {
        return Arrays.stream(columns.openTimes, 0, size);
    }

    public double open(int bar) {
        return columns.opens[checked(bar)];
    }

    public double high(int bar) {
        return columns.highs[checked(bar)];
    }

    public double low(int bar) {
        return columns.lows[checked(bar)];
    }

    public double close(int bar) {
        return columns.closes[checked(bar)];
    }

    public double volume(int bar) {
        return columns.volumes[checked(bar)];
    }

    /** Whether the bar covers less than its timeframe's full length: the last of a session, or a short day or week. */
    public boolean isShort(int bar) {
        return columns.shortened[checked(bar)];
    }

    /** The bars already closed at {@code asOf}: the only cut by time, and the gate against looking ahead. */
    public BarSeries closedBy(Instant asOf) {
        int found = Arrays.binarySearch(columns.closeTimes, 0, size, asOf.getEpochSecond());
        return first(found >= 0 ? found + 1 : -found - 1);
    }

    /** The oldest {@code count} bars. Shares the columns. */
    public BarSeries first(int count) {
        Objects.checkFromToIndex(0, count, size);
        return count == size ? this : new BarSeries(key, columns, count, coveredFrom);
    }

    /** The newest {@code count} bars, or all when there are fewer. */
    public BarSeries newest(int count) {
        return count >= size ? this : range(size - count);
    }

    private BarSeries range(int from) {
        Columns kept = columns.range(from, size);
        int count = size - from;
        return new BarSeries(key, kept, count, count == 0 ? Long.MAX_VALUE : kept.openTimes[0]);
    }

    private int checked(int bar) {
        return Objects.checkIndex(bar, size);
    }

    public static Builder builder(BarKey key, int expectedSize) {
        return new Builder(key, expectedSize);
    }

    /** Collects bars oldest first and refuses the series at its first broken bar, naming it. */
    public static final class Builder {
        private final BarKey key;
        private Columns columns;
        private int size;
        private long coveredFrom = Long.MAX_VALUE;

        private Builder(BarKey key, int expectedSize) {
            this.key = key;
            this.columns = Columns.ofSize(Math.max(expectedSize, 16));
        }

        /**
         * Adds a bar of full length.
         *
         * @param openTime epoch seconds
         * @param closeTime epoch seconds
         * @throws IllegalArgumentException when the bar breaks a rule of {@link BarSeries}
         */
        public Builder add(
                long openTime, long closeTime, double open, double high, double low, double close, double volume) {
            return add(openTime, closeTime, open, high, low, close, volume, false);
        }

        /** Adds a bar, saying whether it is shorter than its timeframe. */
        public Builder add(
                long openTime,
                long closeTime,
                double open,
                double high,
                double low,
                double close,
                double volume,
                boolean isShort) {
            reserve(1);
            columns.openTimes[size] = openTime;
            columns.closeTimes[size] = closeTime;
            columns.opens[size] = open;
            columns.highs[size] = high;
            columns.lows[size] = low;
            columns.closes[size] = close;
            columns.volumes[size] = volume;
            columns.shortened[size] = isShort;
            return accept(1);
        }

        /** Takes the bars that were just written behind the others; each but the first is known to fit the one before it. */
        private Builder accept(int count) {
            if (!isSound(size)) {
                refuse(size);
            }
            if (size == 0) {
                coveredFrom = Math.min(coveredFrom, columns.openTimes[0]);
            }
            size += count;
            return this;
        }

        private void reserve(int count) {
            if (size + count > columns.closes.length) {
                columns = columns.range(0, Math.max(2 * size, size + count));
            }
        }

        /** Adds a bar of another series as it is. */
        public Builder add(BarSeries from, int bar) {
            return add(
                    from.openSecond(bar),
                    from.closeSecond(bar),
                    from.open(bar),
                    from.high(bar),
                    from.low(bar),
                    from.close(bar),
                    from.volume(bar),
                    from.isShort(bar));
        }

        /** Adds the bars from {@code first} to before {@code past} of another series as they are. */
        public Builder add(BarSeries from, int first, int past) {
            int count = past - Objects.checkFromToIndex(first, past, from.size);
            if (count == 0) {
                return this;
            }
            reserve(count);
            from.columns.copy(first, count, columns, size);
            return accept(count);
        }

        /** Says that the series is whole from this time on, in epoch seconds, although its first bar may open later. */
        public Builder coveredFrom(long time) {
            coveredFrom = Math.min(coveredFrom, time);
            return this;
        }

        public int size() {
            return size;
        }

        public BarSeries build() {
            // a builder that is used further writes behind these bars only, or into other columns
            Columns kept = columns.closes.length == size ? columns : columns.range(0, size);
            return new BarSeries(key, kept, size, coveredFrom);
        }

        /** All rules in one, without a text for each: series of a universe are built at every turn. */
        private boolean isSound(int bar) {
            double low = columns.lows[bar];
            double high = columns.highs[bar];
            return Double.isFinite(low)
                    && Double.isFinite(high)
                    && low <= columns.opens[bar]
                    && columns.opens[bar] <= high
                    && low <= columns.closes[bar]
                    && columns.closes[bar] <= high
                    && columns.volumes[bar] >= 0
                    && columns.openTimes[bar] < columns.closeTimes[bar]
                    && (bar == 0 || columns.closeTimes[bar - 1] <= columns.openTimes[bar]);
        }

        private void refuse(int bar) {
            double low = columns.lows[bar];
            double high = columns.highs[bar];
            double open = columns.opens[bar];
            double close = columns.closes[bar];
            require(
                    Double.isFinite(low) && Double.isFinite(high),
                    "low " + low + " and high " + high + " must be finite");
            require(low <= high, "low " + low + " is above high " + high);
            require(low <= open && open <= high, "open " + open + " is not within low " + low + " and high " + high);
            require(
                    low <= close && close <= high,
                    "close " + close + " is not within low " + low + " and high " + high);
            require(columns.volumes[bar] >= 0, "volume " + columns.volumes[bar] + " is not a number from 0 up");
            require(columns.openTimes[bar] < columns.closeTimes[bar], "it does not open before it closes");
            require(
                    bar == 0 || columns.closeTimes[bar - 1] <= columns.openTimes[bar],
                    "it opens before the bar before it closes");
        }

        private void require(boolean holds, String otherwise) {
            if (!holds) {
                throw new IllegalArgumentException(
                        key + " bar opening " + Instant.ofEpochSecond(columns.openTimes[size]) + ": " + otherwise);
            }
        }
    }

    private record Columns(
            long[] openTimes,
            long[] closeTimes,
            double[] opens,
            double[] highs,
            double[] lows,
            double[] closes,
            double[] volumes,
            boolean[] shortened) {

        static Columns ofSize(int size) {
            return new Columns(
                    new long[size],
                    new long[size],
                    new double[size],
                    new double[size],
                    new double[size],
                    new double[size],
                    new double[size],
                    new boolean[size]);
        }

        void copy(int from, int count, Columns into, int at) {
            System.arraycopy(openTimes, from, into.openTimes, at, count);
            System.arraycopy(closeTimes, from, into.closeTimes, at, count);
            System.arraycopy(opens, from, into.opens, at, count);
            System.arraycopy(highs, from, into.highs, at, count);
            System.arraycopy(lows, from, into.lows, at, count);
            System.arraycopy(closes, from, into.closes, at, count);
            System.arraycopy(volumes, from, into.volumes, at, count);
            System.arraycopy(shortened, from, into.shortened, at, count);
        }

        Columns range(int from, int to) {
            return new Columns(
                    Arrays.copyOfRange(openTimes, from, to),
                    Arrays.copyOfRange(closeTimes, from, to),
                    Arrays.copyOfRange(opens, from, to),
                    Arrays.copyOfRange(highs, from, to),
                    Arrays.copyOfRange(lows, from, to),
                    Arrays.copyOfRange(closes, from, to),
                    Arrays.copyOfRange(volumes, from, to),
                    Arrays.copyOfRange(shortened, from, to));
        }
    }
}
