package io.dgas.application.collection.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.collection.plan.PlanLimits.Feed;
import io.dgas.application.collection.plan.PlanSettings.SweepPasses;
import io.dgas.domain.market.Instrument;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallPlanTest {

    private static final List<String> ALL_FEEDS = List.of("Intraday Data API", "Real-time Data via WebSockets");
    private static final PlanLimits STANDARD = new PlanLimits(100_000, 1_000, 50, ALL_FEEDS);
    private static final SweepPasses NIGHTLY = new SweepPasses(Duration.ofHours(3), Duration.ofHours(1), 1);
    private static final PlanSettings SETTINGS = settings(50, Duration.ofMinutes(5));

    private static PlanSettings settings(int socketSymbols, Duration rhythm) {
        return new PlanSettings(socketSymbols, rhythm, 80, NIGHTLY, 365);
    }

    private static PlannedUniverse universe(int size) {
        return new PlannedUniverse(symbols(size), 0);
    }

    private static List<Instrument> symbols(int size) {
        return IntStream.range(0, size)
                .mapToObj(symbol -> new Instrument("S" + symbol))
                .toList();
    }

    private static PlanLimits limits(long callsPerDay) {
        return new PlanLimits(callsPerDay, 1_000, 50, ALL_FEEDS);
    }

    private static List<String> messages(CallPlan plan) {
        return plan.refusals().stream().map(Refusal::message).toList();
    }

    @Test
    void theWholeIndexFitsIntoAnOrdinaryPlan() {
        CallPlan plan = CallPlan.of(universe(517), STANDARD, SETTINGS);
        assertThat(plan.calls())
                .isEqualTo(Map.of(
                        Purpose.SWEEP, 2_585L,
                        Purpose.RETRIES, 2_885L,
                        Purpose.DAILY_BARS, 300L,
                        Purpose.ACTIONS, 400L,
                        Purpose.QUOTES, 8_200L,
                        Purpose.ACCOUNT, 24L));
        assertThat(plan.total()).isEqualTo(14_394);
        assertThat(plan.onSocket()).isEqualTo(symbols(517).subList(0, 50));
        assertThat(plan.onQuotes()).isEqualTo(symbols(517).subList(50, 517));
        assertThat(plan.fastestRhythm()).contains(Duration.ofMinutes(1));
        assertThat(plan.requests()).isEqualTo(new CallPlan.Requests(1, 2, 80));
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.fits()).isTrue();
    }

    @Test
    void asksFewSymbolsOneByOne() {
        CallPlan plan = CallPlan.of(universe(20), STANDARD, settings(5, Duration.ofMinutes(5)));
        assertThat(plan.calls())
                .isEqualTo(Map.of(
                        Purpose.SWEEP, 100L,
                        Purpose.RETRIES, 120L,
                        Purpose.DAILY_BARS, 20L,
                        Purpose.ACTIONS, 40L,
                        Purpose.QUOTES, 82L * 15,
                        Purpose.ACCOUNT, 24L));
    }

    @Test
    void saysWhenTheSettingIsMoreThanTheSocketsCap() {
        CallPlan plan = CallPlan.of(universe(517), STANDARD, settings(500, Duration.ofMinutes(5)));
        assertThat(plan.onSocket()).hasSize(50);
        assertThat(messages(plan))
                .containsExactly("eodhd.websocket_symbols is 500, and the plan has live trades of 50 symbols at most;"
                        + " set it to 50 or less, the other symbols are collected from quotes");
    }

    @Test
    void saysWhichFeedIsMissing() {
        PlanLimits daily = new PlanLimits(100_000, 1_000, 50, List.of("Splits and Dividends Data API"));
        CallPlan plan = CallPlan.of(universe(517), daily, SETTINGS);
        assertThat(plan.onSocket()).isEmpty();
        assertThat(messages(plan))
                .containsExactly(
                        "the plan does not include 'Intraday Data API': without it there are no final bars within a"
                                + " day; take a plan that includes it",
                        "the plan does not include 'Real-time Data via WebSockets': set eodhd.websocket_symbols to 0,"
                                + " or take a plan that includes it");
        PlanLimits silent = new PlanLimits(100_000, 1_000, 50, List.of());
        assertThat(CallPlan.of(universe(517), silent, SETTINGS).fits()).isTrue();
        PlanLimits intraday = new PlanLimits(100_000, 1_000, 50, List.of("INTRADAY Data API"));
        assertThat(CallPlan.of(universe(517), intraday, settings(0, Duration.ofMinutes(5)))
                        .fits())
                .isTrue();
    }

    @Test
    void saysHowManySymbolsASmallPlanCanBear() {
        CallPlan plan = CallPlan.of(universe(517), limits(500), SETTINGS);
        assertThat(plan.refusals()).singleElement().isInstanceOfSatisfying(Refusal.TooManyCalls.class, refusal -> {
            assertThat(refusal.calls()).isEqualTo(6_194);
            assertThat(CallPlan.of(universe(refusal.most()), limits(500), SETTINGS)
                            .fits())
                    .isTrue();
            assertThat(CallPlan.of(universe(refusal.most() + 1), limits(500), SETTINGS)
                            .fits())
                    .isFalse();
            assertThat(refusal.message())
                    .isEqualTo("517 symbols cost 6194 calls a day before any quote, and the plan has 500; collect 34"
                            + " symbols at most, or take a plan of 6194 calls or more");
        });
    }

    @Test
    void saysWhichRhythmOfQuotesWouldDo() {
        CallPlan plan = CallPlan.of(universe(517), limits(8_000), SETTINGS);
        assertThat(plan.fastestRhythm()).contains(Duration.ofSeconds(1_367));
        assertThat(messages(plan))
                .containsExactly("a round of quotes each 5 min costs 8200 calls a day, of which 1806 are left, or needs"
                        + " more requests a minute than are allowed; set the rhythm to 1367 s or slower");
        assertThat(CallPlan.of(universe(517), limits(8_000), settings(50, Duration.ofSeconds(1_367)))
                        .fits())
                .isTrue();
        CallPlan none = CallPlan.of(universe(517), limits(6_200), SETTINGS);
        assertThat(none.fastestRhythm()).isEmpty();
        assertThat(messages(none)).singleElement().asString().endsWith("collect fewer, or take a larger plan");
    }

    @Test
    void saysWhenANightIsTooShort() {
        PlanSettings slow = new PlanSettings(50, Duration.ofMinutes(5), 1, NIGHTLY, 365);
        CallPlan plan = CallPlan.of(universe(517), STANDARD, slow);
        assertThat(messages(plan))
                .containsExactly("the sweep after the close is of 1044 requests in 14 h 30 min, and 1 a minute are"
                        + " allowed; allow 2 a minute (data_collection.requests_per_minute and the plan), or collect"
                        + " fewer symbols");
        assertThat(CallPlan.of(universe(517), STANDARD, new PlanSettings(50, Duration.ofMinutes(5), 2, NIGHTLY, 365))
                        .fits())
                .isTrue();
    }

    @Test
    void asksAgainNoOftenerThanThereArePasses() {
        SweepPasses once = new SweepPasses(Duration.ofHours(3), Duration.ofHours(24), 3);
        PlanSettings settings = new PlanSettings(50, Duration.ofMinutes(5), 80, once, 0);
        assertThat(CallPlan.of(universe(517), STANDARD, settings).calls()).containsEntry(Purpose.RETRIES, 0L);
        SweepPasses twice = new SweepPasses(Duration.ofHours(3), Duration.ofHours(10), 3);
        settings = new PlanSettings(50, Duration.ofMinutes(5), 80, twice, 0);
        assertThat(CallPlan.of(universe(517), STANDARD, settings).calls()).containsEntry(Purpose.RETRIES, 2_885L);
    }

    @Test
    void tellsWhatTheHistoryOfNewSymbolsTakes() {
        PlannedUniverse fresh = new PlannedUniverse(symbols(517), 517);
        HistoryWork history = CallPlan.of(fresh, STANDARD, SETTINGS).history();
        assertThat(history).isEqualTo(new HistoryWork(517 * 23, 517 * 7, OptionalLong.of(1)));
        CallPlan tight = CallPlan.of(fresh, limits(14_394), SETTINGS);
        assertThat(tight.history().days()).isEmpty();
        assertThat(messages(tight))
                .singleElement()
                .asString()
                .startsWith("the history of the new symbols is 11891 calls");
        assertThat(CallPlan.of(fresh, limits(15_394), SETTINGS).history().days())
                .hasValue(12);
    }

    /** The day played through: whenever the plan says that it fits, no count goes beyond a limit. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatFitsNeverExceedsALimit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int fitting = 0;
        for (int round = 0; round < 300; round++) {
            PlannedUniverse universe = randomUniverse(random);
            PlanLimits limits = randomLimits(random);
            PlanSettings settings = randomSettings(random);
            CallPlan plan = CallPlan.of(universe, limits, settings);
            assertThat(plan.onSocket().size() + plan.onQuotes().size()).isEqualTo(universe.size());
            if (plan.fits()) {
                fitting++;
                assertThat(callsOfADay(plan, settings))
                        .as("seed %d, %s %s", seed, limits, settings)
                        .isLessThanOrEqualTo(limits.callsPerDay());
                assertThat(plan.total()).isLessThanOrEqualTo(limits.callsPerDay());
                assertThat(plan.onSocket().size())
                        .isLessThanOrEqualTo(limits.socketSymbols())
                        .isLessThanOrEqualTo(settings.socketSymbols());
                long allowed = Math.min(limits.requestsPerMinute(), settings.requestsPerMinute());
                assertThat(plan.requests().inMarketHours()).as("seed %d", seed).isLessThanOrEqualTo(allowed);
                assertThat(plan.requests().overnight()).as("seed %d", seed).isLessThanOrEqualTo(allowed);
            }
        }
        assertThat(fitting).as("seed %d", seed).isBetween(20, 280);
    }

    /** Counted round by round and symbol by symbol, without a look at the plan's own sums. */
    private static long callsOfADay(CallPlan plan, PlanSettings settings) {
        int symbols = plan.onSocket().size() + plan.onQuotes().size();
        long calls = 24L + Math.min(400, 2 * symbols);
        long passes = 1
                + Math.min(
                        settings.sweep().retries(),
                        (17 * 60 + 30 - settings.sweep().afterClose().toMinutes())
                                / settings.sweep().interval().toMinutes());
        for (int pass = 0; pass < passes; pass++) {
            calls += 5L * symbols + Math.min(300, symbols);
        }
        for (long second = 0;
                second < (390 + 20) * 60;
                second += settings.quoteRhythm().toSeconds()) {
            calls += Math.min(100, plan.onQuotes().size());
        }
        return calls;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aLargerBudgetNeverGivesASlowerRhythm(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 300; round++) {
            PlannedUniverse universe = randomUniverse(random);
            PlanLimits limits = randomLimits(random);
            PlanSettings settings = randomSettings(random);
            PlanLimits larger = new PlanLimits(
                    limits.callsPerDay() + random.nextLong(5_000),
                    limits.requestsPerMinute() + random.nextLong(100),
                    limits.socketSymbols(),
                    limits.feeds());
            CallPlan plan = CallPlan.of(universe, limits, settings);
            CallPlan better = CallPlan.of(universe, larger, settings);
            Duration before = plan.fastestRhythm().orElse(Duration.ofDays(1));
            Duration after = better.fastestRhythm().orElse(Duration.ofDays(1));
            assertThat(after).as("seed %d, %s %s", seed, limits, settings).isLessThanOrEqualTo(before);
            assertThat(better.fits() || !plan.fits()).as("seed %d", seed).isTrue();
        }
    }

    /** At the fastest rhythm no limit is exceeded, one second faster one is. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theFastestRhythmIsTheFastest(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 300; round++) {
            PlannedUniverse universe = randomUniverse(random);
            PlanLimits limits = randomLimits(random);
            PlanSettings settings = randomSettings(random);
            CallPlan plan = CallPlan.of(universe, limits, settings);
            String seen = "seed " + seed + ", " + limits + " " + settings + " " + plan.fastestRhythm();
            plan.fastestRhythm().ifPresent(fastest -> {
                boolean works = plan.onQuotes().isEmpty() || quotesWork(plan, limits, with(settings, fastest));
                assertThat(works).as(seen).isTrue();
                if (fastest.toSeconds() > 60) {
                    PlanSettings faster = with(settings, fastest.minusSeconds(1));
                    assertThat(quotesWork(plan, limits, faster)).as(seen).isFalse();
                    assertThat(CallPlan.of(universe, limits, faster).refusals())
                            .as(seen)
                            .anyMatch(refusal -> refusal instanceof Refusal.QuotesTooFast);
                }
            });
        }
    }

    private static boolean quotesWork(CallPlan plan, PlanLimits limits, PlanSettings settings) {
        int symbols = plan.onQuotes().size();
        long requestsOfARound = symbols >= 100 ? 1 : (symbols + 19) / 20;
        long allowed = Math.min(limits.requestsPerMinute(), settings.requestsPerMinute());
        return callsOfADay(plan, settings) <= limits.callsPerDay()
                && requestsOfARound * 60 <= allowed * settings.quoteRhythm().toSeconds();
    }

    private static PlanSettings with(PlanSettings settings, Duration rhythm) {
        return new PlanSettings(
                settings.socketSymbols(),
                rhythm,
                settings.requestsPerMinute(),
                settings.sweep(),
                settings.historyDays());
    }

    private static PlannedUniverse randomUniverse(SplittableRandom random) {
        int size = random.nextInt(random.nextBoolean() ? 120 : 1_500);
        return new PlannedUniverse(symbols(size), random.nextInt(size + 1));
    }

    private static PlanLimits randomLimits(SplittableRandom random) {
        return new PlanLimits(
                1 + random.nextLong(random.nextBoolean() ? 2_000 : 30_000),
                1 + random.nextLong(20),
                random.nextInt(100),
                random.nextBoolean() ? List.of() : ALL_FEEDS);
    }

    private static PlanSettings randomSettings(SplittableRandom random) {
        return new PlanSettings(
                random.nextInt(60),
                Duration.ofSeconds(60 + random.nextLong(3_000)),
                1 + random.nextLong(20),
                new SweepPasses(
                        Duration.ofMinutes(random.nextLong(600)),
                        Duration.ofMinutes(1 + random.nextLong(600)),
                        random.nextInt(4)),
                random.nextInt(400));
    }

    @Test
    void anEmptyUniverseNeedsNothingButTheAccount() {
        CallPlan plan = CallPlan.of(universe(0), limits(24), SETTINGS);
        assertThat(plan.total()).isEqualTo(24);
        assertThat(plan.fits()).isTrue();
    }

    @Test
    void refusesInputThatCannotBe() {
        Instrument apple = new Instrument("AAPL");
        assertThatThrownBy(() -> new PlannedUniverse(List.of(apple, apple), 0))
                .hasMessage("a symbol is in the universe twice: [AAPL, AAPL]");
        assertThatThrownBy(() -> new PlannedUniverse(List.of(apple), 2))
                .hasMessage("2 new symbols in a universe of 1: expected 0 to as many");
        assertThatThrownBy(() -> settings(1, Duration.ofSeconds(30)))
                .hasMessage("quotes are 1 minute apart or more, got 30 s");
        assertThatThrownBy(() -> new SweepPasses(Duration.ofHours(18), Duration.ofHours(1), 0))
                .hasMessage("a sweep begins between a close and the next open, at most 17 h 30 min later, got 18 h");
        assertThatThrownBy(() -> new PlanLimits(0, 1, 1, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(Feed.INTRADAY.vendorName()).isEqualTo("Intraday Data API");
    }
}
