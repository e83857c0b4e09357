package io.dgas.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCalendarTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();

    /** Sessions of 1998, 1999 and so on, as the exchange held or announced them. */
    private static final int[] SESSIONS = {
        252, 252, 252, 248, 252, 252, 252, 252, 251, 251, 253, 252, 252, 252, 250, 252, 252, 252, 252, 251, 251, 252,
        253, 252, 251, 250, 252, 250, 251, 251, 251
    };

    private static final String EARLY_CLOSES = """
            1998-11-27 1998-12-24 1999-11-26 1999-12-31 2000-07-03 2000-11-24 2001-07-03 2001-11-23 2001-12-24
            2002-07-05 2002-11-29 2002-12-24 2003-07-03 2003-11-28 2003-12-24 2003-12-26 2004-11-26 2005-11-25
            2006-07-03 2006-11-24 2007-07-03 2007-11-23 2007-12-24 2008-07-03 2008-11-28 2008-12-24 2009-11-27
            2009-12-24 2010-11-26 2011-11-25 2012-07-03 2012-11-23 2012-12-24 2013-07-03 2013-11-29 2013-12-24
            2014-07-03 2014-11-28 2014-12-24 2015-11-27 2015-12-24 2016-11-25 2017-07-03 2017-11-24 2018-07-03
            2018-11-23 2018-12-24 2019-07-03 2019-11-29 2019-12-24 2020-11-27 2020-12-24 2021-11-26 2022-11-25
            2023-07-03 2023-11-24 2024-07-03 2024-11-29 2024-12-24 2025-07-03 2025-11-28 2025-12-24 2026-11-27
            2026-12-24 2027-11-26 2028-07-03 2028-11-24""";

    static Stream<Integer> years() {
        return IntStream.rangeClosed(NYSE.firstDate().getYear(), NYSE.lastDate().getYear())
                .boxed();
    }

    private static List<Session> sessionsOf(int year) {
        return NYSE.sessions(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static Stream<LocalDate> dates() {
        return NYSE.firstDate().datesUntil(NYSE.lastDate().plusDays(1));
    }

    @ParameterizedTest
    @MethodSource("years")
    void holdsAsManySessionsAYearAsTheExchange(int year) {
        assertThat(sessionsOf(year)).as("sessions of %d", year).hasSize(SESSIONS[year - 1998]);
    }

    @Test
    void everyDateIsEitherASessionOrAClosureWithAName() {
        assertThat(dates())
                .allSatisfy(date -> assertThat(NYSE.sessionOn(date).isEmpty())
                        .as("closed on %s", date)
                        .isEqualTo(NYSE.closureOn(date)
                                .filter(name -> !name.isBlank())
                                .isPresent()));
    }

    @Test
    void closesEarlyOnTheDaysTheExchangeAnnouncedAndOnNoOthers() {
        Set<LocalDate> early =
                Stream.of(EARLY_CLOSES.split("\\s+")).map(LocalDate::parse).collect(Collectors.toSet());
        assertThat(NYSE.sessions(NYSE.firstDate(), NYSE.lastDate()).stream()
                        .filter(session -> localTime(session.close()).equals(LocalTime.of(13, 0)))
                        .map(Session::date))
                .containsExactlyInAnyOrderElementsOf(early);
    }

    @Test
    void opensAtHalfPastNineAndClosesAtFourOnAllOtherDays() {
        assertThat(NYSE.sessions(NYSE.firstDate(), NYSE.lastDate())).allSatisfy(session -> {
            boolean late = session.date().equals(LocalDate.of(2002, 9, 11));
            assertThat(localTime(session.open())).isEqualTo(late ? LocalTime.NOON : LocalTime.of(9, 30));
            assertThat(localTime(session.close())).isIn(LocalTime.of(13, 0), LocalTime.of(16, 0));
            assertThat(NYSE.dateOf(session.open())).isEqualTo(session.date());
        });
    }

    /** The Uniform Time Act and, from 2007, the Energy Policy Act of 2005, written out. */
    @ParameterizedTest
    @MethodSource("years")
    void opensAnHourEarlierByUtcInSummerTime(int year) {
        LocalDate begin = year < 2007 ? nth(year, Month.APRIL, 1) : nth(year, Month.MARCH, 2);
        LocalDate end = year < 2007 ? nth(year, Month.OCTOBER, -1) : nth(year, Month.NOVEMBER, 1);
        for (Session session : sessionsOf(year)) {
            boolean summer = session.date().isAfter(begin) && session.date().isBefore(end);
            LocalTime close = session.close().atOffset(ZoneOffset.UTC).toLocalTime();
            int local = localTime(session.close()).getHour();
            assertThat(close).as("close of %s", session).isEqualTo(LocalTime.of(local + (summer ? 4 : 5), 0));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2007-03-09,14:30", "2007-03-12,13:30", "2007-11-02,13:30", "2007-11-05,14:30", "2006-03-31,14:30",
        "2006-04-03,13:30", "2006-10-27,13:30", "2006-10-30,14:30", "2024-03-08,14:30", "2024-03-11,13:30",
    })
    void theOpenMovesByUtcOnTheMondayAfterTheClocksChange(LocalDate date, LocalTime open) {
        assertThat(NYSE.sessionOn(date).orElseThrow().open())
                .isEqualTo(date.atTime(open).toInstant(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "2001-09-11,Attacks of 11 September",
        "2004-06-11,Mourning for Ronald Reagan",
        "2012-10-30,Hurricane Sandy",
        "2025-01-09,Mourning for Jimmy Carter",
        "2022-06-20,Juneteenth",
        "2021-12-24,Christmas Day",
        "2023-01-02,New Year's Day",
        "2026-07-03,Independence Day",
        "2024-03-29,Good Friday",
        "2027-06-18,Juneteenth",
    })
    void namesTheClosure(LocalDate date, String name) {
        assertThat(NYSE.closureOn(date)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010-12-31", "2021-12-31", "2027-12-31", "2021-06-18", "1999-12-31", "2004-12-31"})
    void tradesOnTheLastDayOfAYearAndBeforeJuneteenthWasAHoliday(LocalDate date) {
        assertThat(NYSE.sessionOn(date)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("years")
    void everyWeekEndsWithItsLastSession(int year) {
        for (Session session : sessionsOf(year)) {
            DateRange week = NYSE.periodOf(session.date(), Timeframe.W1);
            List<Session> sessions = NYSE.sessions(later(week.first()), week.last());
            assertThat(NYSE.closeOfBar(session.open().getEpochSecond(), Timeframe.W1))
                    .as("close of the week of %s", session)
                    .isEqualTo(sessions.get(sessions.size() - 1).close().getEpochSecond());
        }
    }

    @ParameterizedTest
    @EnumSource(Timeframe.class)
    void theCloseOfABarIsThatOfItsLengthOrOfItsSession(Timeframe timeframe) {
        SplittableRandom random = new SplittableRandom(20_01);
        List<Session> sessions = NYSE.sessions(NYSE.firstDate(), NYSE.lastDate());
        for (int trial = 0; trial < 2_000 && timeframe.compareTo(Timeframe.D1) <= 0; trial++) {
            Session session = sessions.get(random.nextInt(sessions.size()));
            Instant open =
                    session.open().plusSeconds(random.nextLong(session.length().toSeconds()));
            Instant end = timeframe == Timeframe.D1 ? session.close() : open.plus(timeframe.length());
            assertThat(NYSE.closeOfBar(open.getEpochSecond(), timeframe))
                    .as("%s bar opening %s", timeframe, open)
                    .isEqualTo(Math.min(end.getEpochSecond(), session.close().getEpochSecond()));
        }
    }

    @Test
    void knowsTheExchangesDateOfAnyTime() {
        SplittableRandom random = new SplittableRandom(7);
        long first = NYSE.firstDate().atStartOfDay(NYSE.zone()).toEpochSecond();
        long end = NYSE.lastDate().plusDays(1).atStartOfDay(NYSE.zone()).toEpochSecond();
        for (int trial = 0; trial < 20_000; trial++) {
            long time = trial % 2 == 0 ? random.nextLong(first, end) : nearMidnight(random, first, end);
            assertThat(NYSE.epochDayOf(time))
                    .as("date at %s", Instant.ofEpochSecond(time))
                    .isEqualTo(NYSE.dateOf(Instant.ofEpochSecond(time)).toEpochDay());
        }
        assertThatThrownBy(() -> NYSE.epochDayOf(first - 1)).hasMessageContaining("1997-12-31 is outside the calendar");
        assertThatThrownBy(() -> NYSE.epochDayOf(end)).hasMessageContaining("2029-01-01 is outside the calendar");
    }

    @Test
    void aBarOnADayWithoutSessionIsRefusedByTheNameOfTheDay() {
        long holiday = Instant.parse("2012-10-29T14:30:00Z").getEpochSecond();
        assertThatThrownBy(() -> NYSE.closeOfBar(holiday, Timeframe.D1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no session on 2012-10-29: Hurricane Sandy");
    }

    @Test
    void aBarBeyondTheHorizonIsRefusedWithTheHorizon() {
        long beyond = Instant.parse("2029-01-02T14:30:00Z").getEpochSecond();
        assertThatThrownBy(() -> NYSE.closeOfBar(beyond, Timeframe.H1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("knows 1998-01-01 to 2028-12-31");
    }

    private static long nearMidnight(SplittableRandom random, long first, long end) {
        LocalDate date = NYSE.dateOf(Instant.ofEpochSecond(random.nextLong(first, end - 200_000)));
        return date.plusDays(1).atStartOfDay(NYSE.zone()).toEpochSecond() + random.nextInt(-2, 2);
    }

    private static LocalDate later(LocalDate date) {
        return date.isBefore(NYSE.firstDate()) ? NYSE.firstDate() : date;
    }

    private static LocalTime localTime(Instant instant) {
        return instant.atZone(NYSE.zone()).toLocalTime();
    }

    private static LocalDate nth(int year, Month month, int ordinal) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.SUNDAY));
    }
}
