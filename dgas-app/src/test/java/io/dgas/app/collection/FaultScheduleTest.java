package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dgas.app.service.Problems;
import io.dgas.app.wiring.VendorAccess;
import io.dgas.application.collection.service.HistoryCollection;
import io.dgas.application.collection.service.HistoryCycle;
import io.dgas.application.collection.sweep.SweepWatch;
import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.collection.CollectionRunRepository.RunKind;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorHistory;
import io.dgas.application.port.out.vendor.VendorRows;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.simulator.EodhdSimulator;
import io.dgas.simulator.account.CallLog;
import io.dgas.simulator.market.MinuteBar;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The vendor's faults at random times: no bar is invented, doubled or wrong while they last, and when they are over the
 * ledger closes with what was truly traded. {@code -Ddgas.fault.seeds=200} tries so many schedules, {@code
 * -Ddgas.fault.seed=N} one of them.
 */
class FaultScheduleTest {

    private static final LocalDate DATE = LocalDate.of(2026, 7, 15);
    private static final Duration GRACE = Duration.ofSeconds(45);
    private static final int SYMBOLS = 10;
    private static final int ON_STREAM = 8;
    private static final int REQUESTS_PER_MINUTE = 6;
    private static final int SWEPT_DAYS = 16;

    @TempDir
    Path folder;

