package io.dgas.application.recovery;

import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.collection.CoverageLedger.ExpectedSession;
import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.CoverageView.SessionTotal;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Bars whose market hours nobody followed: they are asked for as history, until the ledger of their sessions is closed. A bar
 * that was open at either end of the gap counts too, for it was not followed through.
 */
public final class BarRecovery implements Recovery {

    /** A longer gap is the work of history alone. */
    private static final Duration LONGEST_GAP = Duration.ofDays(14);

    /** By then a session is closed, or nobody asks for it any more. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Stores stores;
    private final ExpectedBars expected;
    private final Instant noticed;
    private final List<Slot> slots;
    private final Set<Instrument> universe;
    private final long present;

    /** What is stored. */
    public record Stores(BarRepository bars, CoverageView coverage) {}

    /** A bar of every symbol. */
    private record Slot(LocalDate session, Instant opens, Instant closes) {}

    private BarRecovery(Stores stores, ExpectedBars expected, Gap gap) {
        this.stores = stores;
        this.expected = expected;
        this.noticed = gap.end().noticed();
        this.universe = Set.copyOf(gap.universe());
        this.slots = slots(expected, gap.end());
        this.present = slots.isEmpty() ? 0 : present(noticed);
    }

    /** When nobody collected, and whose bars. */
    public record Gap(UncleanEnd end, Set<Instrument> universe) {}

    /** By what is stored now. Throws {@link io.dgas.application.port.out.StorageException}. */
    public static BarRecovery of(Stores stores, ExpectedBars expected, Gap gap) {
        return new BarRecovery(stores, expected, gap);
    }

    private static List<Slot> slots(ExpectedBars expected, UncleanEnd end) {
        TradingCalendar calendar = expected.grid().calendar();
        Instant earliest = end.noticed().minus(LONGEST_GAP);
        Instant from = end.lastSign().isBefore(earliest) ? earliest : end.lastSign();
        List<Slot> slots = new ArrayList<>();
        if (from.isBefore(end.noticed())) {
            DateRange dates = new DateRange(calendar.dateOf(from), calendar.dateOf(end.noticed()));
            for (ExpectedSession session : expected.on(dates)) {
                session.opens().stream()
                        .map(open -> new Slot(session.date(), open, closeOf(calendar, expected, open)))
                        .filter(slot -> slot.opens().isBefore(end.noticed())
                                && slot.closes().isAfter(from))
                        .forEach(slots::add);
            }
        }
        return slots;
    }

    private static Instant closeOf(TradingCalendar calendar, ExpectedBars expected, Instant open) {
        return Instant.ofEpochSecond(calendar.closeOfBar(open.getEpochSecond(), expected.timeframe()));
    }

    private long expectedBars() {
        return (long) slots.size() * universe.size();
    }

    private long present(Instant asOf) {
        Instant first = slots.getFirst().opens();
        return stores.bars().load(universe, expected.timeframe(), asOf, slots.size()).values().stream()
                .mapToLong(series -> since(series, first))
                .sum();
    }

    private static long since(BarSeries series, Instant first) {
        return IntStream.range(0, series.size())
                .filter(bar -> !series.openTime(bar).isBefore(first))
                .count();
    }

    @Override
    public String found() {
        if (slots.isEmpty()) {
            return "no market hours passed meanwhile";
        }
        return Counted.of(slots.size(), expected.timeframe() + " slot") + " of "
                + Counted.of(sessions().size(), "session") + " not followed through, from "
                + slots.getFirst().opens() + " to " + slots.getLast().closes() + ": " + expectedBars()
                + " bars expected of " + Counted.of(universe.size(), "symbol") + ", " + (expectedBars() - present)
                + " missing, which history is asked for";
    }

    private SortedSet<LocalDate> sessions() {
        SortedSet<LocalDate> dates = new TreeSet<>();
        slots.forEach(slot -> dates.add(slot.session()));
        return dates;
    }

    @Override
    public Optional<String> outcome(Instant now) {
        if (slots.isEmpty() || universe.isEmpty()) {
            return Optional.of("no bar to repair");
        }
        boolean isOver = !now.isBefore(noticed.plus(LONGEST));
        if (!isOver && !isClosed()) {
            return Optional.empty();
        }
        long repaired = present(slots.getLast().closes()) - present;
        long explained = explained();
        long left = expectedBars() - present - repaired - explained;
        return Optional.of(Counted.of(repaired, "bar") + " repaired, " + explained + " absent for a known reason"
                + (left > 0 ? ", " + left + " still missing" : ""));
    }

    /** Whether the ledger has all sessions, and none is open. */
    private boolean isClosed() {
        List<SessionTotal> totals = stores.coverage().totals(scope()).stream()
                .filter(total -> sessions().contains(total.date()))
                .toList();
        return totals.size() == sessions().size()
                && totals.stream().allMatch(total -> total.lines().getOrDefault(LineStanding.OPEN, 0) == 0);
    }

    private long explained() {
        Instant first = slots.getFirst().opens();
        Instant last = slots.getLast().opens();
        return stores.coverage().absent(scope()).stream()
                .filter(bar -> bar.reason().isPresent()
                        && !bar.openTime().isBefore(first)
                        && !bar.openTime().isAfter(last))
                .count();
    }

    private LedgerScope scope() {
        return LedgerScope.of(
                expected.timeframe(),
                new DateRange(sessions().first(), sessions().last()),
                universe);
    }
}
