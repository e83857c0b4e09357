package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.ExchangeClosures;
import io.dgas.application.port.out.vendor.IndexMember;
import io.dgas.application.port.out.vendor.Listing;
import io.dgas.application.port.out.vendor.RowFault;
import io.dgas.application.port.out.vendor.StockIndex;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorListings;
import io.dgas.application.port.out.vendor.VendorRows;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import tools.jackson.databind.JsonNode;

/** What EODHD knows of the US market besides prices. */
public final class EodhdListings implements VendorListings {

    private final EodhdClient client;

    public EodhdListings(EodhdClient client) {
        this.client = client;
    }

    @Override
    public VendorAnswer<VendorRows<Listing>> listed() {
        return listings(false);
    }

    @Override
    public VendorAnswer<VendorRows<Listing>> delisted() {
        return listings(true);
    }

    @Override
    public VendorAnswer<ExchangeClosures> closures(DateRange dates) {
        EodhdRequest request = EodhdRequest.exchange(dates);
        return client.get(request).then(node -> {
            if (!node.path("ExchangeHolidays").isContainer()) {
                return new VendorAnswer.Broken<>(request + ": no ExchangeHolidays in the answer");
            }
            return new VendorAnswer.Data<>(ClosureRows.read(node, dates));
        });
    }

    @Override
    public VendorAnswer<VendorRows<IndexMember>> members(StockIndex index) {
        return client.get(EodhdRequest.members(code(index))).then(node -> {
            RowCollector<Instrument, IndexMember> collector =
                    new RowCollector<>(row -> row.instrument("Code"), any -> true, EodhdListings::member);
            // keyed by number in some answers and by ticker in others, within the field that was asked for or without
            collector.addAll(node.path("Components").isContainer() ? node.path("Components") : node);
            return members(index, collector);
        });
    }

    private static VendorAnswer<VendorRows<IndexMember>> members(
            StockIndex index, RowCollector<Instrument, IndexMember> collector) {
        return collector.rows().isEmpty()
                ? new VendorAnswer.Broken<>(EodhdRequest.members(code(index)) + ": no member in the answer, "
                        + collector.report().omittedRows() + " rows of another form")
                : new VendorAnswer.Data<>(new VendorRows<>(collector.rows(), collector.report()));
    }

    private VendorAnswer<VendorRows<Listing>> listings(boolean delisted) {
        return client.get(EodhdRequest.listings(delisted)).then((JsonNode array) -> {
            RowCollector<Instrument, Listing> collector =
                    new RowCollector<>(row -> row.instrument("Code"), any -> true, EodhdListings::listing);
            collector.addAll(array);
            return collector.ifAny(() -> new VendorRows<>(collector.rows(), collector.report()));
        });
    }

    private static Listing listing(Row row) throws UnusableRow {
        return new Listing(
                row.instrument("Code"),
                row.remark("Name").orElse(""),
                row.remark("Exchange").orElse(""),
                row.remark("Type").orElse(""),
                row.remark("Isin"));
    }

    private static IndexMember member(Row row) throws UnusableRow {
        if (!row.remark("Exchange").orElse("US").equals("US")) {
            throw new UnusableRow(RowFault.OUTSIDE);
        }
        return new IndexMember(row.instrument("Code"), row.remark("Name").orElse(""), row.remark("Sector"));
    }

    private static String code(StockIndex index) {
        return switch (index) {
            case SP_500 -> "GSPC";
            case NASDAQ_100 -> "NDX";
        };
    }
}
