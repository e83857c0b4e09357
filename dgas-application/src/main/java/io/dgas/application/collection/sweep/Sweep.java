package io.dgas.application.collection.sweep;

import io.dgas.application.collection.plan.Asking;
import io.dgas.application.collection.plan.CallCosts;
import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageLedger;
import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.vendor.IntradayBar;
import io.dgas.application.port.out.vendor.IntradayHistory;
import io.dgas.application.port.out.vendor.IntradaySpan;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorHistory;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Gets what the ledger has open from the vendor's intraday history, until each session of each symbol is complete or
 * given up with a reason.
 *
 * <p>A bar is stored as final only when all short bars of its session are there, or when the vendor has said the same
 * twice: half a session loaded is not half a session traded. A question that could not be answered changes nothing in the
 * ledger; one that no other question would fare better than ends the sweep, and the symbols not asked for count as failed.
 *
 * <p>The question about a session also covers the few before it, at no cost: they are looked at again, for the vendor
 * corrects bars afterwards.
 */
public final class Sweep implements LedgerSweep {

    /** So many attempts ask for the short bars. */
    private static final int SHORT_BARS_FIRST = 3;

    /** Sessions of so many days before those in question are looked at again. */
    private static final int REVIEWED_DAYS = 5;

    /** Trading after the close shows that a session is loaded. */
    private static final Duration AFTER_CLOSE = Duration.ofHours(4);

    private final VendorHistory history;
    private final SweepRecord record;
    private final CoverageView coverage;
    private final SweepRules rules;

    public Sweep(
            VendorHistory history, BarRepository bars, CoverageLedger ledger, CoverageView coverage, SweepRules rules) {
        this.history = history;
        this.record = new SweepRecord(bars, ledger, BarSource.INTRADAY, rules.timeframe());
        this.coverage = coverage;
        this.rules = rules;
    }

    @Override
    public SweepReport run(SweepOrder order, SweepWatch watch) {
        Instant now = order.now();
        Map<Instrument, List<Line>> due = order.lines(coverage).stream()
                .filter(line -> isOver(line.line().date(), now))
                .collect(Collectors.groupingBy(line -> line.line().instrument(), TreeMap::new, Collectors.toList()));
        SweepPass pass = new SweepPass(due.size(), watch);
        Batches.of(Asking.shuffled(due.entrySet(), now), rules.batchSize())
                .run(rules.concurrentBatches(), batch -> pass.add(batch(batch, now, pass)));
        return pass.report();
    }

    private Map<Instrument, List<Line>> settled(List<Map.Entry<Instrument, List<Line>>> batch) {
        DateRange dates = datesOf(batch);
        DateRange around = new DateRange(dates.first().minusDays(REVIEWED_DAYS), dates.last());
        Set<Instrument> symbols = batch.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        return coverage.lines(LedgerScope.of(rules.timeframe(), around, symbols)).stream()
                .filter(line -> line.standing() == LineStanding.COMPLETE)
                .collect(Collectors.groupingBy(line -> line.line().instrument()));
    }

    private boolean isOver(LocalDate date, Instant now) {
        return !session(date).close().plus(rules.retries().afterClose()).isAfter(now);
    }

    private Session session(LocalDate date) {
        return rules.grid().calendar().sessionOn(date).orElseThrow();
    }

    private SweepReport batch(List<Map.Entry<Instrument, List<Line>>> batch, Instant now, SweepPass pass) {
        Map<Instrument, List<Line>> settled = settled(batch);
        List<SymbolSweep> swept = new ArrayList<>();
        for (Map.Entry<Instrument, List<Line>> symbol : batch) {
            if (!pass.goesOn()) {
                break;
            }
            SymbolSweep sweep = new SymbolSweep(symbol.getKey(), rules.retries(), now);
            Known known = new Known(symbol.getValue(), settled.getOrDefault(symbol.getKey(), List.of()));
            pass.asking().ended().ifPresentOrElse(sweep::spare, () -> ask(sweep, known, pass.asking()));
            swept.add(sweep);
        }
        return record.store(swept, datesOf(batch), now);
    }

    static DateRange datesOf(List<Map.Entry<Instrument, List<Line>>> batch) {
        List<LocalDate> dates = batch.stream()
                .flatMap(symbol -> symbol.getValue().stream())
                .map(line -> line.line().date())
                .sorted()
                .toList();
        return new DateRange(dates.getFirst(), dates.getLast());
    }

