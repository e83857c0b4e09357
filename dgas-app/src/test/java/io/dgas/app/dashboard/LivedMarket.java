package io.dgas.app.dashboard;

import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.Repositories;
import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.port.in.PredictSymbols;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageLedger.Absence;
import io.dgas.application.port.out.collection.SymbolSession;
import io.dgas.application.prediction.Announcers;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.timeframe.Timeframes;
import io.dgas.testkit.MarketBars;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A week of one symbol as a database lives through it, step by step: history fetched at first, bars of live trades, corrected
 * in the night, a bar that came late and one that nobody traded, a split that is known a day before, daily bars imported, and a
 * decision after every other bar. A database can be led to any time of it and then further.
 */
final class LivedMarket implements AutoCloseable {

    static final Instrument SYMBOL = new Instrument("GEN");
    static final LocalDate FIRST_LIVE = LocalDate.of(2026, 10, 12);
    static final LocalDate LAST = LocalDate.of(2026, 10, 16);
    static final LocalDate EX_DATE = LocalDate.of(2026, 10, 15);
    static final Instant BACKFILLED = Instant.parse("2026-10-10T12:00:00Z");
    static final Instant SPLIT_KNOWN = Instant.parse("2026-10-14T12:00:00Z");
    static final Instant DAILY_IMPORTED = Instant.parse("2026-10-14T15:10:00Z");
    static final Instant END = Instant.parse("2026-10-16T20:00:30Z");

    private static final TradingCalendar CALENDAR = TradingCalendar.nyse();
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 31);
    private static final Timeframes TIMEFRAMES = new Timeframes(Timeframe.M30, List.of(Timeframe.D1));
    private static final int LATE = 5;
    private static final int UNTRADED = 31;
    private static final List<Step> STEPS = steps();

    private final AtomicReference<Instant> clock = new AtomicReference<>(BACKFILLED);
    private final Installation installation;
    private int done;

    /** @param folder an empty one */
    LivedMarket(Path folder) {
        installation = new StoredDgas(
                        folder,
                        clock::get,
                        Map.of("DGAS_SCHEDULER_TRADING_INTERVAL", "30m", "DGAS_SCHEDULER_HTF_INTERVAL", "1d"))
                .installation();
    }

    /** Something that is recorded. */
    private record Step(Instant at, Consumer<Installation> doing) {}

    Installation installation() {
        return installation;
    }

    /** Records all that is recorded up to a time, not before the last. */
    LivedMarket until(Instant time) {
        while (done < STEPS.size() && !STEPS.get(done).at().isAfter(time)) {
            clock.set(STEPS.get(done).at());
            STEPS.get(done).doing().accept(installation);
            done++;
        }
        clock.set(time);
        return this;
    }

    /** When something is recorded, ascending. */
    static List<Instant> times() {
        return STEPS.stream().map(Step::at).distinct().toList();
    }

    private static List<Step> steps() {
        BarSeries walk = MarketBars.of(SYMBOL.symbol(), Timeframe.M30, FIRST, LAST, 7);
        long ex = CALENDAR.sessionOn(EX_DATE).orElseThrow().open().getEpochSecond();
        BarSeries bars = MarketBars.repriced(walk, open -> open < ex, price -> 2 * price);
        int first = bars.closedBy(BACKFILLED).size();
        List<Step> steps = new ArrayList<>();
        steps.add(stored(BACKFILLED, BarSource.INTRADAY, bars.first(first)));
        steps.add(expected(BACKFILLED));
        for (int bar = first; bar < bars.size(); bar++) {
            addLive(steps, bars, bar, bar - first);
        }
        steps.add(new Step(
                SPLIT_KNOWN,
                to -> to.repositories()
                        .actions()
                        .store(List.of(new CorporateAction.Split(SYMBOL, EX_DATE, SPLIT_KNOWN, 2)))));
        steps.add(stored(DAILY_IMPORTED, BarSource.IMPORT, daily()));
        steps.add(untraded(bars.openTime(first + UNTRADED)));
        steps.sort(Comparator.comparing(Step::at));
        return List.copyOf(steps);
    }

    private static BarSeries daily() {
        return MarketBars.of(SYMBOL.symbol(), Timeframe.D1, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 10, 13), 8);
    }

    /** A bar by its trades, which differ a little from what the vendor says of them in the night. */
    private static void addLive(List<Step> steps, BarSeries bars, int bar, int place) {
        BarSeries one = MarketBars.only(bars, open -> open == bars.openSecond(bar));
        Instant closed = bars.closeTime(bar);
        if (place != LATE && place != UNTRADED) {
            BarSeries heard = MarketBars.repriced(one, open -> true, price -> price * 1.0005);
            steps.add(stored(closed.plusSeconds(3), BarSource.WEBSOCKET, heard));
        }
        if (place != UNTRADED) {
            steps.add(stored(night(closed), BarSource.INTRADAY, one));
        }
        if (place % 2 == 0) {
            steps.add(decided(closed.plusSeconds(10), closed));
        }
    }

    private static Instant night(Instant closed) {
        return CALENDAR.dateOf(closed)
                .plusDays(1)
                .atTime(3, 0)
                .atZone(CALENDAR.zone())
                .toInstant();
    }

    private static Step stored(Instant at, BarSource source, BarSeries bars) {
        return new Step(at, to -> to.repositories().bars().store(new BarBatch(source, at, List.of(bars))));
    }

    private static Step decided(Instant at, Instant asOf) {
        return new Step(
                at,
                to -> to.predictSymbols(Announcers.NOBODY)
                        .predict(PredictSymbols.Request.of(Set.of(SYMBOL), TIMEFRAMES, Optional.of(asOf), true)));
    }

    private static Step expected(Instant at) {
        ExpectedBars expected = new ExpectedBars(Grid.of(CALENDAR, Grid.Anchor.SESSION), Timeframe.M30);
        return new Step(
                at,
                to -> to.repositories()
                        .collection()
                        .ledger()
                        .expect(Timeframe.M30, expected.on(new DateRange(FIRST_LIVE, LAST)), Set.of(SYMBOL)));
    }

    private static Step untraded(Instant open) {
        Instant at = night(open).plus(Duration.ofMinutes(5));
        SymbolSession session = new SymbolSession(SYMBOL, Timeframe.M30, CALENDAR.dateOf(open));
        return new Step(at, to -> ledgerOf(to.repositories(), new Absence(session, open, AbsenceReason.NO_TRADE), at));
    }

    private static void ledgerOf(Repositories repositories, Absence absence, Instant at) {
        repositories.collection().ledger().explain(List.of(absence), at);
    }

    @Override
    public void close() {
        installation.close();
    }
}
