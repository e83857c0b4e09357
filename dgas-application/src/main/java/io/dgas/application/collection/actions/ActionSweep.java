package io.dgas.application.collection.actions;

import io.dgas.application.collection.plan.Asking;
import io.dgas.application.collection.plan.CallCosts;
import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.application.port.out.vendor.VendorHistory;
import io.dgas.application.port.out.vendor.VendorMarketDay;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gets splits and dividends from the vendor, which does not tell when they became known.
 *
 * <p>What is learnt of a symbol that is watched already is known from the moment it was learnt, be that before its ex-date
 * or after: a decision never uses what was learnt after it. The history of a symbol that is new is known at the open of
 * each ex-date, as nobody decided on it before. A value that contradicts a stored one is known from the moment it was
 * learnt in either case. Dividends in another currency than dollars are refused and reported.
 */
public final class ActionSweep {

    /** Symbols whose actions are stored together, so that little is asked for twice after an interruption. */
    private static final int BATCH = 50;

    private final VendorHistory history;
    private final VendorMarketDay market;
    private final CorporateActionRepository actions;
    private final Grid grid;

    public ActionSweep(VendorHistory history, VendorMarketDay market, CorporateActionRepository actions, Grid grid) {
        this.history = history;
        this.market = market;
        this.actions = actions;
        this.grid = grid;
    }

    /**
     * The actions of symbols that no decision was made on yet, with ex-dates in this range; at 2 calls for each symbol.
     * To be asked for again of the symbols among the failures.
     */
    public ActionReport history(Set<Instrument> instruments, DateRange dates, Instant now) {
        return bySymbol(instruments, dates, new KnownFrom(grid, now, now));
    }

    /**
     * The actions of watched symbols on the sessions of these dates and on the next session after them, by whichever way
     * costs fewer calls: 200 for each session, or 2 for each symbol. Of sessions missed before, all must be asked for.
     */
    public ActionReport news(Set<Instrument> instruments, DateRange dates, Instant now) {
        List<LocalDate> sessions = sessions(dates);
        KnownFrom known = new KnownFrom(grid, now, Instant.MIN);
        boolean symbolsAreCheaper = instruments.size() * CallCosts.SYMBOL <= sessions.size() * CallCosts.MARKET;
        Optional<ActionReport> ofMarket = symbolsAreCheaper ? Optional.empty() : onMarket(instruments, sessions, known);
        return ofMarket.orElseGet(() -> bySymbol(instruments, new DateRange(dates.first(), sessions.getLast()), known));
    }

    private List<LocalDate> sessions(DateRange dates) {
        List<LocalDate> sessions = new ArrayList<>();
        grid.calendar().sessions(dates.first(), dates.last()).forEach(session -> sessions.add(session.date()));
        sessions.add(grid.calendar().sessionAfter(dates.last()).date());
        return sessions;
    }

    private ActionReport bySymbol(Set<Instrument> instruments, DateRange dates, KnownFrom known) {
        List<Instrument> all = Asking.shuffled(new TreeSet<>(instruments), known.learntAt());
        Asking asking = new Asking();
        ActionReport report = ActionReport.NOTHING;
        for (int from = 0; from < all.size(); from += BATCH) {
            Questions questions = new Questions(known, asking);
            for (Instrument instrument : all.subList(from, Math.min(from + BATCH, all.size()))) {
                questions.ask(
                        instrument.symbol(),
                        () -> history.splits(instrument, dates),
                        (learnt, split) -> learnt.add(instrument, split));
                questions.ask(
                        instrument.symbol(),
                        () -> history.dividends(instrument, dates),
                        (learnt, dividend) -> learnt.add(instrument, dividend));
            }
            report = report.and(questions.store(actions));
        }
        return report;
    }

    /** Empty when the whole market cannot be asked, while single symbols may be. */
    private Optional<ActionReport> onMarket(Set<Instrument> instruments, List<LocalDate> sessions, KnownFrom known) {
        Questions questions = new Questions(known, new Asking());
        for (LocalDate date : sessions) {
            questions.ask(date.toString(), () -> market.splits(date), (learnt, split) -> {
                if (instruments.contains(split.instrument())) {
                    learnt.add(split.instrument(), split.row());
                }
            });
            questions.ask(date.toString(), () -> market.dividends(date), (learnt, dividend) -> {
                if (instruments.contains(dividend.instrument())) {
                    learnt.add(dividend.instrument(), dividend.row());
                }
            });
        }
        return questions.isNotOffered() ? Optional.empty() : Optional.of(questions.store(actions));
    }
}
