package io.dgas.application.collection.fake;

import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageLedger;
import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.collection.SymbolSession;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ledger in memory, as far as sweeps use it: a line is complete when all of its bars are stored. */
public final class MemoryLedger implements CoverageLedger, CoverageView {

    private final MemoryBars bars;
    private final Map<SymbolSession, List<Instant>> expected = new HashMap<>();
    private final Map<SymbolSession, List<Attempt>> attempts = new HashMap<>();
    private final Map<SymbolSession, GivenUp> givenUp = new HashMap<>();

    public MemoryLedger(MemoryBars bars) {
        this.bars = bars;
    }

    @Override
    public synchronized int expect(Timeframe timeframe, List<ExpectedSession> sessions, Set<Instrument> instruments) {
        int before = expected.size();
        for (Instrument instrument : instruments) {
            for (ExpectedSession session : sessions) {
                expected.put(new SymbolSession(instrument, timeframe, session.date()), session.opens());
            }
        }
        return expected.size() - before;
    }

    @Override
    public int recount(LedgerScope scope) {
        return 0;
    }

    @Override
    public int explain(List<Absence> absences, Instant at) {
        return 0;
    }

    @Override
    public synchronized void attempted(List<Attempt> made, Instant at) {
        made.forEach(attempt -> attempts.computeIfAbsent(attempt.line(), any -> new ArrayList<>())
                .add(attempt));
    }

    @Override
    public synchronized void giveUp(List<GivenUp> lines, Instant at) {
        lines.forEach(line -> givenUp.put(line.line(), line));
    }

    /** Why a line was given up. */
    public synchronized Optional<AbsenceReason> reason(SymbolSession line) {
        return Optional.ofNullable(givenUp.get(line)).map(GivenUp::reason);
    }

    @Override
    public synchronized List<Line> lines(LedgerScope scope) {
        return expected.keySet().stream()
                .filter(line -> line.timeframe() == scope.timeframe()
                        && scope.dates().contains(line.date())
                        && scope.only()
                                .map(only -> only.contains(line.instrument()))
                                .orElse(true))
                .map(this::line)
                .sorted(Comparator.comparing((Line line) -> line.line().instrument())
                        .thenComparing(line -> line.line().date()))
                .toList();
    }

    @Override
    public List<Line> due(LedgerScope scope, Instant now) {
        return lines(scope).stream()
                .filter(line -> line.standing() == LineStanding.OPEN)
                .filter(line ->
                        line.nextAttempt().filter(next -> next.isAfter(now)).isEmpty())
                .sorted(Comparator.comparing((Line line) -> line.line().date())
                        .reversed()
                        .thenComparing(line -> line.line().instrument()))
                .toList();
    }

    private Line line(SymbolSession key) {
        List<Instant> opens = expected.getOrDefault(key, List.of());
        BarSeries stored = bars.all(new BarKey(key.instrument(), key.timeframe()));
        long present = stored.openTimes()
                .filter(open -> opens.contains(Instant.ofEpochSecond(open)))
                .count();
        List<Attempt> made = attempts.getOrDefault(key, List.of());
        Optional<Attempt> last = made.isEmpty() ? Optional.empty() : Optional.of(made.getLast());
        LineStanding standing = present == opens.size()
                ? LineStanding.COMPLETE
                : givenUp.containsKey(key) ? LineStanding.GIVEN_UP : LineStanding.OPEN;
        return new Line(
                key,
                standing,
                new Count(opens.size(), present, present, 0),
                made.size(),
                Optional.empty(),
                last.map(Attempt::nextAt),
                last.map(Attempt::note));
    }

    @Override
    public List<AbsentBar> absent(LedgerScope scope) {
        return List.of();
    }

    @Override
    public List<StrayBar> strays(LedgerScope scope) {
        return List.of();
    }

    @Override
    public List<SessionTotal> totals(LedgerScope scope) {
        return List.of();
    }
}