    /** The lines of one symbol: those due, and those that are complete. */
    private record Known(List<Line> due, List<Line> settled) {

        /** Those before this date that are looked at again. */
        List<Line> reviewed(LocalDate date) {
            DateRange before = new DateRange(date.minusDays(REVIEWED_DAYS), date.minusDays(1));
            return settled.stream()
                    .filter(line -> before.contains(line.line().date()))
                    .sorted(Comparator.comparing(line -> line.line().date()))
                    .toList();
        }
    }

    private void ask(SymbolSweep sweep, Known known, Asking asking) {
        List<Line> oldestFirst = known.due().stream()
                .sorted(Comparator.comparing(line -> line.line().date()))
                .toList();
        int from = 0;
        while (from < oldestFirst.size() && sweep.isAnswered()) {
            LocalDate last = oldestFirst.get(from).line().date().plusDays(CallCosts.INTRADAY_DAYS);
            int to = from;
            while (to < oldestFirst.size() && oldestFirst.get(to).line().date().isBefore(last)) {
                to++;
            }
            List<Line> reviewed = known.reviewed(oldestFirst.get(from).line().date());
            ask(sweep, new Question(sweep.instrument(), reviewed, oldestFirst.subList(from, to)), asking);
            from = to;
        }
    }

    /** Lines of one symbol, oldest first, near enough for one request, and before them those looked at again. */
    private record Question(Instrument instrument, List<Line> reviewed, List<Line> lines) {

        DateRange dates() {
            Line first = reviewed.isEmpty() ? lines.getFirst() : reviewed.getFirst();
            return new DateRange(first.line().date(), lines.getLast().line().date());
        }
    }

    private void ask(SymbolSweep sweep, Question question, Asking asking) {
        Timeframe source = sourceFor(question);
        VendorAnswer<IntradayHistory> answer = history.intraday(span(question, source));
        answer.failure().ifPresentOrElse(asking::failed, asking::answered);
        switch (answer) {
            case VendorAnswer.Data<IntradayHistory> data ->
                read(sweep, question, source, data.value().bars());
            case VendorAnswer.NotYet<IntradayHistory> none ->
                question.lines()
                        .forEach(
                                line -> sweep.again(line, "the vendor has no bar of it yet", AbsenceReason.VENDOR_GAP));
            case VendorAnswer.UnknownSymbol<IntradayHistory> unknown -> sweep.unknown(question.lines(), unknown.what());
            case VendorAnswer<IntradayHistory> failed ->
                sweep.fail(failed.failure().orElseThrow().why());
        }
    }

    /**
     * The short bars of the whole tape; those of one venue where these were not to be had several times. Each is asked for
     * twice in a row, since what is thin settles when two answers are equal.
     */
    private Timeframe sourceFor(Question question) {
        boolean divides = rules.timeframe().seconds() % Timeframe.M5.seconds() == 0;
        boolean inVain = question.lines().stream().allMatch(line -> isInVain(line.attempts()));
        return divides && inVain ? Timeframe.M5 : Timeframe.M1;
    }

    private static boolean isInVain(int attempts) {
        return attempts >= SHORT_BARS_FIRST && (attempts - SHORT_BARS_FIRST) / 2 % 2 == 0;
    }

    private IntradaySpan span(Question question, Timeframe source) {
        Instant from = session(question.dates().first()).open();
        Instant to = session(question.dates().last()).close().plus(AFTER_CLOSE);
        return new IntradaySpan(question.instrument(), source, from, to);
    }

    private void read(SymbolSweep sweep, Question question, Timeframe source, List<IntradayBar> rows) {
        SessionReader reader = new SessionReader(sweep.instrument(), source, rules.grid(), rules.timeframe());
        LocalDate first = rows.stream()
                .findFirst()
                .map(bar -> rules.grid().calendar().dateOf(Instant.ofEpochSecond(bar.openTime())))
                .orElse(LocalDate.MIN);
        question.reviewed()
                .forEach(line ->
                        sweep.review(line, reader.read(session(line.line().date()), rows)));
        for (Line line : question.lines()) {
            SessionRead read = reader.read(session(line.line().date()), rows);
            boolean isBefore = line.line().date().isBefore(first) && line.attempts() > 0;
            if (isBefore && read instanceof SessionRead.Unloaded) {
                sweep.notListed(line, first);
            } else {
                sweep.read(line, read);
            }
        }
    }
}
