package io.dgas.application.prediction;

import io.dgas.application.port.out.BarReader;
import io.dgas.application.port.out.MarkedBars;
import io.dgas.application.port.out.MarkedBars.Changes;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the bars of the last reading, and reads only what is new or changed since when the same universe is asked for again
 * at a later time. What it answers is what the store would. Safe for threads.
 */
public final class KeptColumns implements BarReader {

    private final MarkedBars store;
    private Optional<Kept> kept = Optional.empty();

    private record Kept(Selection selection, Reading reading) {

        /** Whether what is asked for is a later time of the same. */
        boolean serves(Selection asked) {
            return reading.knownAt().isPresent()
                    && asked.timeframe() == selection.timeframe()
                    && asked.most() == selection.most()
                    && !asked.asOf().isBefore(selection.asOf())
                    && asked.instruments().equals(selection.instruments());
        }
    }

    public KeptColumns(MarkedBars store) {
        this.store = store;
    }

    @Override
    public synchronized Reading read(Selection selection) {
        Reading reading = kept.filter(before -> before.serves(selection))
                .map(before -> brought(before, selection))
                .orElseGet(() -> store.read(selection));
        kept = Optional.of(new Kept(selection, reading));
        return reading;
    }

    private Reading brought(Kept before, Selection selection) {
        Instant mark = before.reading().knownAt().orElseThrow();
        Instant open = before.selection().asOf().minus(longest(selection.timeframe()));
        Changes changes = store.changes(selection, mark, open);
        Map<Instrument, BarSeries> series = new HashMap<>();
        for (Instrument instrument : selection.instruments()) {
            joined(
                            Optional.ofNullable(before.reading().series().get(instrument)),
                            Optional.ofNullable(changes.reading().series().get(instrument)),
                            changes.from(),
                            selection.most())
                    .filter(bars -> !bars.isEmpty())
                    .ifPresent(bars -> series.put(instrument, bars));
        }
        return new Reading(series, changes.reading().knownAt());
    }

    /** What is old before a time and fresh after it, the newest so many. */
    private static Optional<BarSeries> joined(
            Optional<BarSeries> old, Optional<BarSeries> fresh, Instant from, int most) {
        Optional<BarSeries> unchanged = old.map(bars -> bars.first(openingBefore(bars, from)));
        return unchanged
                .filter(before -> fresh.isPresent())
                .map(before -> joined(before, fresh.get(), most))
                .or(() -> unchanged.or(() -> fresh).map(bars -> bars.newest(most)));
    }

    private static BarSeries joined(BarSeries before, BarSeries after, int most) {
        int kept = Math.clamp((long) most - after.size(), 0, before.size());
        return BarSeries.builder(after.key(), kept + after.size())
                .add(before, before.size() - kept, before.size())
                .add(after, 0, after.size())
                .build()
                .newest(most);
    }

    private static int openingBefore(BarSeries bars, Instant from) {
        int count = bars.size();
        while (count > 0 && !bars.openTime(count - 1).isBefore(from)) {
            count--;
        }
        return count;
    }

    /** No bar of the timeframe is open for longer. */
    private static Duration longest(Timeframe timeframe) {
        return switch (timeframe) {
            case W1 -> Duration.ofDays(8);
            case MO1 -> Duration.ofDays(32);
            default ->
                Duration.ofSeconds(
                        Math.max(timeframe.seconds(), Duration.ofHours(24).toSeconds()));
        };
    }
}
