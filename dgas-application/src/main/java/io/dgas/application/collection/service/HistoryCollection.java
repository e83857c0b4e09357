package io.dgas.application.collection.service;

import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.collection.health.RunRecord;
import io.dgas.application.collection.sweep.LedgerSweep;
import io.dgas.application.collection.sweep.SweepOrder;
import io.dgas.application.collection.sweep.SweepReport;
import io.dgas.application.collection.sweep.SweepWatch;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.application.port.out.collection.CollectionRunRepository.RunKind;
import io.dgas.application.port.out.collection.CollectionRunRepository.Symbols;
import io.dgas.application.port.out.collection.CoverageLedger;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The history of symbols on one timeframe: enters into the ledger what the calendar expects, has the vendor
 * asked for what is due, and records each run that asked for something. Crash-only: every run begins with what the ledger
 * says.
 */
public final class HistoryCollection {

    /** Reasons named in a run's error text. */
    private static final int NAMED_FAILURES = 3;

    private final Stores stores;
    private final Duty duty;
    private final CallMeter calls;
    private final InstantSource clock;
    private Expectation entered = new Expectation(Set.of(), Optional.empty());

    /**
     * What is collected.
     *
     * @param universe whose bars, asked for with each run
     * @param source of the bars, for the run
     */
    public record Duty(
            Supplier<? extends Set<Instrument>> universe, ExpectedBars expected, LedgerSweep sweep, BarSource source) {

        Timeframe timeframe() {
            return expected.timeframe();
        }
    }

    /**
     * What a run is to ask for.
     *
     * @param days that the sessions lie back at most
     * @param isAtOnce whether also what is to be asked for later is asked for now; an answer that is no bar then counts for
     *     nothing
     */
    public record Order(RunKind kind, int days, boolean isAtOnce) {}

    /** Where it keeps account. */
    public record Stores(CoverageLedger ledger, RunRecord runs) {}

    private record Expectation(Set<Instrument> universe, Optional<DateRange> dates) {}

    public HistoryCollection(Stores stores, Duty duty, CallMeter calls, InstantSource clock) {
        this.stores = stores;
        this.duty = duty;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * One run.
     *
     * @return empty when nothing was due
     */
    public Optional<CollectionRun> run(Order order, SweepWatch watch) {
        Instant started = clock.instant();
        long before = calls.used();
        Optional<LedgerScope> scope = expect(order.days(), started);
        SweepReport report = scope.map(due -> duty.sweep().run(new SweepOrder(due, started, order.isAtOnce()), watch))
                .orElse(SweepReport.NOTHING);
        if (report.requested() == 0 && order.kind() != RunKind.RUN_ONCE) {
            return Optional.empty();
        }
        CollectionRun run = run(order.kind(), report, started, calls.used() - before);
        stores.runs().add(run);
        return Optional.of(run);
    }

    /** Enters the sessions that have ended and counts what is there of them. */
    private Optional<LedgerScope> expect(int days, Instant now) {
        Set<Instrument> universe = Set.copyOf(duty.universe().get());
        Optional<DateRange> dates = duty.expected().endedWithin(days, now);
        if (universe.isEmpty() || dates.isEmpty()) {
            return Optional.empty();
        }
        LedgerScope scope = LedgerScope.of(duty.timeframe(), dates.get(), universe);
        Expectation wanted = new Expectation(universe, dates);
        if (!wanted.equals(entered)) {
            stores.ledger().expect(duty.timeframe(), duty.expected().on(dates.get()), universe);
            stores.ledger().recount(scope);
            entered = wanted;
        }
        return Optional.of(scope);
    }

    private CollectionRun run(RunKind kind, SweepReport report, Instant started, long used) {
        int failed = report.failures().size();
        RunStatus status =
                failed == 0 ? RunStatus.SUCCESS : report.updated() > 0 ? RunStatus.PARTIAL : RunStatus.FAILED;
        return new CollectionRun(
                started,
                kind,
                duty.timeframe(),
                status,
                new Symbols(report.requested(), report.updated(), failed),
                report.barsFetched(),
                report.barsStored(),
                used,
                Duration.between(started, clock.instant()),
                error(report),
                detail(report));
    }

    private static Optional<String> error(SweepReport report) {
        if (report.ended().isPresent()) {
            return report.ended();
        }
        return report.failures().isEmpty()
                ? unknown(report)
                : Optional.of(report.failures().entrySet().stream()
                        .limit(NAMED_FAILURES)
                        .map(failure -> failure.getKey() + ": " + failure.getValue())
                        .collect(Collectors.joining("; ")));
    }

    /** No failure, but somebody should know. */
    private static Optional<String> unknown(SweepReport report) {
        return report.unknown().isEmpty()
                ? Optional.empty()
                : Optional.of("unknown to the vendor: "
                        + report.unknown().stream()
                                .limit(NAMED_FAILURES)
                                .map(Instrument::symbol)
                                .collect(Collectors.joining(", ")));
    }

    private Map<String, Object> detail(SweepReport report) {
        Map<String, Object> detail = new LinkedHashMap<>();
        Map<String, String> failures = new LinkedHashMap<>();
        report.failures().forEach((instrument, why) -> failures.put(instrument.symbol(), why));
        detail.put(CollectionRun.SOURCE, duty.source().code());
        detail.put("failures", failures);
        detail.put("unknown", report.unknown().stream().map(Instrument::symbol).toList());
        return detail;
    }
}
