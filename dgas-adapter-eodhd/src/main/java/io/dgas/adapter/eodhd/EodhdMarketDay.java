package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.application.port.out.vendor.DividendNotice;
import io.dgas.application.port.out.vendor.OfInstrument;
import io.dgas.application.port.out.vendor.RowFault;
import io.dgas.application.port.out.vendor.SplitNotice;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorMarketDay;
import io.dgas.application.port.out.vendor.VendorRows;
import io.dgas.domain.market.Instrument;
import java.time.LocalDate;

/** One day of the whole US market from EODHD. */
public final class EodhdMarketDay implements VendorMarketDay {

    private final EodhdClient client;

    public EodhdMarketDay(EodhdClient client) {
        this.client = client;
    }

    @Override
    public VendorAnswer<VendorRows<OfInstrument<DailyBar>>> bars(LocalDate date) {
        RowCollector<Instrument, OfInstrument<DailyBar>> collector = collector(date, DatedRows::bar);
        return read("eod", date, collector).then(rows -> collector.ifAny(() -> rows));
    }

    @Override
    public VendorAnswer<VendorRows<OfInstrument<SplitNotice>>> splits(LocalDate date) {
        return read("splits", date, collector(date, DatedRows::split));
    }

    @Override
    public VendorAnswer<VendorRows<OfInstrument<DividendNotice>>> dividends(LocalDate date) {
        return read("dividends", date, collector(date, DatedRows::dividend));
    }

    private <T> VendorAnswer<VendorRows<OfInstrument<T>>> read(
            String type, LocalDate date, RowCollector<Instrument, OfInstrument<T>> collector) {
        return client.get(EodhdRequest.marketDay(type, date)).then(array -> {
            collector.addAll(array);
            return collector.evenIfNone();
        });
    }

    private static <T> RowCollector<Instrument, OfInstrument<T>> collector(
            LocalDate date, RowCollector.Reader<T> reader) {
        return new RowCollector<>(row -> row.instrument("code"), instrument -> true, row -> {
            if (!row.date("date").equals(date)) {
                throw new UnusableRow(RowFault.OUTSIDE);
            }
            return new OfInstrument<>(row.instrument("code"), reader.read(row));
        });
    }
}
