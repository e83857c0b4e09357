package io.dgas.app.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

/** Reads times as recorded files write them, in place where they have the usual form {@code 2014-06-05T08:15:00Z}. */
final class TimeText {

    private static final int DATE_LENGTH = "2014-06-05".length();
    private static final int USUAL_LENGTH = "2014-06-05T08:15:00Z".length();
    private static final int DAY_SECONDS = 86_400;

    /** The last date read and its first second: rows of one day follow each other. */
    private long knownDate = -1;

    private long knownDay;

    /**
     * The instant in epoch seconds; empty when the text is not a time with a zone, or has a fraction of a second.
     */
    OptionalLong instant(char[] text, int offset, int length) {
        if (length == USUAL_LENGTH && hasUsualForm(text, offset)) {
            return usual(text, offset);
        }
        return anyForm(new String(text, offset, length));
    }

    /** The date as days since the epoch; empty when the text is not a plain date. */
    OptionalLong date(char[] text, int offset, int length) {
        return length == DATE_LENGTH && isDate(text, offset) ? epochDay(text, offset) : OptionalLong.empty();
    }

    private OptionalLong usual(char[] text, int offset) {
        int hour = number(text, offset + 11, 2);
        int minute = number(text, offset + 14, 2);
        int second = number(text, offset + 17, 2);
        OptionalLong day = epochDay(text, offset);
        return day.isEmpty() || hour > 23 || minute > 59 || second > 59
                ? OptionalLong.empty()
                : OptionalLong.of(day.getAsLong() * DAY_SECONDS + hour * 3600L + minute * 60L + second);
    }

    private OptionalLong epochDay(char[] text, int offset) {
        int year = number(text, offset, 4);
        int month = number(text, offset + 5, 2);
        int day = number(text, offset + 8, 2);
        long date = (year * 100L + month) * 100 + day;
        if (date != knownDate) {
            try {
                knownDay = LocalDate.of(year, month, day).toEpochDay();
            } catch (DateTimeException noSuchDate) {
                return OptionalLong.empty();
            }
            knownDate = date;
        }
        return OptionalLong.of(knownDay);
    }

    private static OptionalLong anyForm(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', 'T'));
            return time.getNano() == 0 ? OptionalLong.of(time.toEpochSecond()) : OptionalLong.empty();
        } catch (DateTimeException notATime) {
            return OptionalLong.empty();
        }
    }

    private static boolean hasUsualForm(char[] text, int offset) {
        return isDate(text, offset)
                && text[offset + 10] == 'T'
                && areDigits(text, offset + 11, 2)
                && text[offset + 13] == ':'
                && areDigits(text, offset + 14, 2)
                && text[offset + 16] == ':'
                && areDigits(text, offset + 17, 2)
                && text[offset + 19] == 'Z';
    }

    private static boolean isDate(char[] text, int offset) {
        return areDigits(text, offset, 4)
                && text[offset + 4] == '-'
                && areDigits(text, offset + 5, 2)
                && text[offset + 7] == '-'
                && areDigits(text, offset + 8, 2);
    }

    private static boolean areDigits(char[] text, int offset, int count) {
        for (int at = offset; at < offset + count; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(char[] text, int offset, int count) {
        int number = 0;
        for (int at = offset; at < offset + count; at++) {
            number = number * 10 + (text[at] - '0');
        }
        return number;
    }
}