    static LongStream seeds() {
        Long one = Long.getLong("dgas.fault.seed");
        return one != null ? LongStream.of(one) : LongStream.rangeClosed(1, Long.getLong("dgas.fault.seeds", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatFaultsSpoilIsMissingForAWhileAndNeverWrong(long seed) {
        Map<String, String> settings = Map.of(
                "DGAS_DATA_COLLECTION_REQUESTS_PER_MINUTE",
                Integer.toString(REQUESTS_PER_MINUTE),
                "DGAS_DATA_COLLECTION_REQUEST_TIMEOUT_SECONDS",
                "1",
                "DGAS_DATA_COLLECTION_QUOTE_INTERVAL_MINUTES",
                "5");
        try (SimulatedSession simulated = new SimulatedSession(folder, DATE, SYMBOLS, ON_STREAM, settings)) {
            FaultSchedule schedule = FaultSchedule.any(
                    simulated.session,
                    simulated.vendor.truth().tickers().stream().sorted().toList(),
                    new SplittableRandom(seed));
            simulated.vendor.order(schedule.scenario());
            String told = "seed " + seed + ", schedule " + schedule.scenario();
            Set<Instrument> quoted = Set.copyOf(simulated.parts().plan().onQuotes());
            follow(simulated, schedule.quotesFrom());
            expectLive(simulated, quoted, told);
            expectQuoted(simulated, quoted, told);
            simulated.vendor.clock().set(simulated.session.close().plus(Duration.ofHours(16)));
            VendorLists lists = new VendorLists(simulated);
            sweep(simulated, lists, told);
            simulated.vendor.endFaults();
            lists.expectAll(told);
            expectFinal(simulated, schedule.announcement(), told);
            expectActions(simulated, schedule.announcement(), told);
        }
    }

    @Test
    void everyKindOfFaultCanBeInASchedule() {
        assertThat(FaultSchedule.forgotten()).isEmpty();
    }

    /** Live trades second by second until noon, and quotes each minute that a round is due. */
    private static void follow(SimulatedSession simulated, Instant quotesFrom) {
        Instant end = simulated.session.open().plus(Duration.ofMinutes(151));
        try (Lockstep lockstep = new Lockstep(simulated);
                VendorAccess access = new VendorAccess(simulated.installation(), simulated.standingTime())) {
            CollectionParts parts = new CollectionParts(simulated.installation(), simulated.standingTime(), access);
            QuotePart quotes = new QuotePart(parts, new Problems(), Set::of);
            for (Instant now = simulated.vendor.clock().instant(); !now.isAfter(end); now = now.plusSeconds(60)) {
                lockstep.until(now);
                if (!now.isBefore(quotesFrom)) {
                    quotes.step(now);
                }
            }
        }
    }

    /** A symbol that was not followed through a bar has none; every other bar is what was sent, and those after the faults are there. */
    private static void expectLive(SimulatedSession simulated, Set<Instrument> quoted, String told) {
        Map<String, String> sent = new ExpectedLiveBars(simulated.vendor, Timeframe.M30, GRACE).of(simulated.session);
        Set<Instrument> streamed = new HashSet<>(simulated.instruments());
        streamed.removeAll(quoted);
        Map<String, String> stored =
                StoredBars.of(simulated.installation().repositories(), streamed, simulated.session);
        assertThat(sent).as(told).containsAllEntriesOf(stored);
        Instant last = simulated.session.open().plus(Duration.ofHours(2));
        assertThat(stored.keySet().stream().filter(bar -> bar.endsWith(last.toString())))
                .as(told)
                .hasSizeGreaterThanOrEqualTo(6);
    }

    /** A bar of quotes is made of prices that were true within it; after the faults there is one in each slot. */
    private static void expectQuoted(SimulatedSession simulated, Set<Instrument> quoted, String told) {
        Map<Instrument, BarSeries> stored = simulated
                .installation()
                .repositories()
                .bars()
                .load(quoted, Timeframe.M30, simulated.session.close(), 1_000);
        Instant last = simulated.session.open().plus(Duration.ofMinutes(90));
        assertThat(stored.keySet()).as(told).hasSize(SYMBOLS - ON_STREAM).isEqualTo(quoted);
        stored.forEach((instrument, bars) -> {
            assertThat(bars.openTime(bars.size() - 1))
                    .as(instrument + ", " + told)
                    .isEqualTo(last);
            for (int bar = 0; bar < bars.size(); bar++) {
                assertThat(quotable(simulated, instrument, bars.openTime(bar)))
                        .as(instrument + " at " + bars.openTime(bar) + ", " + told)
                        .contains(bars.open(bar), bars.high(bar), bars.low(bar), bars.close(bar));
            }
        });
    }

    /** The prices at the ends of the slot's minutes. */
    private static List<Double> quotable(SimulatedSession simulated, Instrument instrument, Instant openTime) {
        long from = openTime.getEpochSecond() - 60;
        return simulated.vendor.truth().minutes(instrument + ".US", DATE).stream()
                .filter(minute -> minute.openSecond() >= from && minute.openSecond() < from + Timeframe.M30.seconds())
                .map(MinuteBar::close)
                .toList();
    }

    /** Hour by hour, until nothing is open: at most as long as the vendor is asked at all. */
    private static void sweep(SimulatedSession simulated, VendorLists lists, String told) {
        HistoryCycle history = simulated.parts().history();
        HistoryCollection.Order order = new HistoryCollection.Order(RunKind.SWEEP, SWEPT_DAYS, false);
        for (int hour = 0; hour < 14 * 24; hour++) {
            history.run(Set.of(Timeframe.M30, Timeframe.D1), order, SweepWatch.NONE);
            lists.expectNothingInvented(told);
            simulated.vendor.clock().advance(Duration.ofHours(1));
        }
    }

    private static void expectFinal(SimulatedSession simulated, FaultSchedule.Announcement announced, String told) {
        for (Timeframe timeframe : List.of(Timeframe.M30, Timeframe.D1)) {
            LedgerScope scope = LedgerScope.of(timeframe, new DateRange(DATE, DATE));
            List<Line> lines = simulated.parts().stores().coverage().lines(scope);
            assertThat(lines).as(told).hasSize(SYMBOLS).allMatch(line -> line.standing() == LineStanding.COMPLETE);
        }
        expectDays(simulated, announced, told);
        assertThat(StoredBars.of(simulated.installation().repositories(), simulated.instruments(), simulated.session))
                .as(told)
                .isEqualTo(new ExpectedFinalBars(simulated.vendor).of(simulated.session));
        CallLog.Tally calls = simulated.vendor.calls().of(EodhdSimulator.TOKEN);
        assertThat(calls.mostRequestsInAMinute()).as(told).isLessThanOrEqualTo(REQUESTS_PER_MINUTE);
    }

    /** The day's bar is what the vendor says of it when nothing is wrong. */
    private static void expectDays(SimulatedSession simulated, FaultSchedule.Announcement announced, String told) {
        BarRepository stored = simulated.installation().repositories().bars();
        VendorHistory vendor = simulated.access().history();
        stored.load(
                        simulated.instruments(),
                        Timeframe.D1,
                        simulated.session.close().plusSeconds(1),
                        1)
                .forEach((instrument, bars) -> {
                    DailyBar truth = ((VendorAnswer.Data<VendorRows<DailyBar>>)
                                    vendor.daily(instrument, new DateRange(DATE, DATE)))
                            .value()
                            .rows()
                            .getFirst();
                    assertThat(List.of(bars.open(0), bars.high(0), bars.low(0), bars.close(0)))
                            .as(instrument + ", " + told)
                            .isEqualTo(List.of(truth.open(), truth.high(), truth.low(), truth.close()));
                    assertThat(bars.volume(0))
                            .as(instrument + ", " + told)
                            .isCloseTo(truth.volume(), within(announced.of(instrument) ? announced.rounding() : 0));
                });
    }

    /**
     * A split that the vendor stands by is stored, and while no price shows it, its symbol is set aside; one that it took
     * back changes nothing. Nothing else was learnt of anybody, and nobody else is set aside.
     */
    private static void expectActions(SimulatedSession simulated, FaultSchedule.Announcement announced, String told) {
        Instrument instrument = announced.instrument();
        Map<Instrument, List<CorporateAction>> known =
                simulated.installation().repositories().actions().knownBy(Instant.MAX, simulated.instruments());
        List<Instrument> aside = simulated.parts().stores().quarantines().inForce(Instant.MAX).stream()
                .map(quarantine -> quarantine.jump().instrument())
                .toList();
        assertThat(aside).as(told).isEqualTo(announced.isForGood() ? List.of(instrument) : List.of());
        assertThat(known.keySet()).as(told).isSubsetOf(instrument);
        List<CorporateAction> learnt = known.getOrDefault(instrument, List.of());
        assertThat(learnt).as(told).hasSizeBetween(announced.isForGood() ? 1 : 0, 1);
        double ratio = announced.isForGood() ? announced.ratio() : 1;
        assertThat(learnt)
                .as(told)
                .allMatch(action -> action.exDate().equals(announced.exDate())
                        && action instanceof CorporateAction.Split split
                        && split.ratio() == ratio);
    }
}
