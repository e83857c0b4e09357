package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.ExchangeClosures;
import io.dgas.application.port.out.vendor.ExchangeClosures.EarlyClose;
import io.dgas.application.port.out.vendor.ExchangeClosures.Holiday;
import io.dgas.application.port.out.vendor.RowFault;
import io.dgas.application.port.out.vendor.RowReport;
import io.dgas.domain.market.DateRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Holidays and early closes: lists, or objects keyed by number, or an empty one of either. */
final class ClosureRows {

    private ClosureRows() {}

    static ExchangeClosures read(JsonNode exchange, DateRange dates) {
        RowCollector<LocalDate, Holiday> holidays =
                collector(dates, row -> new Holiday(row.date("Date"), name(official(row))));
        holidays.addAll(exchange.path("ExchangeHolidays"));
        RowCollector<LocalDate, EarlyClose> earlyCloses =
                collector(dates, row -> new EarlyClose(row.date("Date"), close(official(row)), name(row)));
        earlyCloses.addAll(exchange.path("ExchangeEarlyCloseDays"));
        return new ExchangeClosures(holidays.rows(), earlyCloses.rows(), both(holidays.report(), earlyCloses.report()));
    }

    private static <T> RowCollector<LocalDate, T> collector(DateRange dates, RowCollector.Reader<T> reader) {
        return new RowCollector<>(row -> row.date("Date"), dates::contains, reader);
    }

    /** On a holiday of the banks there may be trading. */
    private static Row official(Row row) throws UnusableRow {
        if (!row.text("Type").equalsIgnoreCase("official")) {
            throw new UnusableRow(RowFault.OUTSIDE);
        }
        return row;
    }

    private static String name(Row row) throws UnusableRow {
        return row.remark("Holiday").orElse("");
    }

    /** Its name differs between the vendor's page and its answers. */
    private static LocalTime close(Row row) throws UnusableRow {
        try {
            return LocalTime.parse(row.has("EarlyClose") ? row.text("EarlyClose") : row.text("CloseTime"));
        } catch (DateTimeException e) {
            throw new UnusableRow(RowFault.UNREADABLE);
        }
    }

    private static RowReport both(RowReport one, RowReport other) {
        Map<RowFault, Integer> omitted = new TreeMap<>(one.omitted());
        other.omitted().forEach((fault, rows) -> omitted.merge(fault, rows, Integer::sum));
        List<String> warnings = new ArrayList<>(Stream.concat(one.warnings().stream(), other.warnings().stream())
                .toList());
        return new RowReport(omitted, warnings);
    }
}
