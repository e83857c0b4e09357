package io.dgas.application.collection.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.vendor.ExchangeClosures;
import io.dgas.application.port.out.vendor.ExchangeClosures.EarlyClose;
import io.dgas.application.port.out.vendor.ExchangeClosures.Holiday;
import io.dgas.application.port.out.vendor.RowReport;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.TradingCalendar;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarCheckTest {

    private static final LocalDate THANKSGIVING = LocalDate.of(2026, 11, 26);
    private static final LocalDate BLACK_FRIDAY = LocalDate.of(2026, 11, 27);
    private static final DateRange NOVEMBER = new DateRange(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

    private static CalendarCheck check(List<Holiday> holidays, List<EarlyClose> earlyCloses) {
        ExchangeClosures told = new ExchangeClosures(holidays, earlyCloses, new RowReport(Map.of(), List.of()));
        return CalendarCheck.of(told, TradingCalendar.nyse(), NOVEMBER);
    }

    private static Holiday holiday(LocalDate date) {
        return new Holiday(date, "a holiday");
    }

    private static EarlyClose early(LocalDate date, int hour) {
        return new EarlyClose(date, LocalTime.of(hour, 0), "an early close");
    }

    @Test
    void whatBothSayIsNoFinding() {
        assertThat(check(List.of(holiday(THANKSGIVING)), List.of(early(BLACK_FRIDAY, 13))))
                .isEqualTo(new CalendarCheck(List.of(), List.of()));
    }

    @Test
    void whatTheVendorLeavesOutIsUntoldAndNoContradiction() {
        assertThat(check(List.of(), List.of()))
                .isEqualTo(new CalendarCheck(List.of(), List.of(THANKSGIVING, BLACK_FRIDAY)));
    }

    @Test
    void whatTheVendorSaysOtherwiseContradicts() {
        LocalDate tuesday = LocalDate.of(2026, 11, 3);
        CalendarCheck check =
                check(List.of(holiday(tuesday)), List.of(early(BLACK_FRIDAY, 14), early(THANKSGIVING, 13)));
        assertThat(check.contradictions())
                .containsExactly(
                        "2026-11-03 has no trading for the vendor and closes at 16:00 in the calendar",
                        "2026-11-26 closes at 13:00 for the vendor and has no trading in the calendar",
                        "2026-11-27 closes at 14:00 for the vendor and closes at 13:00 in the calendar");
        assertThat(check.untold()).isEmpty();
    }

    @Test
    void aHolidayOnASundayIsNoContradiction() {
        assertThat(check(List.of(holiday(LocalDate.of(2026, 11, 1))), List.of()).contradictions())
                .isEmpty();
    }
}
