package io.dgas.application.collection.service;

import io.dgas.application.collection.actions.ActionReport;
import io.dgas.application.collection.actions.ActionSweep;
import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.collection.jumps.JumpReport;
import io.dgas.application.collection.jumps.JumpWatch;
import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.port.out.SymbolRepository.ListedSymbol;
import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Splits and dividends of the active symbols: the history of those that are new, and the news of each session; and a look
 * for jumps that none of them explains. To be run before daily bars are expected: a symbol is new while none of its
 * recent days is in the ledger.
 */
public final class ActionCollection {

    /** After a start the news of so many days are asked for again. */
    private static final int RECENT_DAYS = 10;

    private final SymbolRepository symbols;
    private final CoverageView coverage;
    private final ActionSweep sweep;
    private final JumpWatch jumps;
    private final ExpectedBars days;
    private LocalDate newsUntil = LocalDate.MIN;
    private Set<Instrument> watched = Set.of();

    /** @param days the daily bars that are collected */
    public ActionCollection(
            SymbolRepository symbols, CoverageView coverage, ActionSweep sweep, JumpWatch jumps, ExpectedBars days) {
        this.symbols = symbols;
        this.coverage = coverage;
        this.sweep = sweep;
        this.jumps = jumps;
        this.days = days;
    }

    /**
     * What a run learnt.
     *
     * @param stored actions that were new or changed
     * @param failures why, by what was asked: a symbol or a date; asked for again with the next run
     */
    public record Outcome(int stored, Map<String, String> failures) {}

    /** Asks for what was not asked for since the last session ended; empty when nothing was to be asked. */
    public Optional<Outcome> run(int historyDays, Instant now) {
        Set<Instrument> universe = universe();
        Optional<DateRange> recent = days.endedWithin(RECENT_DAYS, now);
        if (universe.isEmpty() || recent.isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = recent.get().last();
        if (last.equals(newsUntil) && watched.containsAll(universe)) {
            return Optional.empty();
        }
        return Optional.of(ask(universe, recent.get(), historyDays, now));
    }

    private Outcome ask(Set<Instrument> universe, DateRange recent, int historyDays, Instant now) {
        Set<Instrument> known = coverage.lines(LedgerScope.of(days.timeframe(), recent, universe)).stream()
                .map(line -> line.line().instrument())
                .collect(Collectors.toSet());
        known.addAll(watched);
        Set<Instrument> fresh = new HashSet<>(universe);
        fresh.removeAll(known);
        LocalDate from = recent.last().minusDays(Math.max(historyDays, RECENT_DAYS));
        ActionReport history = sweep.history(fresh, new DateRange(from, recent.last()), now);
        LocalDate newsFrom = newsUntil.isBefore(recent.first()) ? recent.first() : newsUntil;
        ActionReport news = sweep.news(universe, new DateRange(newsFrom, recent.last()), now);
        Map<String, String> failures = new TreeMap<>(history.failures());
        failures.putAll(news.failures());
        if (failures.isEmpty()) {
            newsUntil = recent.last();
            watched = universe;
        }
        return new Outcome(history.stored() + news.stored(), failures);
    }

    /** Symbols set aside or taken back since the sessions of the last days. */
    public JumpReport watchJumps(Instant now) {
        Optional<DateRange> recent = days.endedWithin(RECENT_DAYS, now);
        return recent.map(dates -> jumps.check(universe(), dates, now))
                .orElseGet(() -> new JumpReport(List.of(), List.of(), Map.of()));
    }

    private Set<Instrument> universe() {
        return symbols.all().stream()
                .filter(ListedSymbol::isActive)
                .map(ListedSymbol::instrument)
                .collect(Collectors.toSet());
    }
}
