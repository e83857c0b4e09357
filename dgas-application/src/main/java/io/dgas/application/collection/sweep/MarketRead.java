package io.dgas.application.collection.sweep;

import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.application.port.out.vendor.OfInstrument;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorRows;
import io.dgas.domain.market.Instrument;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of the question for one day of the whole market. */
sealed interface MarketRead {

    /** The day, of all instruments. */
    record Bars(Map<Instrument, DailyBar> bars) implements MarketRead {}

    /** The vendor has nothing of the day yet. */
    record Unloaded() implements MarketRead {}

    /** Not to be had this way, while single symbols may be. */
    record NotOffered() implements MarketRead {}

    /** No answer, and asking for single symbols would not help now. */
    record Failed(String why) implements MarketRead {}

    static MarketRead of(VendorAnswer<VendorRows<OfInstrument<DailyBar>>> answer) {
        return switch (answer) {
            case VendorAnswer.Data<VendorRows<OfInstrument<DailyBar>>> data ->
                new Bars(data.value().rows().stream()
                        .collect(Collectors.toMap(OfInstrument::instrument, OfInstrument::row)));
            case VendorAnswer.NotYet<?> none -> new Unloaded();
            case VendorAnswer.UnknownSymbol<?> unknown -> new NotOffered();
            case VendorAnswer.NoEntitlement<?> refused -> new NotOffered();
            case VendorAnswer.Broken<?> broken -> new NotOffered();
            case VendorAnswer.QuotaUsedUp<?> spent -> failed(spent);
            case VendorAnswer.Unauthorised<?> refused -> failed(refused);
            case VendorAnswer.RateLimited<?> limited -> failed(limited);
        };
    }

    private static MarketRead failed(VendorAnswer<?> answer) {
        return new Failed(answer.failure().orElseThrow().why());
    }
}
