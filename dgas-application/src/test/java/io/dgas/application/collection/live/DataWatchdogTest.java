package io.dgas.application.collection.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.port.out.collection.TradeCountRepository;
import io.dgas.application.port.out.collection.TradeCountRepository.CountedTrades;
import io.dgas.application.port.out.vendor.StreamRemedy;
import io.dgas.application.port.out.vendor.StreamStatus;
import io.dgas.application.port.out.vendor.StreamStatus.State;
import io.dgas.domain.market.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Silence that is chance and silence that is a fault. */
class DataWatchdogTest {

    private static final Instant OPEN = Instant.parse("2026-06-02T13:30:00Z");
    private static final Instrument AAPL = new Instrument("AAPL");

    private final TradeCounts counts = new TradeCounts();
    private final DataWatchdog watchdog = new DataWatchdog(WatchdogRules.usual(), counts);
    private final List<StreamRemedy> remedies = new ArrayList<>();
    private Map<Instrument, Instant> starved = Map.of();
    private Map<Instrument, Instant> suspected = Map.of();
    private State state = State.LIVE;
    private List<Instrument> followed = List.of();
    private Set<Instrument> subscribed = Set.of();
    private Instant now = OPEN;

    /** As is known of instruments that trade at random so many times a minute. */
    private void follow(int instruments, double perMinute) {
        followed = IntStream.range(0, instruments)
                .mapToObj(i -> i == 0 ? AAPL : new Instrument("S" + i))
                .toList();
        for (Instrument instrument : followed) {
            for (int halfHour = 0; halfHour < TradeCounts.HALF_HOURS; halfHour++) {
                counts.add(new TradeCounts.Slot(instrument, halfHour), perMinute * 300, 300);
            }
            double silences = TradeCounts.HALF_HOURS * 300 * perMinute * Math.exp(-0.75 * perMinute);
            counts.addSilences(instrument, silences, silences * 60 / perMinute);
        }
        subscribed = new HashSet<>(followed);
        watchdog.follow(followed);
        watchdog.sessionOpened(OPEN);
    }

    private StreamStatus status() {
        return new StreamStatus(
                state,
                Optional.of(OPEN.minusSeconds(600)),
                subscribed,
                Map.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                new StreamStatus.Frames(0, 0, 0, 0, 0, 0, Optional.empty()),
                Optional.empty());
    }

    /** A second in which these traded. */
    private void second(Iterable<Instrument> traded) {
        now = now.plusSeconds(1);
        traded.forEach(watchdog::onTrade);
        WatchdogReport report = watchdog.check(now, status());
        suspected = report.suspected();
        starved = report.starved();
        remedies.addAll(report.remedies());
    }

    private void silence(int seconds) {
        for (int i = 0; i < seconds; i++) {
            second(List.of());
        }
    }

