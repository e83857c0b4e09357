package io.dgas.app.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Single values in files of corporate actions; each refusal names the column, the value and what would be right. */
final class ActionFields {

    private ActionFields() {}

    static LocalDate date(String text) {
        return date(text, DateTimeFormatter.ISO_LOCAL_DATE, "2014-06-09");
    }

    /** A date without hyphens. */
    static LocalDate basicDate(String text) {
        return date(text, DateTimeFormatter.BASIC_ISO_DATE, "20140609");
    }

    private static LocalDate date(String text, DateTimeFormatter format, String example) {
        try {
            return LocalDate.parse(text, format);
        } catch (DateTimeException noDate) {
            throw new IllegalArgumentException("date '" + text + "' is not a date such as " + example, noDate);
        }
    }

    static Instant instant(String column, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException(
                    column + " '" + text + "' is not a time in UTC such as 2014-06-09T13:30:00Z", noTime);
        }
    }

    /** A number above zero. */
    static double positive(String column, String text) {
        double number = DecimalText.parse(text.toCharArray(), 0, text.length());
        if (!(number > 0) || !Double.isFinite(number)) {
            throw new IllegalArgumentException(column + " '" + text + "' is not a number above 0");
        }
        return number;
    }

    /** How much rounding to the decimals written may have changed the number: half of the last one. */
    static double roundingError(String text) {
        int point = text.indexOf('.');
        return 0.5 * Math.pow(10, point < 0 ? 0 : -(text.length() - point - 1));
    }

    /** The names of a header, comparable. */
    static List<String> names(List<String> header) {
        return header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** Where these columns are in a header; empty when one of them is missing. */
    static List<Integer> positions(List<String> header, List<String> wanted) {
        List<String> names = names(header);
        List<Integer> positions = new ArrayList<>();
        for (String column : wanted) {
            if (!names.contains(column)) {
                return List.of();
            }
            positions.add(names.indexOf(column));
        }
        return positions;
    }
}
