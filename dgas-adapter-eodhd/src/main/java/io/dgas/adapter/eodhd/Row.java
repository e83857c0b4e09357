package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.RowFault;
import io.dgas.domain.market.Instrument;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The fields of one row, numbers written as numbers or as strings. */
record Row(JsonNode node) {

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** Whether there is a value; the vendor's quotes write {@code NA} where there is none. */
    boolean tells(String field) {
        return has(field) && !node.path(field).asString("").equals("NA");
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

    /** The text of a field that may be absent. */
    Optional<String> remark(String field) throws UnusableRow {
        return has(field) && !text(field).isBlank() ? Optional.of(text(field).strip()) : Optional.empty();
    }

    /** The instrument under the vendor's code, which has hyphens for dots: {@code BRK-B}. */
    Instrument instrument(String field) throws UnusableRow {
        return instrumentOf(text(field));
    }

    static Instrument instrumentOf(String code) throws UnusableRow {
        try {
            return Instrument.parse(code.replace('-', '.'));
        } catch (IllegalArgumentException e) {
            throw new UnusableRow(RowFault.UNREADABLE);
        }
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
