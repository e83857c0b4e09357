package io.dgas.application.collection.coverage;

import io.dgas.application.port.out.vendor.ExchangeClosures;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.TradingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The vendor's list of closures beside the calendar by which bars are expected.
 *
 * @param contradictions what the vendor says of a date and the calendar does not, a sentence each, in order of date
 * @param untold dates on which the calendar has a closure or an early close and the vendor says nothing: its list may well
 *     be incomplete
 */
public record CalendarCheck(List<String> contradictions, List<LocalDate> untold) {

    private static final String USUAL = "closes at 16:00";
    private static final String CLOSED = "has no trading";

    public CalendarCheck {
        contradictions = List.copyOf(contradictions);
        untold = List.copyOf(untold);
    }

    /**
     * Compares the closures within these dates.
     *
     * @throws IllegalArgumentException when a date lies outside the calendar's horizon
     */
    public static CalendarCheck of(ExchangeClosures told, TradingCalendar calendar, DateRange dates) {
        Map<LocalDate, String> vendor = new HashMap<>();
        told.holidays().forEach(holiday -> vendor.put(holiday.date(), CLOSED));
        told.earlyCloses().forEach(early -> vendor.put(early.date(), "closes at " + early.close()));
        List<String> contradictions = new ArrayList<>();
        List<LocalDate> untold = new ArrayList<>();
        for (LocalDate date : dates.first().datesUntil(dates.last().plusDays(1)).toList()) {
            String known = trading(date, calendar);
            String heard = vendor.get(date);
            if (heard == null && !known.equals(USUAL) && !isWeekend(date)) {
                untold.add(date);
            } else if (heard != null && !heard.equals(known)) {
                contradictions.add(date + " " + heard + " for the vendor and " + known + " in the calendar");
            }
        }
        return new CalendarCheck(contradictions, untold);
    }

    private static String trading(LocalDate date, TradingCalendar calendar) {
        return calendar.sessionOn(date)
                .map(session -> "closes at " + LocalTime.ofInstant(session.close(), calendar.zone()))
                .orElse(CLOSED);
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
