package io.dgas.adapter.postgres;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the newest bars of a universe in one statement.
 *
 * @param most bars of each series
 * @param from when the oldest of them may open; empty for any
 * @param knownAt a mark to read them as they were; empty for as they are
 */
record BarLoad(
        List<Instrument> instruments,
        Timeframe timeframe,
        Instant asOf,
        int most,
        Optional<Instant> from,
        Optional<Instant> knownAt) {

    BarLoad {
        instruments = List.copyOf(instruments);
    }

    /** All that is stored now. */
    static BarLoad of(List<Instrument> instruments, Timeframe timeframe, Instant asOf, int most) {
        return new BarLoad(instruments, timeframe, asOf, most, Optional.empty(), Optional.empty());
    }

    /** Only bars that open then or later. */
    BarLoad from(Instant first) {
        return new BarLoad(instruments, timeframe, asOf, most, Optional.of(first), knownAt);
    }

    /** As it was stored then. */
    BarLoad asKnownAt(Instant mark) {
        return new BarLoad(instruments, timeframe, asOf, most, from, Optional.of(mark));
    }

    Map<Instrument, BarSeries> run(Connection connection, TradingCalendar calendar) throws SQLException {
        Rows rows = new Rows(calendar);
        new BinaryRows(connection, select()).each(rows::take);
        return rows.finished();
    }

    /**
     * What is written into it are numbers, one of our own codes, and tickers, which hold no quotes. One bar more than asked for,
     * since the newest may still be open.
     *
     * <p>Most of what a row costs is the sending of its values, each on its own: four numbers as the ends of a segment, and two
     * as a point, are sent as one value each, to the bit.
     */
    String select() {
        String symbols = instruments.stream().map(i -> '"' + i.symbol() + '"').collect(Collectors.joining(","));
        return """
            select bar."timestamp", lseg(point(bar.open, bar.high), point(bar.low, bar.close)), point(bar.volume, given.number)
            from unnest('{%s}'::text[]) with ordinality as given (symbol, number)
            join market_symbols on market_symbols.symbol = given.symbol collate "C"
            cross join lateral (
              select "timestamp", open, high, low, close, volume
              from %s
              where symbol_id = market_symbols.id and interval_type = '%s' and "timestamp" <= to_timestamp(%d)%s
              order by "timestamp" desc
              limit %d) as bar""".formatted(
                        symbols,
                        knownAt.isPresent() ? "market_data_history" : "market_data",
                        timeframe.code(),
                        StoredTime.of(asOf).getEpochSecond(),
                        bounds(),
                        most + 1L);
    }

    private String bounds() {
        StringBuilder bounds = new StringBuilder();
        from.map(StoredTime::of)
                .ifPresent(first ->
                        bounds.append(" and \"timestamp\" >= '").append(first).append('\''));
        knownAt.map(StoredTime::of)
                .ifPresent(mark -> bounds.append(" and recorded_at <= '")
                        .append(mark)
                        .append("' and superseded_at > '")
                        .append(mark)
                        .append('\''));
        return bounds.toString();
    }

    /** Takes rows, newest first within each series, and turns each series around. */
    private final class Rows {
        private final TradingCalendar calendar;
        private final Map<Instrument, BarSeries> series = new HashMap<>();
        private final double[][] prices = new double[4][1024];
        private double[] volumes = new double[1024];
        private long[] times = new long[1024];
        private int size;
        private int number;

        Rows(TradingCalendar calendar) {
            this.calendar = calendar;
        }

        /** Each field comes after its length, which is known; the number of the series ends the row. */
        void take(ByteBuffer row) throws SQLException {
            int of = (int) row.getDouble(row.limit() - Double.BYTES);
            if (of != number) {
                finish();
                number = of;
            }
            if (size == times.length) {
                grow();
            }
            row.getInt();
            times[size] = StoredTime.epochSecond(row.getLong());
            row.getInt();
            for (double[] column : prices) {
                column[size] = row.getDouble();
            }
            row.getInt();
            volumes[size] = row.getDouble();
            size++;
        }

        private void grow() {
            times = Arrays.copyOf(times, 2 * size);
            volumes = Arrays.copyOf(volumes, 2 * size);
            for (int column = 0; column < prices.length; column++) {
                prices[column] = Arrays.copyOf(prices[column], 2 * size);
            }
        }

        private void finish() throws SQLException {
            if (size == 0) {
                return;
            }
            Instrument instrument = instruments.get(number - 1);
            BarSeries closed = turned(instrument).closedBy(asOf);
            size = 0;
            if (!closed.isEmpty() && series.put(instrument, closed) != null) {
                throw new SQLException("the rows of " + instrument + " did not arrive together");
            }
        }

        /** The newest bar may be open still, and then it is the one too many; otherwise the oldest is. */
        private BarSeries turned(Instrument instrument) throws SQLException {
            try {
                int newest = calendar.closeOfBar(times[0], timeframe) > asOf.getEpochSecond() ? 1 : 0;
                int end = newest + Math.min(size - newest, most);
                BarSeries.Builder builder = BarSeries.builder(new BarKey(instrument, timeframe), end - newest);
                for (int bar = end - 1; bar >= newest; bar--) {
                    add(builder, bar);
                }
                return builder.build();
            } catch (IllegalArgumentException e) {
                throw new SQLException("what is stored of " + instrument + " are not all bars: " + e.getMessage(), e);
            }
        }

        private void add(BarSeries.Builder builder, int bar) {
            builder.add(
                    times[bar],
                    calendar.closeOfBar(times[bar], timeframe),
                    prices[0][bar],
                    prices[1][bar],
                    prices[2][bar],
                    prices[3][bar],
                    volumes[bar],
                    calendar.isShortBar(times[bar], timeframe));
        }

        Map<Instrument, BarSeries> finished() throws SQLException {
            finish();
            return series;
        }
    }
}
