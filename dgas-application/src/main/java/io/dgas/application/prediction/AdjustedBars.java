package io.dgas.application.prediction;

import io.dgas.application.port.out.BarReader;
import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.domain.bar.Adjuster;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Stored bars as they were to be read at one time: closed by then, adjusted for the actions known and in force then. */
public final class AdjustedBars {

    private final BarReader bars;
    private final CorporateActionRepository actions;
    private final Adjuster adjuster;
    private final TradingCalendar calendar;
    private final LongSupplier mark;

    public AdjustedBars(
            BarReader bars, CorporateActionRepository actions, Adjuster adjuster, TradingCalendar calendar) {
        this(bars, actions, adjuster, calendar, actions::mark);
    }

    private AdjustedBars(
            BarReader bars,
            CorporateActionRepository actions,
            Adjuster adjuster,
            TradingCalendar calendar,
            LongSupplier mark) {
        this.bars = bars;
        this.actions = actions;
        this.adjuster = adjuster;
        this.calendar = calendar;
        this.mark = mark;
    }

    /** The same for the actions that had been stored at a mark. */
    AdjustedBars withActionsAt(long earlier) {
        return new AdjustedBars(bars, actions, adjuster, calendar, () -> earlier);
    }

    /** Which bars are wanted: of one timeframe, closed by a time, the newest ones. */
    public record Window(Timeframe timeframe, Optional<Instant> asOf, int most) {

        /** All that has closed by the close of the newest stored bar of the universe. */
        public static Window newest(Timeframe timeframe, int most) {
            return new Window(timeframe, Optional.empty(), most);
        }
    }

    /** Loads a universe with one question to each port. Without a time it is the close of the newest bar found. */
    public Loaded load(Set<Instrument> instruments, Window window) {
        Instant limit = window.asOf().orElseGet(this::horizon);
        long stored = mark.getAsLong();
        BarReader.Reading read =
                bars.read(new BarReader.Selection(instruments, window.timeframe(), limit, window.most()));
        Map<Instrument, BarSeries> raw = read.series();
        Optional<Instant> asOf = window.asOf().or(() -> newestClose(raw));
        Map<Instrument, List<CorporateAction>> known =
                asOf.map(time -> actions.knownBy(time, raw.keySet(), stored)).orElse(Map.of());
        return new Loaded(asOf, raw, known, new Marks(read.knownAt(), stored));
    }

    private Instant horizon() {
        return calendar.lastDate().atStartOfDay(calendar.zone()).toInstant();
    }

    private static Optional<Instant> newestClose(Map<Instrument, BarSeries> raw) {
        return raw.values().stream()
                .map(series -> series.closeTime(series.last()))
                .max(Comparator.naturalOrder());
    }

    /** With which the same can be read again. */
    public record Marks(Optional<Instant> bars, long actions) {}

    /** A universe as it was loaded; each instrument is adjusted when it is asked for. */
    public final class Loaded {
        private final Optional<Instant> asOf;
        private final Map<Instrument, BarSeries> raw;
        private final Map<Instrument, List<CorporateAction>> known;
        private final Marks marks;

        private Loaded(
                Optional<Instant> asOf,
                Map<Instrument, BarSeries> raw,
                Map<Instrument, List<CorporateAction>> known,
                Marks marks) {
            this.asOf = asOf;
            this.raw = raw;
            this.known = known;
            this.marks = marks;
        }

        public Marks marks() {
            return marks;
        }

        /** Empty when nothing is stored and no time was asked for. */
        public Optional<Instant> asOf() {
            return asOf;
        }

        /**
         * The adjusted bars of an instrument; empty when none are stored.
         *
         * @throws IllegalArgumentException when its actions contradict its bars or one another
         */
        public Optional<BarSeries> adjusted(Instrument instrument) {
            List<CorporateAction> ofInstrument = known.getOrDefault(instrument, List.of());
            return Optional.ofNullable(raw.get(instrument))
                    .map(series -> adjuster.adjust(series, ofInstrument, asOf.orElseThrow()));
        }

        /**
         * By what a price of the time when a bar closed was multiplied in the adjusted bars; for a time before them all, what
         * the oldest of them was multiplied by.
         *
         * @param adjusted the bars of {@link #adjusted}
         */
        public double factorAt(BarSeries adjusted, Instant closedAt) {
            BarSeries recorded = Objects.requireNonNull(raw.get(adjusted.key().instrument()));
            int bar = Math.max(0, recorded.closedBy(closedAt).size() - 1);
            return bar < adjusted.size() ? adjusted.close(bar) / recorded.close(bar) : 1;
        }
    }
}
