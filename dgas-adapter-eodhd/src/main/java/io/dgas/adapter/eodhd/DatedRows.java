package io.dgas.adapter.eodhd;

import io.dgas.adapter.eodhd.RowCollector.Reader;
import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.application.port.out.vendor.DividendNotice;
import io.dgas.application.port.out.vendor.RowFault;
import io.dgas.application.port.out.vendor.SplitNotice;
import io.dgas.domain.market.DateRange;
import java.time.LocalDate;
import java.util.Optional;

/** Rows of the vendor that belong to a date. */
final class DatedRows {

    private DatedRows() {}

    static RowCollector<LocalDate, DailyBar> bars(DateRange dates) {
        return collector(dates, DatedRows::bar);
    }

    static RowCollector<LocalDate, SplitNotice> splits(DateRange dates) {
        return collector(dates, DatedRows::split);
    }

    static RowCollector<LocalDate, DividendNotice> dividends(DateRange dates) {
        return collector(dates, DatedRows::dividend);
    }

    private static <T> RowCollector<LocalDate, T> collector(DateRange dates, Reader<T> reader) {
        return new RowCollector<>(row -> row.date("date"), dates::contains, reader);
    }

    static SplitNotice split(Row row) throws UnusableRow {
        return new SplitNotice(row.date("date"), ratio(row.text("split")));
    }

    static DailyBar bar(Row row) throws UnusableRow {
        if (row.hasNone("open", "high", "low", "close", "volume")) {
            throw new UnusableRow(RowFault.PLACEHOLDER);
        }
        Prices prices = Prices.of(row);
        return new DailyBar(
                row.date("date"),
                prices.open(),
                prices.high(),
                prices.low(),
                prices.close(),
                row.positive("adjusted_close"),
                Volume.traded(row));
    }

    /** {@code 4.000000/1.000000} is four new shares for an old one. */
    private static double ratio(String text) throws UnusableRow {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new UnusableRow(RowFault.UNREADABLE);
        }
        double newShares = Row.positive(Row.decimal(text.substring(0, slash)));
        return newShares / Row.positive(Row.decimal(text.substring(slash + 1)));
    }

    /** The field called value is adjusted for later splits, and so changes; the other is what was paid. */
    static DividendNotice dividend(Row row) throws UnusableRow {
        return new DividendNotice(
                row.date("date"), row.positive("unadjustedValue"), row.text("currency"), declared(row));
    }

    private static Optional<LocalDate> declared(Row row) throws UnusableRow {
        boolean said =
                row.has("declarationDate") && !row.text("declarationDate").isBlank();
        return said ? Optional.of(row.date("declarationDate")) : Optional.empty();
    }
}
