package io.dgas.application.collection.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketDatesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

    private static void lack(Map<Instrument, Set<LocalDate>> wanted, int from, int to, LocalDate date) {
        for (int symbol = from; symbol < to; symbol++) {
            wanted.computeIfAbsent(new Instrument("S" + symbol), any -> new TreeSet<>())
                    .add(date);
        }
    }

    @Test
    void aDayThatManyLackIsAskedOfTheMarket() {
        Map<Instrument, Set<LocalDate>> wanted = new TreeMap<>();
        lack(wanted, 0, 100, MONDAY);
        assertThat(MarketDates.cheapest(wanted)).isEmpty();
        lack(wanted, 100, 101, MONDAY);
        assertThat(MarketDates.cheapest(wanted)).containsExactly(MONDAY);
        assertThat(MarketDates.cheapest(Map.of())).isEmpty();
    }

    @Test
    void newSymbolsDoNotMakeTheirYearsBeAskedOfTheMarket() {
        Map<Instrument, Set<LocalDate>> wanted = new TreeMap<>();
        lack(wanted, 0, 517, MONDAY);
        for (int day = 1; day < 250; day++) {
            lack(wanted, 0, 3, MONDAY.minusDays(day));
        }
        assertThat(MarketDates.cheapest(wanted)).containsExactly(MONDAY);
    }

    @Test
    void whoLacksManyDaysIsAskedOnceForAll() {
        Map<Instrument, Set<LocalDate>> wanted = new TreeMap<>();
        for (int day = 0; day < 250; day++) {
            lack(wanted, 0, 517, MONDAY.minusDays(day));
        }
        assertThat(MarketDates.cheapest(wanted)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverCostsMoreThanAskingAllOneWay(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Instrument, Set<LocalDate>> wanted = new TreeMap<>();
        for (int day = 0; day < 6; day++) {
            int from = random.nextInt(400);
            lack(wanted, from, from + random.nextInt(300), MONDAY.minusDays(day));
        }
        Set<LocalDate> all = new TreeSet<>();
        wanted.values().forEach(all::addAll);
        assertThat(calls(wanted, MarketDates.cheapest(wanted)))
                .as("seed %d", seed)
                .isLessThanOrEqualTo(calls(wanted, Set.of()))
                .isLessThanOrEqualTo(calls(wanted, all));
    }

    /** Of days that each miss one symbol more, the best choice is among the first so many: none is cheaper. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheCheapestWayWhenTheDaysAreNested(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Instrument, Set<LocalDate>> wanted = new TreeMap<>();
        int days = 1 + random.nextInt(6);
        for (int day = 0; day < days; day++) {
            lack(wanted, 0, random.nextInt(600), MONDAY.minusDays(day));
        }
        SortedSet<LocalDate> chosen = MarketDates.cheapest(wanted);
        int calls = calls(wanted, chosen);
        for (int subset = 0; subset < 1 << days; subset++) {
            Set<LocalDate> other = new TreeSet<>();
            for (int day = 0; day < days; day++) {
                if ((subset >> day & 1) == 1) {
                    other.add(MONDAY.minusDays(day));
                }
            }
            assertThat(calls)
                    .as("seed %d, %s and not %s", seed, chosen, other)
                    .isLessThanOrEqualTo(calls(wanted, other));
        }
    }

    private static int calls(Map<Instrument, Set<LocalDate>> wanted, Set<LocalDate> market) {
        long symbols = wanted.values().stream()
                .filter(dates -> !market.containsAll(dates))
                .count();
        return 100 * market.size() + (int) symbols;
    }
}
