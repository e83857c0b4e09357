package io.dgas.simulator.rest;

import io.dgas.simulator.json.Json;
import io.dgas.simulator.market.Listing;
import java.time.LocalDate;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /splits/T} and {@code /div/T}: what has become effective by the clock's date. */
final class CorporateActions {

    private final Vendor vendor;

    CorporateActions(Vendor vendor) {
        this.vendor = vendor;
    }

    Answer splits(Request request) {
        return answer(request, this::splits);
    }

    Answer dividends(Request request) {
        return answer(request, this::dividends);
    }

    private Answer answer(Request request, BiFunction<Listing, DateSpan, JsonNode> rows) {
        return DateSpan.of(request)
                .map(span -> vendor.find(request.ticker())
                        .<Answer>map(listing -> new Answer.Data(rows.apply(listing, span), 1))
                        .orElseGet(Answer::unknownTicker))
                .orElseGet(DateSpan::invalid);
    }

    private JsonNode splits(Listing listing, DateSpan span) {
        ArrayNode rows = Json.array();
        for (Listing.Split split : listing.splits()) {
            if (shows(split.date(), span)) {
                rows.add(Json.object().put("date", split.date().toString()).put("split", ratio(split)));
            }
        }
        return rows;
    }

    static String ratio(Listing.Split split) {
        return Json.sixDecimals(split.newShares()) + "/" + Json.sixDecimals(split.oldShares());
    }

    private JsonNode dividends(Listing listing, DateSpan span) {
        ArrayNode rows = Json.array();
        LocalDate today = vendor.today();
        for (Listing.Dividend dividend : listing.dividends()) {
            if (shows(dividend.date(), span)) {
                rows.add(row(dividend, listing.splitFactor(dividend.date().minusDays(1), today)));
            }
        }
        return rows;
    }

    private static ObjectNode row(Listing.Dividend dividend, double splitFactor) {
        return Json.object()
                .put("date", dividend.date().toString())
                .putNull("declarationDate")
                .putNull("recordDate")
                .putNull("paymentDate")
                .put("period", "Quarterly")
                .put("value", Json.rounded(dividend.value() / splitFactor))
                .put("unadjustedValue", dividend.value())
                .put("currency", "USD");
    }

    private boolean shows(LocalDate date, DateSpan span) {
        return span.contains(date) && !date.isAfter(vendor.today());
    }
}
