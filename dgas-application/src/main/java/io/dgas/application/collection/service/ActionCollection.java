package io.dgas.application.collection.service;

import io.dgas.application.collection.actions.ActionReport;
import io.dgas.application.collection.actions.ActionSweep;
import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Splits and dividends of the active symbols: the history of those that are new, and the news of each session. A symbol is
 * new while none of its recent days is in the ledger; its days are to be entered there once its history is {@linkplain
 * #settled known}. Used by one thread at a time.
 */
public final class ActionCollection {

    /** After a start the news of so many days are asked for again. */
    private static final int RECENT_DAYS = 10;

    /** What got no answer is asked for again no sooner. */
    private static final Duration PAUSE = Duration.ofMinutes(15);

    /** A symbol that the vendor does not have is asked for again no sooner. */
    private static final Duration PAUSE_OF_UNKNOWN = Duration.ofHours(6);

    private final SymbolRepository symbols;
    private final CoverageView coverage;
    private final ActionSweep sweep;
    private final ExpectedBars days;
    private final Set<Instrument> known = new HashSet<>();
    private final Map<Instrument, Instant> unknownUntil = new TreeMap<>();
    private LocalDate newsUntil = LocalDate.MIN;
    private Instant nextTry = Instant.MIN;

    /** @param days the daily bars that are collected */
    public ActionCollection(SymbolRepository symbols, CoverageView coverage, ActionSweep sweep, ExpectedBars days) {
        this.symbols = symbols;
        this.coverage = coverage;
        this.sweep = sweep;
        this.days = days;
    }

    /**
     * What a run learnt.
     *
     * @param stored actions that were new or changed
     * @param failures why, by what was asked: a symbol or a date; asked for again after a while
     */
    public record Outcome(int stored, Map<String, String> failures) {}

    /** The active symbols whose history of actions is known. */
    public Set<Instrument> settled() {
        Set<Instrument> settled = new HashSet<>(symbols.active());
        settled.retainAll(known);
        return settled;
    }

    /** The active symbols that the vendor does not have, as far as it was asked. */
    public SortedSet<Instrument> unknown() {
        SortedSet<Instrument> unknown = new TreeSet<>(unknownUntil.keySet());
        unknown.retainAll(symbols.active());
        return unknown;
    }

    /** Asks for what was not asked for yet; empty when nothing is to be asked now. */
    public Optional<Outcome> run(int historyDays, Instant now) {
        Set<Instrument> universe = new HashSet<>(symbols.active());
        universe.removeIf(
                instrument -> unknownUntil.getOrDefault(instrument, Instant.MIN).isAfter(now));
        Optional<DateRange> recent = days.endedWithin(RECENT_DAYS, now);
        if (universe.isEmpty() || recent.isEmpty() || now.isBefore(nextTry)) {
            return Optional.empty();
        }
        LocalDate last = recent.get().last();
        if (last.equals(newsUntil) && known.containsAll(universe)) {
            return Optional.empty();
        }
        LocalDate from = last.minusDays(Math.max(historyDays, RECENT_DAYS));
        ActionReport history = history(universe, recent.get(), from, now);
        ActionReport news = news(universe, recent.get(), now);
        Map<String, String> failures = new TreeMap<>(history.failures());
        failures.putAll(news.failures());
        note(history, news, now);
        nextTry = failures.isEmpty() ? Instant.MIN : now.plus(PAUSE);
        return Optional.of(new Outcome(history.stored() + news.stored(), failures));
    }

    private void note(ActionReport history, ActionReport news, Instant now) {
        unknownUntil.values().removeIf(until -> !until.isAfter(now));
        Stream.concat(history.unknown().stream(), news.unknown().stream())
                .forEach(symbol -> unknownUntil.put(new Instrument(symbol), now.plus(PAUSE_OF_UNKNOWN)));
    }

    private ActionReport history(Set<Instrument> universe, DateRange recent, LocalDate from, Instant now) {
        coverage.lines(LedgerScope.of(days.timeframe(), recent, universe))
                .forEach(line -> known.add(line.line().instrument()));
        Set<Instrument> fresh = new HashSet<>(universe);
        fresh.removeAll(known);
        ActionReport report = sweep.history(fresh, new DateRange(from, recent.last()), now);
        fresh.removeIf(instrument -> report.failures().containsKey(instrument.symbol())
                || report.unknown().contains(instrument.symbol()));
        known.addAll(fresh);
        return report;
    }

    private ActionReport news(Set<Instrument> universe, DateRange recent, Instant now) {
        if (newsUntil.equals(recent.last())) {
            return ActionReport.NOTHING;
        }
        LocalDate from = newsUntil.isBefore(recent.first()) ? recent.first() : newsUntil;
        ActionReport report = sweep.news(universe, new DateRange(from, recent.last()), now);
        newsUntil = report.isComplete() ? recent.last() : newsUntil;
        return report;
    }
}
