package io.dgas.adapter.discord.chart;

import io.dgas.domain.market.Timeframe;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.function.Function;

/**
 * How bars of a timeframe are dated: two rows of labels, each at the first bar of a part of time, in New York time.
 *
 * @param fine what begins a part of the upper row
 * @param coarse what begins a part of the lower row, and a separator
 */
record TimeAxis(Part fine, Part coarse) {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Least distance of two labels, pixels. */
    static final int GAP = 16;

    private static final int SESSION_MINUTES = 390;

    private static final Part WEEKDAY = new Part(ZonedDateTime::toLocalDate, format("EEE d MMM"));
    private static final Part DAY = new Part(ZonedDateTime::toLocalDate, format("d MMM"));
    private static final Part WEEK = new Part(TimeAxis::week, format("d"));
    private static final Part MONTH = new Part(time -> time.toLocalDate().withDayOfMonth(1), format("MMM"));
    private static final Part MONTH_OF_YEAR = new Part(MONTH.of, format("MMM yyyy"));
    private static final Part QUARTER =
            new Part(time -> time.getYear() * 4 + time.get(IsoFields.QUARTER_OF_YEAR), format("MMM"));
    private static final Part YEAR = new Part(ZonedDateTime::getYear, format("yyyy"));

    /**
     * A part of time.
     *
     * @param of equal for times in the same part
     */
    record Part(Function<ZonedDateTime, Object> of, DateTimeFormatter label) {

        boolean begins(ZonedDateTime before, ZonedDateTime time) {
            return !of.apply(before).equals(of.apply(time));
        }
    }

    /** The axis for bars of this timeframe that are {@code slot} pixels apart. */
    static TimeAxis of(Timeframe timeframe, double slot) {
        return switch (timeframe) {
            case D1 -> new TimeAxis(WEEK, MONTH_OF_YEAR);
            case W1 -> new TimeAxis(MONTH, YEAR);
            case MO1 -> new TimeAxis(QUARTER, YEAR);
            default -> intraday(slot / timeframe.length().toMinutes());
        };
    }

    /** Words for an instant as a whole. */
    static String inFull(ZonedDateTime time) {
        return format("EEE d MMM yyyy, HH:mm").format(time) + " New York";
    }

    private static TimeAxis intraday(double pixelsPerMinute) {
        double day = SESSION_MINUTES * pixelsPerMinute;
        return new TimeAxis(clock(pixelsPerMinute), day >= room("Wed 28 Aug") ? WEEKDAY : DAY);
    }

    private static double room(String label) {
        return Lettering.SMALL.width(label) + GAP;
    }

    private static Part clock(double pixelsPerMinute) {
        double least = room("00:00") / pixelsPerMinute;
        int[] steps = {5, 10, 15, 30, 60, 120, 180};
        int step = steps[steps.length - 1];
        for (int at = steps.length - 1; at >= 0 && steps[at] >= least; at--) {
            step = steps[at];
        }
        int minutes = step;
        return new Part(
                time -> time.toLocalDate() + " " + (time.getHour() * 60 + time.getMinute()) / minutes, format("HH:mm"));
    }

    private static LocalDate week(ZonedDateTime time) {
        return time.toLocalDate().minusDays(time.getDayOfWeek().getValue() - 1);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US);
    }
}
