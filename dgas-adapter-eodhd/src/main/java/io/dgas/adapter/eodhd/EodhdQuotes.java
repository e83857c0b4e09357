package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.DelayedQuotes;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorQuotes;
import io.dgas.domain.market.Instrument;
import java.util.List;

/** The delayed quotes of EODHD. */
public final class EodhdQuotes implements VendorQuotes {

    private final EodhdClient client;

    public EodhdQuotes(EodhdClient client) {
        this.client = client;
    }

    @Override
    public VendorAnswer<DelayedQuotes> delayed(List<Instrument> instruments) {
        List<Instrument> asked = instruments.stream().distinct().toList();
        return client.get(EodhdRequest.quotes(asked)).then(node -> {
            QuoteRows rows = new QuoteRows(asked::contains);
            rows.addAll(node);
            return new VendorAnswer.Data<>(rows.inOrderOf(asked));
        });
    }

    @Override
    public VendorAnswer<DelayedQuotes> market() {
        return client.get(EodhdRequest.allQuotes()).then(node -> {
            QuoteRows rows = new QuoteRows(instrument -> true);
            rows.addAll(node);
            return new VendorAnswer.Data<>(rows.byInstrument());
        });
    }
}
