package io.dgas.application.schedule;

import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.collection.live.SlotDetail;
import io.dgas.application.port.out.collection.BarFigures;
import io.dgas.application.port.out.collection.BarFigures.NewestBar;
import io.dgas.application.port.out.collection.CollectionRunRepository;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Whether the bars that a tick is to be decided on are there. A bar is due when it closed by the tick, for a source that
 * comes later so much earlier. Lateness counts trading time alone: a night, a weekend or a holiday makes none late, nor does
 * a bar in which nobody traded.
 */
public final class FreshnessGate {

    /** Days looked back at to tell how late a symbol is. */
    private static final int LONGEST_LOOK = 10;

    /** Runs may be recorded in another order than they began. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final BarFigures figures;
    private final CollectionRunRepository runs;
    private final Grid grid;
    private final Rules rules;

    /**
     * What counts as fresh.
     *
     * @param threshold trading time that a symbol may be late
     * @param longestWait a bar that closed longer before the tick is not awaited any more
     * @param feeds asked at each tick
     */
    public record Rules(Duration threshold, Duration longestWait, Supplier<Feeds> feeds) {}

    /** Where the bars of each symbol come from while the market is open. */
    @FunctionalInterface
    public interface Feeds {

        Feed of(Instrument instrument);
    }

    /**
     * Where bars come from.
     *
     * @param delay from the close of a bar until it can be there
     */
    public record Feed(BarSource source, Duration delay) {}

    /**
     * How it stands.
     *
     * @param stale instruments that are late, and how late, for people
     * @param awaited instruments whose bar closed just now and may come yet
     */
    public record Judgement(SortedMap<Instrument, String> stale, Set<Instrument> awaited) {}

    public FreshnessGate(BarFigures figures, CollectionRunRepository runs, Grid grid, Rules rules) {
        this.figures = figures;
        this.runs = runs;
        this.grid = grid;
        this.rules = rules;
    }

    /** What a universe needs for a tick; to be judged as often as one likes. */
    public Need need(Set<Instrument> instruments, Timeframe timeframe, Instant tick) {
        List<Bar> closed = timeframe.compareTo(Timeframe.D1) > 0 ? List.of() : closed(timeframe, tick);
        return new Need(Set.copyOf(instruments), timeframe, tick, closed);
    }

    /** Of the sessions before the tick, oldest first. */
    private List<Bar> closed(Timeframe timeframe, Instant tick) {
        TradingCalendar calendar = grid.calendar();
        LocalDate today = calendar.dateOf(tick);
        return new ExpectedBars(grid, timeframe)
                .on(new DateRange(today.minusDays(LONGEST_LOOK), today)).stream()
                        .flatMap(session -> session.opens().stream())
                        .map(open -> new Bar(
                                open, Instant.ofEpochSecond(calendar.closeOfBar(open.getEpochSecond(), timeframe))))
                        .filter(bar -> !bar.close().isAfter(tick))
                        .toList();
    }

    /** Of the last session that has such bars. */
    private Instant sessionOpen(List<Bar> closed) {
        TradingCalendar calendar = grid.calendar();
        return closed.reversed().stream()
                .takeWhile(bar -> calendar.dateOf(bar.open())
                        .equals(calendar.dateOf(closed.getLast().open())))
                .map(Bar::open)
                .reduce(Instant.MAX, (later, earlier) -> earlier);
    }

    private record Bar(Instant open, Instant close) {

        static Duration together(List<Bar> bars) {
            return bars.stream()
                    .map(bar -> Duration.between(bar.open(), bar.close()))
                    .reduce(Duration.ZERO, Duration::plus);
        }
    }

    /** What a universe needs for a tick. */
    public final class Need {

        private final Set<Instrument> instruments;
        private final Timeframe timeframe;
        private final Instant tick;
        private final List<Bar> closed;
        private final Feeds feeds = rules.feeds().get();

        /** What live collection has said of the slots of this session, by their open. */
        private final Map<Instant, Set<SlotDetail>> slots = new HashMap<>();

        private Instant heard;

        private Need(Set<Instrument> instruments, Timeframe timeframe, Instant tick, List<Bar> closed) {
            this.instruments = instruments;
            this.timeframe = timeframe;
            this.tick = tick;
            this.closed = closed;
            this.heard = sessionOpen(closed);
        }

        public Instant tick() {
            return tick;
        }

        public Set<Instrument> instruments() {
            return instruments;
        }

        /** By what is stored now. Throws {@link io.dgas.application.port.out.StorageException}. */
        public Judgement judge() {
            if (closed.isEmpty()) {
                return new Judgement(new TreeMap<>(), Set.of());
            }
            Map<Instrument, NewestBar> newest = figures.newest(instruments, timeframe);
            hear();
            SortedMap<Instrument, String> stale = new TreeMap<>();
            Set<Instrument> awaited = new TreeSet<>();
            for (Instrument instrument : instruments) {
                Optional<NewestBar> stored = Optional.ofNullable(newest.get(instrument));
                List<Bar> missing = missing(instrument, stored);
                if (!missing.isEmpty() && mayCome(instrument, missing)) {
                    awaited.add(instrument);
                }
                if (Bar.together(missing).compareTo(rules.threshold()) > 0) {
                    stale.put(instrument, told(stored, missing));
                }
            }
            return new Judgement(stale, awaited);
        }

        private void hear() {
            for (CollectionRun run : runs.live(timeframe, heard.minus(OVERLAP))) {
                SlotDetail.of(run)
                        .ifPresent(slot -> slots.computeIfAbsent(slot.opens(), any -> new HashSet<>())
                                .add(slot));
                heard = heard.isAfter(run.startedAt()) ? heard : run.startedAt();
            }
        }

        /** The closed bars that this instrument should have: not those that come later, nor those without a trade. */
        private List<Bar> missing(Instrument instrument, Optional<NewestBar> newest) {
            Instant known = newest.map(NewestBar::openTime).orElse(Instant.MIN);
            Instant by = tick.minus(feeds.of(instrument).delay());
            return closed.stream()
                    .filter(bar -> bar.open().isAfter(known) && !bar.close().isAfter(by))
                    .filter(bar ->
                            slots(bar).stream().noneMatch(slot -> slot.silent().contains(instrument)))
                    .toList();
        }

        /** Whether all that is missing closed just now, and its feed has not stored the slot without it. */
        private boolean mayCome(Instrument instrument, List<Bar> missing) {
            Feed feed = feeds.of(instrument);
            Instant from = tick.minus(rules.longestWait()).minus(feed.delay());
            return missing.stream()
                    .allMatch(bar -> bar.close().isAfter(from)
                            && slots(bar).stream().noneMatch(slot -> slot.source() == feed.source()));
        }

        private Set<SlotDetail> slots(Bar bar) {
            return slots.getOrDefault(bar.open(), Set.of());
        }

        private String told(Optional<NewestBar> newest, List<Bar> missing) {
            return newest.map(bar -> "stale: its newest " + timeframe + " bar opened at " + bar.openTime() + ", "
                            + Bar.together(missing).toMinutes() + " minutes of trading are missing since")
                    .orElse("stale: no " + timeframe + " bar of it is stored");
        }
    }
}
