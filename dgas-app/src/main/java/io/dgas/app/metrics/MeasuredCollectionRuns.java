package io.dgas.app.metrics;

import io.dgas.app.output.Words;
import io.dgas.application.port.out.collection.CollectionRunRepository;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts runs, their bars and the symbols that failed. */
record MeasuredCollectionRuns(CollectionRunRepository runs, Measured measured) implements CollectionRunRepository {

    @Override
    public void record(CollectionRun run) {
        runs.record(run);
        String source = run.source().orElse("none");
        String interval = run.timeframe().code();
        measured.count(
                "dgas.collection.runs",
                1,
                "kind",
                Words.hyphenated(run.kind()),
                "source",
                source,
                "interval",
                interval,
                "status",
                Words.of(run.status()));
        measured.time("dgas.collection.run", run.executionTime(), "kind", Words.hyphenated(run.kind()));
        measured.count("dgas.bars.fetched", run.barsFetched(), "source", source, "interval", interval);
        measured.count("dgas.bars.stored", run.barsStored(), "source", source, "interval", interval);
        measured.count("dgas.symbols.failed", run.symbols().failed(), "source", source, "interval", interval);
        measured.count("dgas.vendor.calls", run.callsUsed());
    }

    @Override
    public Optional<CollectionRun> newest(List<RunKind> kinds) {
        return runs.newest(kinds);
    }

    @Override
    public List<CollectionRun> since(Instant from, int most) {
        return runs.since(from, most);
    }

    @Override
    public List<CollectionRun> live(Timeframe timeframe, Instant from) {
        return runs.live(timeframe, from);
    }

    @Override
    public Totals totals(Instant from) {
        return runs.totals(from);
    }
}
