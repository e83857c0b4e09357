package io.dgas.adapter.postgres;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Bars beside those of the table at the same times. Moving the stored ones here costs less than moving the new ones there,
 * and most imports bring bars that are all new or all known.
 */
final class BarComparison {

    private final List<BarSeries> series;
    private final List<BitSet> stored = new ArrayList<>();
    private final List<BitSet> open = new ArrayList<>();

    private BarComparison(List<BarSeries> series) {
        this.series = series;
        series.forEach(one -> {
            stored.add(new BitSet(one.size()));
            open.add(new BitSet());
        });
    }

    /**
     * Looks the bars up.
     *
     * @param ids the number of every instrument
     * @param outranked codes of the sources that a bar with the same values is taken over from
     */
    static BarComparison of(
            List<BarSeries> series, Map<Instrument, Integer> ids, String[] outranked, Connection connection)
            throws SQLException {
        BarComparison comparison = new BarComparison(series);
        new BinaryRows(connection, comparison.query(ids, outranked)).each(comparison::take);
        return comparison;
    }

    /** What is written into it are numbers and our own codes, which hold no quotes. */
    private String query(Map<Instrument, Integer> ids, String[] outranked) {
        return """
            select given.number, bar.*
            from unnest(%s::integer[], %s::integer[], %s::text[], %s::bigint[], %s::bigint[])
              as given (number, id, code, first, last)
            cross join lateral (
              select "timestamp", open, high, low, close, volume, source = any ('{%s}')
              from market_data
              where symbol_id = given.id and interval_type = given.code
                and "timestamp" between to_timestamp(given.first) and to_timestamp(given.last)
              order by "timestamp") as bar""".formatted(
                array(number -> number),
                array(number -> ids.getOrDefault(series.get(number).key().instrument(), 0)),
                array(number -> series.get(number).key().timeframe().code()),
                array(number -> series.get(number).openSecond(0)),
                array(number -> series.get(number).openSecond(series.get(number).last())),
                String.join(",", outranked));
    }

    private String array(Function<Integer, Object> value) {
        return IntStream.range(0, series.size())
                .mapToObj(number -> String.valueOf(value.apply(number)))
                .collect(Collectors.joining(",", "'{", "}'"));
    }

    private void take(ByteBuffer row) {
        row.getInt();
        int number = row.getInt();
        row.getInt();
        BarSeries ours = series.get(number);
        int bar = indexOf(row.getLong(), ours);
        if (bar >= 0) {
            stored.get(number).set(bar);
            boolean isOutranked = row.get(row.limit() - 1) != 0;
            open.get(number).set(bar, isOutranked || !isSame(ours, bar, row));
        }
    }

    private static int indexOf(long micros, BarSeries series) {
        int from = 0;
        int to = series.last();
        while (from <= to) {
            int middle = (from + to) >>> 1;
            long found = StoredTime.micros(series.openSecond(middle));
            if (found == micros) {
                return middle;
            }
            if (found < micros) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }

    private static boolean isSame(BarSeries series, int bar, ByteBuffer row) {
        return next(row) == series.open(bar)
                && next(row) == series.high(bar)
                && next(row) == series.low(bar)
                && next(row) == series.close(bar)
                && next(row) == series.volume(bar);
    }

    private static double next(ByteBuffer row) {
        row.getInt();
        return row.getDouble();
    }

    /** Bars of which the table holds none at their times. */
    List<BarSelection> absent() {
        return selections(number -> {
            BitSet absent = (BitSet) stored.get(number).clone();
            absent.flip(0, series.get(number).size());
            return absent;
        });
    }

    /** Bars of which the table holds others, or the same from an outranked source. */
    List<BarSelection> undecided() {
        return selections(open::get);
    }

    private List<BarSelection> selections(Function<Integer, BitSet> choice) {
        return IntStream.range(0, series.size())
                .mapToObj(number -> new BarSelection(series.get(number), choice.apply(number)))
                .filter(selection -> selection.size() > 0)
                .toList();
    }
}