    private void othersTrade(int seconds) {
        for (int i = 0; i < seconds; i++) {
            second(followed.subList(1, followed.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {6, 12, 30, 200})
    void aLiquidInstrumentIsFlaggedWithinNinetySeconds(double perMinute) {
        follow(10, perMinute);
        othersTrade(90);

        assertThat(suspected).containsOnlyKeys(AAPL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {6, 12, 30, 200})
    void nothingIsDoneBeforeItIsSure(double perMinute) {
        follow(10, perMinute);
        int missing = (int) Math.max(45, 60 * Math.log(1e8) / perMinute);
        othersTrade(missing - 1);
        assertThat(starved).isEmpty();
        assertThat(remedies).isEmpty();
        othersTrade(60);

        assertThat(starved).containsOnlyKeys(AAPL);
        assertThat(suspected).containsOnlyKeys(AAPL);
        assertThat(remedies).containsOnly(new StreamRemedy.Resubscribe(Set.of(AAPL)));
    }

    @Test
    void aQuietInstrumentIsGivenTheTimeItsRateAsksFor() {
        follow(10, 1);
        othersTrade(6 * 60);
        assertThat(suspected).isEmpty();
        othersTrade(11 * 60);
        assertThat(suspected).containsOnlyKeys(AAPL);
        assertThat(starved).isEmpty();
        othersTrade(4 * 60);

        assertThat(starved).containsOnlyKeys(AAPL);
    }

    /** Minutes with six trades and minutes with none, at random one in four: the rate alone says twelve trades are missing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tradesInClustersAreNotHeldToBeMissing(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        followed = IntStream.range(0, 65).mapToObj(i -> new Instrument("T" + i)).toList();
        subscribed = new HashSet<>(followed);
        watchdog.follow(followed);
        watchdog.sessionOpened(OPEN);
        for (int minute = 0; minute < 390; minute++) {
            List<Instrument> traded =
                    followed.stream().filter(each -> random.nextInt(4) == 0).toList();
            for (int second = 0; second < 60; second++) {
                second(second % 10 == 0 ? traded : List.of());
            }
            assertThat(starved).as("seed %d, minute %d", seed, minute).isEmpty();
        }
        assertThat(remedies).as("seed %d", seed).isEmpty();
    }

    @Test
    void nobodyIsFlaggedBeforeTheShortestSilence() {
        follow(10, 5000);
        othersTrade(44);
        assertThat(suspected).isEmpty();
        othersTrade(2);

        assertThat(starved).containsOnlyKeys(AAPL);
    }

    @Test
    void aTradeEndsTheSuspicion() {
        follow(10, 30);
        othersTrade(90);
        second(followed);

        assertThat(starved).isEmpty();
        assertThat(suspected).isEmpty();
    }

    /** Trades at random at the rate that is known: two hours of fifty instruments. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void chanceAloneIsNotHeldToBeAFault(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        follow(50, 12);
        for (int second = 0; second < 7_200; second++) {
            second(followed.stream().filter(each -> random.nextDouble() < 0.2).toList());
        }

        assertThat(remedies).as("seed %d", seed).isEmpty();
    }

    @Test
    void whatIsUsualAtNoonIsNotInTheMorning() {
        for (int silent : new int[] {0, 6}) {
            TradeCounts ofDay = new TradeCounts();
            for (int halfHour = 0; halfHour < 13; halfHour++) {
                ofDay.add(new TradeCounts.Slot(AAPL, halfHour), halfHour == 6 ? 300 : 30_000, 1000);
            }
            DataWatchdog dog = new DataWatchdog(WatchdogRules.usual(), ofDay);
            dog.follow(List.of(AAPL));
            dog.sessionOpened(OPEN);
            followed = List.of(AAPL);
            Instant from = OPEN.plusSeconds(1800L * silent);
            WatchdogReport report = dog.check(from, status());
            for (int i = 1; i < 120; i++) {
                report = dog.check(from.plusSeconds(i), status());
            }

            assertThat(report.starved().isEmpty()).as("half hour %d", silent).isEqualTo(silent == 6);
        }
    }

    @Test
    void starvationDoesNotTeachThatSilenceIsUsual() {
        follow(10, 30);
        TradeCounts.Slot slot = new TradeCounts.Slot(AAPL, 0);
        double before = ExpectedRate.cautious().perMinute(counts, slot);
        othersTrade(1500);
        assertThat(ExpectedRate.cautious().perMinute(counts, slot)).isEqualTo(before);
        second(followed);

        assertThat(ExpectedRate.cautious().perMinute(counts, slot)).isEqualTo(before);
    }

    @Test
    void theRateIsLearntFromWhatComes() {
        followed = List.of(AAPL);
        watchdog.follow(followed);
        watchdog.sessionOpened(OPEN);
        silence(60);
        assertThat(starved).isEmpty();
        for (int i = 0; i < 1200; i++) {
            second(followed);
        }
        watchdog.sessionClosed(now);
        TradeCountRepository.HalfHour tally = counts.counted().halfHours().getFirst();

        assertThat(tally.trades()).isEqualTo(1200);
        assertThat(tally.minutes()).isBetween(20.9, 21.1);
        silence(90);
        assertThat(starved).containsOnlyKeys(AAPL);
    }

    @Test
    void aStarvedInstrumentIsSubscribedAgainAtAPaceAndAloneNeverCostsTheConnection() {
        follow(10, 60);
        othersTrade(340);

        assertThat(remedies).hasSizeBetween(4, 8).containsOnly(new StreamRemedy.Resubscribe(Set.of(AAPL)));
    }

    @Test
    void manyStarvedInstrumentsCostTheConnectionLessAndLessOften() {
        follow(9, 60);
        for (int i = 0; i < 3600; i++) {
            second(followed.subList(3, 9));
        }

        assertThat(remedies).hasSizeBetween(4, 10).allMatch(StreamRemedy.Reconnect.class::isInstance);
        assertThat(remedies.getFirst()).isEqualTo(new StreamRemedy.Reconnect("3 of 9 instruments fell silent"));
    }

    /** Such as symbols that the vendor does not have: a reconnect would cost all others their bar. */
    @Test
    void instrumentsThatNobodyEverHeardOfCostTheOthersNothing() {
        follow(9, 60);
        List<Instrument> traded = followed;
        List<Instrument> all = Stream.concat(
                        traded.stream(), IntStream.range(0, 9).mapToObj(i -> new Instrument("X" + i)))
                .toList();
        subscribed = new HashSet<>(all);
        watchdog.follow(all);
        for (int i = 0; i < 4 * 3600; i++) {
            second(traded);
        }

        assertThat(starved).hasSize(9);
        assertThat(remedies).isNotEmpty().allMatch(StreamRemedy.Resubscribe.class::isInstance);
    }

    @Test
    void aConnectionOfQuietInstrumentsIsDistrustedBeforeAnyOfThem() {
        follow(50, 1);
        silence(50);

        assertThat(starved).isEmpty();
        assertThat(remedies).containsExactly(new StreamRemedy.Reconnect("no trade of any instrument"));
    }

    @Test
    void aConnectionThatIsRefusedItsSubscriptionsIsLeftToWaitForThem() {
        follow(50, 20);
        subscribed = Set.of();
        silence(120);
        assertThat(starved).hasSize(50);
        assertThat(remedies).isEmpty();

        subscribed = new HashSet<>(followed);
        silence(20);
        for (int i = 0; i < 300; i++) {
            second(i % 20 == 0 ? followed.subList(0, 25) : i % 20 == 10 ? followed.subList(25, 50) : List.of());
        }
        assertThat(starved).isEmpty();
        assertThat(remedies).isEmpty();
    }

    @Test
    void withoutAConnectionThereIsNothingToHealButStarvationIsTold() {
        follow(10, 60);
        state = State.WAITING;
        silence(90);

        assertThat(starved).hasSize(10);
        assertThat(remedies).isEmpty();
    }

    @Test
    void timeInWhichNobodyLookedProvesNothing() {
        follow(10, 20);
        now = now.plus(Duration.ofHours(1));
        second(List.of());

        assertThat(starved).isEmpty();
    }

    @Test
    void whatIsNotFollowedAnyMoreIsNotMissed() {
        follow(10, 60);
        othersTrade(90);
        watchdog.follow(followed.subList(1, 10));
        othersTrade(1);

        assertThat(starved).isEmpty();
    }

    @Test
    void countsFadeAndAreKept() {
        counts.add(new TradeCounts.Slot(AAPL, 3), 100, 10);
        counts.fade(0.5);

        counts.addSilences(AAPL, 2, 90);
        CountedTrades kept = counts.counted();
        assertThat(kept)
                .isEqualTo(new CountedTrades(
                        List.of(new TradeCountRepository.HalfHour(AAPL, 3, 50, 5)),
                        List.of(new TradeCountRepository.Silences(AAPL, 2, 90))));
        assertThat(TradeCounts.of(kept).counted()).isEqualTo(kept);
        assertThatThrownBy(() -> counts.fade(2)).hasMessageContaining("2.0").hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> new TradeCounts.Slot(AAPL, 14)).hasMessageContaining("0 to 13");
    }
}
