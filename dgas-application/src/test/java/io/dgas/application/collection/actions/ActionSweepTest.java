package io.dgas.application.collection.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.collection.fake.MemoryActions;
import io.dgas.application.collection.fake.ScriptedVendor;
import io.dgas.application.port.out.vendor.DividendNotice;
import io.dgas.application.port.out.vendor.SplitNotice;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionSweepTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final Instrument APPLE = new Instrument("AAPL");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 6, 5);
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 8);
    private static final DateRange TODAY = new DateRange(FRIDAY, FRIDAY);
    private static final DateRange YEARS = new DateRange(LocalDate.of(2014, 1, 1), MONDAY);
    private static final Instant NIGHT = Instant.parse("2026-06-06T04:00:00Z");

    private final ScriptedVendor vendor = new ScriptedVendor();
    private final MemoryActions actions = new MemoryActions();
    private final ActionSweep sweep = new ActionSweep(vendor, vendor, actions, Grid.of(NYSE, Grid.Anchor.SESSION));

    private static Set<Instrument> universe(int size) {
        return IntStream.range(0, size)
                .mapToObj(symbol -> new Instrument("S" + symbol))
                .collect(Collectors.toSet());
    }

    private static DividendNotice dividend(LocalDate exDate, double amount, String currency) {
        return new DividendNotice(exDate, amount, currency, Optional.empty());
    }

    private List<CorporateAction> known(Instant asOf) {
        return actions.knownBy(asOf, Set.of(APPLE)).getOrDefault(APPLE, List.of());
    }

    @Test
    void theHistoryOfANewSymbolIsKnownAtTheOpenOfEachExDate() {
        vendor.has(APPLE, new SplitNotice(LocalDate.of(2014, 6, 9), 7));
        vendor.has(APPLE, dividend(LocalDate.of(2026, 5, 11), 0.27, "USD"));
        ActionReport report = sweep.history(Set.of(APPLE), YEARS, NIGHT);
        assertThat(report).isEqualTo(new ActionReport(2, 2, List.of(), Map.of(), Optional.empty()));
        assertThat(known(NIGHT))
                .containsExactly(
                        new Split(APPLE, LocalDate.of(2014, 6, 9), Instant.parse("2014-06-09T13:30:00Z"), 7),
                        new CashDividend(
                                APPLE, LocalDate.of(2026, 5, 11), Instant.parse("2026-05-11T13:30:00Z"), 0.27));
    }

    @Test
    void anActionToComeIsKnownFromWhenItWasLearntInTheHistoryToo() {
        vendor.has(APPLE, new SplitNotice(MONDAY, 7));
        sweep.history(Set.of(APPLE), YEARS, NIGHT);
        assertThat(known(NIGHT)).containsExactly(new Split(APPLE, MONDAY, NIGHT, 7));
        assertThat(known(NIGHT.minusNanos(1))).isEmpty();
    }

    @Test
    void newsOfTheComingSessionAreKnownBeforeTheirExDate() {
        vendor.has(APPLE, new SplitNotice(MONDAY, 7));
        assertThat(sweep.news(Set.of(APPLE), TODAY, NIGHT).stored()).isEqualTo(1);
        assertThat(known(NIGHT)).containsExactly(new Split(APPLE, MONDAY, NIGHT, 7));
        assertThat(sweep.news(Set.of(APPLE), TODAY, NIGHT.plusSeconds(60)).stored())
                .isZero();
        assertThat(known(Instant.MAX)).containsExactly(new Split(APPLE, MONDAY, NIGHT, 7));
    }

    @Test
    void newsThatComeLateWereNotKnownBefore() {
        vendor.has(APPLE, new SplitNotice(FRIDAY, 7));
        sweep.news(Set.of(APPLE), TODAY, NIGHT);
        assertThat(known(NIGHT)).containsExactly(new Split(APPLE, FRIDAY, NIGHT, 7));
    }

    @Test
    void aCorrectionIsKnownFromWhenItWasLearntHoweverItCame() {
        LocalDate exDate = LocalDate.of(2026, 5, 11);
        Instant open = Instant.parse("2026-05-11T13:30:00Z");
        vendor.has(APPLE, dividend(exDate, 0.27, "USD"));
        sweep.history(Set.of(APPLE), YEARS, NIGHT);
        vendor.has(APPLE, dividend(exDate, 0.26, "USD"));
        Instant later = NIGHT.plusSeconds(86_400);
        assertThat(sweep.history(Set.of(APPLE), YEARS, later).stored()).isEqualTo(1);
        assertThat(known(later.minusNanos(1))).containsExactly(new CashDividend(APPLE, exDate, open, 0.27));
        assertThat(known(later)).containsExactly(new CashDividend(APPLE, exDate, later, 0.26));
    }

    /** The law of look-ahead: what was known at a time stays what was known then, whatever is learnt later. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void nothingLearntChangesWhatWasKnownBefore(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Session> sessions = NYSE.sessions(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 4, 30));
        sweep.history(Set.of(APPLE), YEARS, sessions.getFirst().close());
        for (int at = 1; at < sessions.size(); at++) {
            LocalDate exDate = sessions.get(random.nextInt(sessions.size())).date();
            vendor.has(APPLE, new SplitNotice(exDate, 1 + random.nextInt(4)));
            vendor.has(APPLE, dividend(exDate, 1 + random.nextInt(4), "USD"));
            Instant now = sessions.get(at).close().plusSeconds(random.nextInt(9_000));
            List<CorporateAction> before = known(now.minusNanos(1));
            DateRange dates = new DateRange(
                    sessions.get(random.nextInt(at + 1)).date(),
                    sessions.get(at).date());
            sweep.news(random.nextBoolean() ? Set.of(APPLE) : withMany(), dates, now);
            assertThat(known(now.minusNanos(1))).as("seed %d at %s", seed, now).isEqualTo(before);
            assertThat(known(now)).allMatch(action -> !action.knownAt().isAfter(now));
        }
        assertThat(known(Instant.MAX)).as("seed %d", seed).isNotEmpty();
    }

    private static Set<Instrument> withMany() {
        Set<Instrument> many = universe(10_000);
        many.add(APPLE);
        return many;
    }

    @Test
    void asksTheWholeMarketForTodayAndTheComingSessionWhereThatCostsLess() {
        Set<Instrument> universe = universe(201);
        universe.add(APPLE);
        vendor.has(APPLE, new SplitNotice(FRIDAY, 7));
        vendor.has(APPLE, dividend(MONDAY, 0.27, "USD"));
        vendor.has(new Instrument("OTHER"), new SplitNotice(FRIDAY, 2));
        ActionReport report = sweep.news(universe, TODAY, NIGHT);
        assertThat(vendor.asked())
                .containsExactly(
                        "market splits 2026-06-05",
                        "market dividends 2026-06-05",
                        "market splits 2026-06-08",
                        "market dividends 2026-06-08");
        assertThat(report.received()).isEqualTo(2);
        assertThat(known(NIGHT)).hasSize(2);
        assertThat(actions.knownBy(NIGHT, Set.of(new Instrument("OTHER")))).isEmpty();
    }

    @Test
    void asksFewSymbolsOneByOne() {
        Set<Instrument> universe = universe(200);
        assertThat(sweep.news(universe, TODAY, NIGHT).isComplete()).isTrue();
        assertThat(vendor.asked()).hasSize(400).noneMatch(question -> question.startsWith("market"));
    }

    @Test
    void asksSymbolBySymbolWhereThePlanHasNoWholeMarket() {
        vendor.has(new Instrument("S7"), new SplitNotice(FRIDAY, 7));
        vendor.refuses(question -> question.startsWith("market")
                ? Optional.of(new VendorAnswer.NoEntitlement<>("no bulk"))
                : Optional.empty());
        ActionReport report = sweep.news(universe(201), TODAY, NIGHT);
        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void refusesDividendsInOtherCurrenciesAndSaysSo() {
        vendor.has(APPLE, dividend(FRIDAY, 1.5, "CAD"));
        ActionReport report = sweep.news(Set.of(APPLE), TODAY, NIGHT);
        assertThat(report.stored()).isZero();
        assertThat(known(Instant.MAX)).isEmpty();
        assertThat(report.refused())
                .extracting(ActionReport.RefusedDividend::message)
                .containsExactly("AAPL: the dividend of 2026-06-05 is 1.5 CAD, expected an amount in USD; it is not"
                        + " stored, import it with its value in dollars");
    }

    @Test
    void aSymbolThatFailsStopsNoOtherAndIsNamed() {
        vendor.has(APPLE, new SplitNotice(FRIDAY, 7));
        vendor.refuses(question -> question.equals("splits IBM")
                ? Optional.of(new VendorAnswer.Broken<>("an HTML page"))
                : Optional.empty());
        ActionReport report = sweep.history(Set.of(APPLE, new Instrument("IBM")), YEARS, NIGHT);
        assertThat(report.failures()).isEqualTo(Map.of("IBM", "an HTML page"));
        assertThat(report.isComplete()).isFalse();
        assertThat(report.stored()).isEqualTo(1);
    }

    @Test
    void endsWhenNobodyAnswersAndAsksInAnotherOrderTheNextTime() {
        vendor.refuses(question -> Optional.of(new VendorAnswer.Broken<>("an HTML page")));
        ActionReport report = sweep.history(universe(120), YEARS, NIGHT);
        assertThat(report.ended()).contains("5 questions in a row had no answer, the last: an HTML page");
        assertThat(report.failures()).hasSize(120);
        List<String> first = List.copyOf(vendor.asked());
        assertThat(first).hasSize(5);
        sweep.history(universe(120), YEARS, NIGHT.plusSeconds(900));
        assertThat(vendor.asked().subList(5, 10)).isNotEqualTo(first);
    }

    @Test
    void endsWhenTheQuotaIsUsedUpAndNamesAllThatWereNotAsked() {
        vendor.refuses(question ->
                vendor.asked().size() == 3 ? Optional.of(new VendorAnswer.QuotaUsedUp<>("spent")) : Optional.empty());
        ActionReport report = sweep.history(universe(120), YEARS, NIGHT);
        assertThat(report.ended()).contains("spent");
        assertThat(report.failures()).hasSize(119);
        assertThat(report.failures().values()).containsOnlyOnce("spent").contains("not asked: spent");
        assertThat(vendor.asked()).hasSize(3);
    }
}
