package io.dgas.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.market.Grid.Anchor;
import io.dgas.domain.market.Misplaced.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GridTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final Grid SESSION = Grid.of(NYSE, Anchor.SESSION);
    private static final Grid CLOCK = Grid.of(NYSE, Anchor.CLOCK);

    static Stream<Arguments> intradayGrids() {
        return Stream.of(SESSION, CLOCK)
                .flatMap(grid -> Arrays.stream(Timeframe.values())
                        .filter(Timeframe::isIntraday)
                        .map(timeframe -> Arguments.of(grid, timeframe)));
    }

    private static long newYork(String dateTime) {
        return LocalDateTime.parse(dateTime).atZone(NYSE.zone()).toEpochSecond();
    }

    private static Cause causeOf(Grid grid, long openTime, Timeframe timeframe) {
        assertThat(grid.place(openTime, timeframe)).isInstanceOf(Misplaced.class);
        return ((Misplaced) grid.place(openTime, timeframe)).cause();
    }

    private static String reasonOf(Grid grid, String openTime, Timeframe timeframe) {
        return ((Misplaced) grid.place(newYork(openTime), timeframe)).reason();
    }

    @ParameterizedTest
    @MethodSource("intradayGrids")
    void theSlotsOfASessionTileItFromOpenToClose(Grid grid, Timeframe timeframe) {
        for (Session session : NYSE.sessions(LocalDate.of(2001, 9, 4), LocalDate.of(2003, 1, 3))) {
            List<Slot> slots = slotsWithin(grid, timeframe, session);
            assertThat(slots.get(0).tradingFrom()).isEqualTo(session.open().getEpochSecond());
            for (int i = 1; i < slots.size(); i++) {
                assertThat(slots.get(i).openTime()).isEqualTo(slots.get(i - 1).closeTime());
            }
            assertThat(slots.get(slots.size() - 1).closeTime())
                    .isEqualTo(session.close().getEpochSecond());
        }
    }

    private static List<Slot> slotsWithin(Grid grid, Timeframe timeframe, Session session) {
        List<Slot> slots = new ArrayList<>();
        Slot slot = grid.slotAt(session.open().getEpochSecond(), timeframe).orElseThrow();
        while (slot.openTime() < session.close().getEpochSecond()) {
            slots.add(slot);
            slot = grid.slotFrom(slot.openTime() + 1, timeframe).orElseThrow();
        }
        return slots;
    }

    @ParameterizedTest
    @MethodSource("intradayGrids")
    void aSlotIsFoundByItsStampByAnyTimeInItAndAgreesWithTheCalendar(Grid grid, Timeframe timeframe) {
        SplittableRandom random = new SplittableRandom(31);
        long time = newYork("1998-01-02T00:00");
        for (int trial = 0; trial < 3_000; trial++) {
            Slot slot = grid.slotFrom(time, timeframe).orElseThrow();
            long within = random.nextLong(slot.openTime(), slot.closeTime());
            assertThat(grid.place(slot.openTime(), timeframe)).isEqualTo(slot);
            assertThat(grid.slotAt(within, timeframe)).as("slot at %d", within).contains(slot);
            assertThat(grid.slotAt(slot.closeTime(), timeframe)).isNotEqualTo(slot);
            assertThat(NYSE.closeOfBar(slot.openTime(), timeframe)).isEqualTo(slot.closeTime());
            assertThat(NYSE.isShortBar(slot.openTime(), timeframe)).isEqualTo(slot.isShort());
            time = slot.closeTime() + random.nextLong(5 * 86_400);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Timeframe.class,
            names = {"D1", "W1", "MO1"})
    void periodsFollowEachOtherAndHoldEverySessionOnce(Timeframe timeframe) {
        long time = newYork("1998-02-01T00:00");
        for (Session session : NYSE.sessions(LocalDate.of(1998, 2, 1), NYSE.lastDate())) {
            Slot slot =
                    SESSION.slotAt(session.open().getEpochSecond(), timeframe).orElseThrow();
            assertThat(slot.closeTime()).isGreaterThanOrEqualTo(session.close().getEpochSecond());
            if (slot.openTime() >= time) {
                assertThat(slot).isEqualTo(SESSION.slotFrom(time, timeframe).orElseThrow());
                assertThat(slot.openTime()).isEqualTo(session.open().getEpochSecond());
                time = slot.closeTime();
            }
        }
        assertThat(SESSION.slotFrom(time, timeframe)).isEmpty();
    }

    @Test
    void anHourlySlotIsShortWhereTheSessionCutsIt() {
        assertThat(SESSION.place(newYork("2015-06-01T09:30"), Timeframe.H1))
                .isEqualTo(slot("2015-06-01T09:30", "2015-06-01T09:30", "2015-06-01T10:30", false));
        assertThat(SESSION.place(newYork("2015-06-01T15:30"), Timeframe.H1))
                .isEqualTo(slot("2015-06-01T15:30", "2015-06-01T15:30", "2015-06-01T16:00", true));
        assertThat(CLOCK.place(newYork("2015-06-01T09:00"), Timeframe.H1))
                .isEqualTo(slot("2015-06-01T09:00", "2015-06-01T09:30", "2015-06-01T10:00", true));
        assertThat(CLOCK.place(newYork("2015-11-27T12:00"), Timeframe.H4))
                .isEqualTo(slot("2015-11-27T12:00", "2015-11-27T12:00", "2015-11-27T13:00", true));
    }

    private static Slot slot(String open, String tradingFrom, String close, boolean isShort) {
        return new Slot(newYork(open), newYork(tradingFrom), newYork(close), isShort);
    }

    @ParameterizedTest
    @CsvSource({
        "2015-06-01T04:00,OUTSIDE_REGULAR_HOURS",
        "2015-06-01T09:29,OUTSIDE_REGULAR_HOURS",
        "2015-06-01T16:00,OUTSIDE_REGULAR_HOURS",
        "2015-12-01T19:59,OUTSIDE_REGULAR_HOURS",
        "2015-11-27T13:00,OUTSIDE_REGULAR_HOURS",
        "2015-11-27T15:59,OUTSIDE_REGULAR_HOURS",
        "2002-09-11T11:59,OUTSIDE_REGULAR_HOURS",
        "2015-06-01T10:00:30,OFF_GRID",
        "2015-06-01T03:59,OFF_GRID",
        "2015-06-01T20:00,OFF_GRID",
        "2015-06-06T12:00,NO_SESSION",
        "2012-10-29T12:00,NO_SESSION",
        "2015-12-25T16:00,NO_SESSION",
        "1997-12-31T12:00,BEYOND_CALENDAR",
        "2029-01-02T12:00,BEYOND_CALENDAR",
        "1950-01-03T09:30,BEYOND_CALENDAR",
    })
    void tellsWhyAMinuteBarCannotOpenThen(String openTime, Cause cause) {
        assertThat(causeOf(SESSION, newYork(openTime), Timeframe.M1)).isEqualTo(cause);
        assertThat(causeOf(CLOCK, newYork(openTime), Timeframe.M1)).isEqualTo(cause);
    }

    @Test
    void aSeriesOfOneGridIsOffTheOther() {
        assertThat(causeOf(SESSION, newYork("2015-06-01T10:00"), Timeframe.H1)).isEqualTo(Cause.OFF_GRID);
        assertThat(causeOf(CLOCK, newYork("2015-06-01T10:30"), Timeframe.H1)).isEqualTo(Cause.OFF_GRID);
        assertThat(causeOf(CLOCK, newYork("2015-06-01T09:30"), Timeframe.H1)).isEqualTo(Cause.OFF_GRID);
    }

    @ParameterizedTest
    @CsvSource({
        "2015-06-01T13:30:00Z",
        "2015-06-01T04:00:00Z",
        "2015-06-01T00:00:00Z",
    })
    void aDayMayBeStampedAtItsOpenOrWithItsDate(Instant stamp) {
        assertThat(SESSION.place(stamp.getEpochSecond(), Timeframe.D1))
                .isEqualTo(slot("2015-06-01T09:30", "2015-06-01T09:30", "2015-06-01T16:00", false));
    }

    @Test
    void aDayThatOpenedLateMayBeStampedAtHalfPastNine() {
        assertThat(SESSION.place(newYork("2002-09-11T09:30"), Timeframe.D1))
                .isEqualTo(slot("2002-09-11T12:00", "2002-09-11T12:00", "2002-09-11T16:00", true));
    }

    @ParameterizedTest
    @CsvSource({
        "2015-06-01T20:00:00Z,OFF_GRID",
        "2015-06-06T00:00:00Z,NO_SESSION",
        "2015-06-06T13:30:00Z,NO_SESSION",
        "1997-12-31T00:00:00Z,BEYOND_CALENDAR",
        "2029-01-02T14:30:00Z,BEYOND_CALENDAR",
    })
    void tellsWhyADayCannotBeStampedThen(Instant stamp, Cause cause) {
        assertThat(causeOf(SESSION, stamp.getEpochSecond(), Timeframe.D1)).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({"2015-09-07T00:00:00Z", "2015-09-08T00:00:00Z", "2015-09-08T13:30:00Z", "2015-09-08T04:00:00Z"})
    void aWeekIsStampedWithItsMondayOrItsFirstSession(Instant stamp) {
        assertThat(SESSION.place(stamp.getEpochSecond(), Timeframe.W1))
                .isEqualTo(slot("2015-09-08T09:30", "2015-09-08T09:30", "2015-09-11T16:00", true));
    }

    @Test
    void aWeekStampedWithAnotherDayIsOffTheGrid() {
        assertThat(causeOf(SESSION, newYork("2015-09-11T09:30"), Timeframe.W1)).isEqualTo(Cause.OFF_GRID);
    }

    @Test
    void aPeriodThatBeganBeforeTheCalendarIsBeyondIt() {
        assertThat(causeOf(SESSION, newYork("1998-01-02T09:30"), Timeframe.W1)).isEqualTo(Cause.BEYOND_CALENDAR);
        assertThat(SESSION.place(newYork("1998-01-02T09:30"), Timeframe.MO1)).isInstanceOf(Slot.class);
    }

    @Test
    void givesItsReasonInASentence() {
        assertThat(reasonOf(SESSION, "2020-12-15T16:00", Timeframe.M1))
                .isEqualTo("2020-12-15 16:00 New York time is outside regular hours, 09:30 to 16:00 on that day");
        assertThat(reasonOf(SESSION, "2020-12-15T10:00", Timeframe.H1))
                .isEqualTo("2020-12-15 10:00 New York time is not on the grid: the 1h bar around it opens at 09:30");
        assertThat(reasonOf(SESSION, "2020-12-15T02:00", Timeframe.H1))
                .isEqualTo("2020-12-15 02:00 New York time is not on the grid: there is no trading at this time");
        assertThat(reasonOf(SESSION, "2012-10-29T10:00", Timeframe.H1))
                .isEqualTo("no session on 2012-10-29: Hurricane Sandy");
        assertThat(reasonOf(SESSION, "2029-01-02T10:00", Timeframe.D1))
                .isEqualTo(
                        "2029-01-02 10:00 New York time is outside the calendar, which knows 1998-01-01 to 2028-12-31");
        assertThat(reasonOf(SESSION, "1998-01-02T09:30", Timeframe.W1))
                .isEqualTo("the 1w bar of 1998-01-02 begins before the calendar, which knows 1998-01-01 to 2028-12-31");
        assertThat(reasonOf(SESSION, "2015-09-11T09:30", Timeframe.W1))
                .startsWith(
                        "2015-09-11 09:30 New York time is not on the grid: a 1w bar is stamped at the open of its");
    }

    @Test
    void theFirstTellingBarGivesTheGrid() {
        assertThat(fitting("2015-06-01T09:30", "2015-06-01T10:30")).isEqualTo(SESSION);
        assertThat(fitting("2015-06-01T09:00", "2015-06-01T10:00")).isEqualTo(CLOCK);
        assertThat(fitting("2002-09-11T12:00", "2002-09-12T09:00")).isEqualTo(CLOCK);
        assertThat(fitting("2002-09-11T12:00")).isEqualTo(SESSION);
        assertThat(fitting()).isEqualTo(SESSION);
    }

    private static Grid fitting(String... openTimes) {
        LongStream times = Arrays.stream(openTimes).mapToLong(GridTest::newYork);
        return Grid.fitting(NYSE, Timeframe.H1, times);
    }
}
