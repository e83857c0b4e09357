package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.application.port.out.vendor.DividendNotice;
import io.dgas.application.port.out.vendor.IntradayHistory;
import io.dgas.application.port.out.vendor.IntradaySpan;
import io.dgas.application.port.out.vendor.SplitNotice;
import io.dgas.application.port.out.vendor.VendorAccount;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorHistory;
import io.dgas.application.port.out.vendor.VendorRows;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.time.ZoneOffset;
import tools.jackson.databind.JsonNode;

/** The history of EODHD. A request for bars within a day costs 5 of the day's calls, any other 1. */
public final class EodhdHistory implements VendorHistory {

    private final EodhdClient client;

    public EodhdHistory(EodhdClient client) {
        this.client = client;
    }

    @Override
    public VendorAnswer<IntradayHistory> intraday(IntradaySpan span) {
        IntradayRows rows = new IntradayRows(span);
        for (EodhdRequest part : IntradayParts.of(span)) {
            VendorAnswer<JsonNode> answer = client.get(part);
            if (!(answer instanceof VendorAnswer.Data<JsonNode> data)) {
                return answer.then(none -> new VendorAnswer.NotYet<>(0));
            }
            rows.collector().addAll(data.value());
        }
        return rows.collector().ifAny(rows::history);
    }

    @Override
    public VendorAnswer<VendorRows<DailyBar>> daily(Instrument instrument, DateRange dates) {
        return client.get(EodhdRequest.dated("eod", instrument, dates)).then(array -> {
            RowCollector<LocalDate, DailyBar> collector = DatedRows.bars(dates);
            collector.addAll(array);
            return collector.ifAny(() -> new VendorRows<>(collector.rows(), collector.report()));
        });
    }

    @Override
    public VendorAnswer<VendorRows<SplitNotice>> splits(Instrument instrument, DateRange dates) {
        return actions("splits", instrument, dates, DatedRows.splits(dates));
    }

    @Override
    public VendorAnswer<VendorRows<DividendNotice>> dividends(Instrument instrument, DateRange dates) {
        return actions("div", instrument, dates, DatedRows.dividends(dates));
    }

    @Override
    public VendorAnswer<VendorAccount> account() {
        LocalDate today = LocalDate.ofInstant(client.clock().instant(), ZoneOffset.UTC);
        VendorAnswer<VendorAccount> answer =
                client.get(EodhdRequest.account()).then(node -> AccountReader.read(node, today));
        if (answer instanceof VendorAnswer.Data<VendorAccount> data) {
            client.settle(data.value());
        }
        return answer;
    }

    /** Most symbols have no action in most spans, so that an empty answer is a full one. */
    private <T> VendorAnswer<VendorRows<T>> actions(
            String kind, Instrument instrument, DateRange dates, RowCollector<LocalDate, T> collector) {
        return client.get(EodhdRequest.dated(kind, instrument, dates)).then(array -> {
            collector.addAll(array);
            return collector.evenIfNone();
        });
    }
}
