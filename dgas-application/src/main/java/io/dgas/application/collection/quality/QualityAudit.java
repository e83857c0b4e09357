package io.dgas.application.collection.quality;

import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.collection.quality.FoundFigures.MissingNow;
import io.dgas.application.collection.quality.UniverseQuality.RunningSession;
import io.dgas.application.port.out.collection.BarFigures;
import io.dgas.application.port.out.collection.CoverageLedger;
import io.dgas.application.port.out.collection.CoverageLedger.ExpectedSession;
import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.collection.QuarantineRepository;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Tells how whole and how good the bars of a universe are. What has begun is entered into the ledger first, so that nothing
 * is left out because nobody collected; of a session that runs, only bars that are due count.
 */
public final class QualityAudit {

    private final Stores stores;
    private final ExpectedBars expected;

    /** What is asked. */
    public record Stores(
            CoverageLedger ledger, CoverageView coverage, BarFigures figures, QuarantineRepository quarantines) {}

    /**
     * Which bars.
     *
     * @param dates on which there is a session, all of which have begun
     * @param dueBy bars that closed by then are due
     */
    public record Request(DateRange dates, SortedSet<Instrument> instruments, Instant dueBy) {}

    public QualityAudit(Stores stores, ExpectedBars expected) {
        this.stores = stores;
        this.expected = expected;
    }

    /**
     * The quality of the bars that are due.
     *
     * @throws io.dgas.application.port.out.StorageException when the store cannot answer
     * @throws IllegalArgumentException naming instruments that are not known
     */
    public UniverseQuality run(Request request) {
        List<ExpectedSession> sessions = expected.on(request.dates());
        LedgerScope scope = LedgerScope.of(expected.timeframe(), request.dates(), request.instruments());
        stores.ledger().expect(expected.timeframe(), sessions, request.instruments());
        stores.ledger().recount(scope);
        DueBars due = new DueBars(expected, sessions.getLast(), request.dueBy());
        Optional<MissingNow> missing = due.isRunning() ? Optional.of(missingNow(due, request)) : Optional.empty();
        FoundFigures found = FoundFigures.in(stores, scope, missing, request.dueBy());
        return new UniverseQuality(
                expected.timeframe(),
                sessions.stream().map(ExpectedSession::date).toList(),
                missing.map(now -> running(due, now)),
                request.instruments().stream().map(found::of).toList());
    }

    private MissingNow missingNow(DueBars due, Request request) {
        DateRange today = new DateRange(due.session().date(), due.session().date());
        return new MissingNow(
                today.first(),
                stores.coverage().absent(LedgerScope.of(expected.timeframe(), today, request.instruments())).stream()
                        .filter(bar -> bar.reason().isEmpty() && due.isDue(bar.openTime()))
                        .collect(Collectors.groupingBy(bar -> bar.line().instrument(), Collectors.counting())));
    }

    private static RunningSession running(DueBars due, MissingNow missing) {
        return new RunningSession(
                missing.date(),
                due.count(),
                due.session().opens().size(),
                missing.bars().values().stream().mapToLong(Long::longValue).sum());
    }
}
