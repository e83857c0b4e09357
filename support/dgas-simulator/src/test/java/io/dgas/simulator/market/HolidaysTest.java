package io.dgas.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

    /** As the exchange has published them. */
    @ParameterizedTest
    @CsvSource({
        "2013,01-01 01-21 02-18 03-29 05-27 07-04 09-02 11-28 12-25,07-03 11-29 12-24",
        "2021,01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24,11-26",
        "2022,01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26,11-25",
        "2025,01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25,07-03 11-28 12-24",
        "2026,01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25,11-27 12-24",
        "2027,01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24,11-26",
    })
    void closedDaysAndEarlyClosesAreThoseOfTheExchange(int year, String closed, String early) {
        List<LocalDate> weekdays = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> !Holidays.isWeekend(date))
                .toList();
        assertThat(weekdays.stream().filter(date -> Holidays.on(date).isPresent()))
                .containsExactlyElementsOf(dates(year, closed));
        assertThat(weekdays.stream().filter(date -> Holidays.earlyCloseOn(date).isPresent()))
                .containsExactlyElementsOf(dates(year, early));
    }

    private static List<LocalDate> dates(int year, String days) {
        return List.of(days.split(" ", -1)).stream()
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList();
    }

    @Test
    void aHalfDayEndsAtOneAndAGeneratedOneHasItsAuctionThen() {
        LocalDate half = LocalDate.parse("2026-11-27");
        Session session = Session.on(half);
        assertThat(session.close() - session.open()).isEqualTo(210 * 60);
        GeneratedMarket.Dates dates = new GeneratedMarket.Dates(half.minusDays(1), half);
        Listing listing =
                new GeneratedMarket(1, List.of("A.US"), dates).find("A.US").orElseThrow();
        assertThat(listing.dates()).containsExactly(half);
        TradingDay day = listing.day(half).orElseThrow();
        assertThat(day.regular()).hasSize(210);
        assertThat(day.minute(session.close()).orElseThrow().open()).isEqualTo(day.officialClose());
    }
}
