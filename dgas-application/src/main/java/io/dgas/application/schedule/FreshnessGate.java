package io.dgas.application.schedule;

import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.port.out.collection.BarFigures;
import io.dgas.application.port.out.collection.BarFigures.NewestBar;
import io.dgas.application.port.out.collection.CollectionRunRepository;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.application.port.out.collection.CollectionRunRepository.RunKind;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether the bars that a tick is to be decided on are there. A bar is due when it closed by the tick, for a source that
 * comes later so much earlier. Lateness counts trading time alone: a night, a weekend or a holiday makes none late, nor does
 * a bar in which nobody traded.
 */
public final class FreshnessGate {

    /** Sessions looked back at to tell how late a symbol is. */
    private static final int LONGEST_LOOK = 10;

    /** Runs of a slot: one for each source, and some for what was held back. */
    private static final int RUNS = 200;

    private final BarFigures figures;
    private final CollectionRunRepository runs;
    private final Grid grid;
    private final Rules rules;

    /**
     * What counts as fresh.
     *
     * @param threshold trading time that a symbol may be late
     * @param sources who comes how much later than the close
     */
    public record Rules(Duration threshold, SourceDelays sources) {}

    /** By how much the bars of a symbol come after their close, by the nature of their source. */
    @FunctionalInterface
    public interface SourceDelays {

        Duration of(Instrument instrument);
    }

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

    /**
     * Judges a universe. Throws {@link io.dgas.application.port.out.StorageException}.
     *
     * @param longestWait a bar that closed longer before the tick is not awaited any more
     */
    public Judgement at(Set<Instrument> instruments, Timeframe timeframe, Instant tick, Duration longestWait) {
        if (timeframe.compareTo(Timeframe.D1) > 0) {
            return new Judgement(new TreeMap<>(), Set.of());
        }
        List<Bar> closed = closed(timeframe, tick);
        Map<Instrument, NewestBar> newest = figures.newest(timeframe);
        ClosedSlots slots = slots(timeframe, closed);
        SortedMap<Instrument, String> stale = new TreeMap<>();
        Set<Instrument> awaited = new TreeSet<>();
        for (Instrument instrument : instruments) {
            List<Bar> missing =
                    missing(Optional.ofNullable(newest.get(instrument)), slots.due(instrument, closed, tick));
            if (!missing.isEmpty() && slots.mayCome(instrument, missing, tick.minus(longestWait))) {
                awaited.add(instrument);
            }
            if (Bar.together(missing).compareTo(rules.threshold()) > 0) {
                stale.put(instrument, told(timeframe, Optional.ofNullable(newest.get(instrument)), missing));
            }
        }
        return new Judgement(stale, awaited);
    }

    private record Bar(Instant open, Instant close) {

        static Duration together(List<Bar> bars) {
            return bars.stream()
                    .map(bar -> Duration.between(bar.open(), bar.close()))
                    .reduce(Duration.ZERO, Duration::plus);
        }
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

    private static List<Bar> missing(Optional<NewestBar> newest, List<Bar> due) {
        Instant known = newest.map(NewestBar::openTime).orElse(Instant.MIN);
        return due.stream().filter(bar -> bar.open().isAfter(known)).toList();
    }

    private static String told(Timeframe timeframe, Optional<NewestBar> newest, List<Bar> missing) {
        return newest.map(bar -> "stale: its newest " + timeframe + " bar opened at " + bar.openTime() + ", "
                        + Bar.together(missing).toMinutes() + " minutes of trading are missing since")
                .orElse("stale: no " + timeframe + " bar of it is stored");
    }

    private ClosedSlots slots(Timeframe timeframe, List<Bar> closed) {
        if (closed.isEmpty()) {
            return new ClosedSlots(Map.of());
        }
        Bar last = closed.getLast();
        Map<Instant, List<CollectionRun>> byOpen = new TreeMap<>();
        runs.since(last.open().minus(Duration.ofHours(1)), RUNS).stream()
                .filter(run -> run.kind() == RunKind.LIVE && run.timeframe() == timeframe)
                .forEach(run -> byOpen.computeIfAbsent(opens(run), any -> new ArrayList<>())
                        .add(run));
        return new ClosedSlots(byOpen);
    }

    private static Instant opens(CollectionRun run) {
        return run.detail().get("opens") instanceof String text ? Instant.parse(text) : Instant.MIN;
    }

    /** What live collection has said about slots that it closed. */
    private final class ClosedSlots {

        private final Map<Instant, List<CollectionRun>> runs;

        ClosedSlots(Map<Instant, List<CollectionRun>> runs) {
            this.runs = runs;
        }

        /** The closed bars that this instrument should have: not those that come later, nor those without a trade. */
        List<Bar> due(Instrument instrument, List<Bar> closed, Instant tick) {
            Instant by = tick.minus(rules.sources().of(instrument));
            return closed.stream()
                    .filter(bar -> !bar.close().isAfter(by))
                    .filter(bar -> !wasSilent(instrument, bar))
                    .toList();
        }

        private boolean wasSilent(Instrument instrument, Bar bar) {
            return of(bar).stream()
                    .anyMatch(run -> run.detail().get("silentSymbols") instanceof Collection<?> symbols
                            && symbols.contains(instrument.symbol()));
        }

        /** Whether all that is missing closed just now, and its slot has not been stored without it. */
        boolean mayCome(Instrument instrument, List<Bar> missing, Instant since) {
            Instant from = since.minus(rules.sources().of(instrument));
            return missing.stream().allMatch(bar -> bar.close().isAfter(from) && of(bar).isEmpty());
        }

        private List<CollectionRun> of(Bar bar) {
            return runs.getOrDefault(bar.open(), List.of());
        }
    }
}
