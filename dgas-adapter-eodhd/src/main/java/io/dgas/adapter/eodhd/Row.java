package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.RowFault;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** The fields of one row, numbers written as numbers or as strings. */
record Row(JsonNode node) {

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    boolean hasNone(String... fields) {
        return Arrays.stream(fields).noneMatch(this::has);
    }

    String text(String field) throws UnusableRow {
        JsonNode value = node.path(field);
        if (value.isNull() || value.isMissingNode()) {
            throw new UnusableRow(RowFault.INCOMPLETE);
        }
        if (!value.isNumber() && !value.isString()) {
            throw new UnusableRow(RowFault.UNREADABLE);
        }
        return value.asString();
    }

    double number(String field) throws UnusableRow {
        return decimal(text(field));
    }

    long second(String field) throws UnusableRow {
        String text = text(field);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UnusableRow(RowFault.UNREADABLE);
        }
    }

    LocalDate date(String field) throws UnusableRow {
        String text = text(field);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UnusableRow(RowFault.UNREADABLE);
        }
    }

    /** A number above 0. */
    double positive(String field) throws UnusableRow {
        return positive(number(field));
    }

    static double positive(double value) throws UnusableRow {
        if (!(value > 0)) {
            throw new UnusableRow(RowFault.IMPOSSIBLE);
        }
        return value;
    }

    /** A decimal number as it is written: no NaN, no hexadecimal form, nothing beyond what a double holds. */
    static double decimal(String text) throws UnusableRow {
        try {
            double value = new BigDecimal(text.strip()).doubleValue();
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new UnusableRow(RowFault.UNREADABLE);
        }
        throw new UnusableRow(RowFault.UNREADABLE);
    }
}
