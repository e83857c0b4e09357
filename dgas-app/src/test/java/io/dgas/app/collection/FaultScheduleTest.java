package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Timeframe;
import io.dgas.simulator.EodhdSimulator;
import io.dgas.simulator.account.CallLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
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
    private static final int REQUESTS_PER_MINUTE = 6;
    private static final int SWEPT_DAYS = 16;

    private static final List<String> ON_CONNECTIONS = List.of(
            "ws-close",
            "ws-reset",
            "ws-silence",
            "ws-deaf-silence",
            "ws-restart",
            "ws-refused",
            "ws-denied",
            "ws-authorized-late",
            "ws-authorized-never",
            "ws-command-refused",
            "ws-limit-reached",
            "ws-symbol-lost",
            "ws-snapshot");
    private static final List<String> ON_TRADES = List.of(
            "ws-delayed",
            "ws-duplicate",
            "ws-outside-session",
            "ws-seconds",
            "ws-future",
            "ws-condition-int",
            "ws-condition-null",
            "ws-condition-missing",
            "ws-volume-fractional",
            "ws-volume-missing",
            "ws-price-string",
            "ws-price-zero",
            "ws-price-negative",
            "ws-price-missing",
            "ws-status-variant",
            "ws-extra-fields",
            "ws-not-json",
            "ws-binary",
            "ws-array",
            "ws-empty",
            "ws-fragmented",
            "ws-unknown-shape",
            "ws-oversized",
            "ws-burst",
            "ws-spike");
    private static final List<String> ON_REQUESTS = List.of(
            "unauthenticated",
            "quota",
            "quota-as-200",
            "forbidden",
            "forbidden-feed",
            "forbidden-free",
            "span-invalid",
            "span-invalid-both",
            "interval-invalid",
            "not-found",
            "not-found-page",
            "rate-limited",
            "headers-missing",
            "server-error",
            "page-as-200",
            "truncated-json",
            "error-as-200",
            "errors-as-200",
            "csv-as-json",
            "empty",
            "null-rows",
            "null-placeholders",
            "null-volume",
            "null-price",
            "low-near-zero",
            "off-grid",
            "duplicate-row",
            "unsorted",
            "missing-bars",
            "missing-hour",
            "close-print-missing",
            "close-print-odd",
            "revised",
            "warning-row",
            "warning-only",
            "na-fields",
            "numbers-as-strings",
            "whole-numbers",
            "float-noise",
            "slow",
            "dropped",
            "reset",
            "body-cut",
            "gzip-cut");

    /** What lasts a while, with its particulars: of a symbol, or of the account. */
    private static final Map<String, String> STATES = new TreeMap<>(Map.of(
            "delisted", ",\"symbol\":\"MSFT.US\"",
            "renamed", ",\"symbol\":\"MSFT.US\",\"as\":\"MSFX.US\"",
            "limit-lowered", ",\"count\":4",
            "date-skewed", ""));

    private static final List<String> SOCKET_STATES = List.of("ws-one-connection", "ws-slots-held");

    @TempDir
    Path folder;

    static LongStream seeds() {
        Long one = Long.getLong("dgas.fault.seed");
        return one != null ? LongStream.of(one) : LongStream.rangeClosed(1, Long.getLong("dgas.fault.seeds", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatFaultsSpoilIsMissingForAWhileAndNeverWrong(long seed) {
        Map<String, String> settings =
                Map.of("DGAS_DATA_COLLECTION_REQUESTS_PER_MINUTE", Integer.toString(REQUESTS_PER_MINUTE));
        try (SimulatedSession simulated = new SimulatedSession(folder, DATE, 8, 8, settings)) {
            SplittableRandom random = new SplittableRandom(seed);
            String schedule = schedule(simulated, random);
            simulated.vendor.order(schedule);
            String told = "seed " + seed + ", schedule " + schedule;
            Instant noon = simulated.session.open().plus(Duration.ofMinutes(151));
            try (Lockstep lockstep = new Lockstep(simulated)) {
                lockstep.until(noon);
            }
            expectLive(simulated, told);
            simulated.vendor.clock().set(simulated.session.close().plus(Duration.ofHours(16)));
            sweep(simulated);
            expectFinal(simulated, told);
        }
    }

    /** Faults of the stream in the first and a half hour of the session; of requests in the first hours of the sweep. */
    private static String schedule(SimulatedSession simulated, SplittableRandom random) {
        Instant open = simulated.session.open();
        List<String> faults = new ArrayList<>();
        for (int fault = 0; fault < 4; fault++) {
            Instant from = open.plusSeconds(random.nextInt(60, 4_800));
            faults.add(fault(pick(ON_CONNECTIONS, random), from, 600, ",\"times\":" + random.nextInt(1, 3)));
        }
        for (int fault = 0; fault < 6; fault++) {
            Instant from = open.plusSeconds(random.nextInt(60, 4_800));
            faults.add(fault(pick(ON_TRADES, random), from, 600, ",\"probability\":0.05"));
        }
        Instant night = simulated.session.close().plus(Duration.ofHours(15));
        for (int fault = 0; fault < 6; fault++) {
            faults.add(fault(pick(ON_REQUESTS, random), night, 12 * 3_600, ",\"times\":" + random.nextInt(1, 6)));
        }
        String state = pick(List.copyOf(STATES.keySet()), random);
        faults.add(fault(state, night, 12 * 3_600, STATES.getOrDefault(state, "")));
        faults.add(fault(pick(SOCKET_STATES, random), open.plusSeconds(random.nextInt(60, 4_800)), 600, ""));
        return "{\"seed\":" + random.nextInt(1, 1_000_000) + ",\"faults\":[" + String.join(",", faults) + "]}";
    }

    private static String fault(String kind, Instant from, long seconds, String often) {
        return "{\"kind\":\"" + kind + "\",\"from\":\"" + from + "\",\"until\":\"" + from.plusSeconds(seconds) + "\""
                + often + "}";
    }

    private static String pick(List<String> kinds, SplittableRandom random) {
        return kinds.get(random.nextInt(kinds.size()));
    }

    /** A symbol that was not followed through a bar has none; every other bar is what was sent, and those after the faults are there. */
    private static void expectLive(SimulatedSession simulated, String told) {
        Map<String, String> sent = new ExpectedLiveBars(simulated.vendor, Timeframe.M30, GRACE).of(simulated.session);
        Map<String, String> stored =
                StoredBars.of(simulated.installation().repositories(), simulated.instruments(), simulated.session);
        assertThat(sent).as(told).containsAllEntriesOf(stored);
        Instant last = simulated.session.open().plus(Duration.ofHours(2));
        assertThat(stored.keySet().stream().filter(bar -> bar.endsWith(last.toString())))
                .as(told)
                .hasSizeGreaterThanOrEqualTo(6);
    }

    /** Hour by hour, until nothing is open: at most as long as the vendor is asked at all. */
    private static void sweep(SimulatedSession simulated) {
        HistoryCycle history = simulated.parts().history();
        HistoryCollection.Order order = new HistoryCollection.Order(RunKind.SWEEP, SWEPT_DAYS, false);
        for (int hour = 0; hour < 14 * 24; hour++) {
            history.run(Set.of(Timeframe.M30, Timeframe.D1), order, SweepWatch.NONE);
            simulated.vendor.clock().advance(Duration.ofHours(1));
        }
    }

    private static void expectFinal(SimulatedSession simulated, String told) {
        for (Timeframe timeframe : List.of(Timeframe.M30, Timeframe.D1)) {
            LedgerScope scope = LedgerScope.of(timeframe, new DateRange(DATE, DATE));
            List<Line> lines = simulated.parts().stores().coverage().lines(scope);
            assertThat(lines).as(told).hasSize(8).allMatch(line -> line.standing() == LineStanding.COMPLETE);
        }
        expectDays(simulated, told);
        assertThat(StoredBars.of(simulated.installation().repositories(), simulated.instruments(), simulated.session))
                .as(told)
                .isEqualTo(new ExpectedFinalBars(simulated.vendor).of(simulated.session));
        CallLog.Tally calls = simulated.vendor.calls().of(EodhdSimulator.TOKEN);
        assertThat(calls.mostRequestsInAMinute()).as(told).isLessThanOrEqualTo(REQUESTS_PER_MINUTE);
    }

    /** The day's bar is what the vendor says of it when nothing is wrong. */
    private static void expectDays(SimulatedSession simulated, String told) {
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
                    assertThat(List.of(bars.open(0), bars.high(0), bars.low(0), bars.close(0), bars.volume(0)))
                            .as(instrument + ", " + told)
                            .isEqualTo(List.of(truth.open(), truth.high(), truth.low(), truth.close(), truth.volume()));
                });
    }
}
