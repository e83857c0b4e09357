package io.dgas.simulator.rest;

import io.dgas.simulator.json.Json;
import io.dgas.simulator.market.Listing;
import io.dgas.simulator.market.MinuteBar;
import io.dgas.simulator.market.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /eod/T}: raw prices, the adjusted close and the split-adjusted volume as known on the clock's date. */
final class EndOfDay {

    private final Vendor vendor;

    EndOfDay(Vendor vendor) {
        this.vendor = vendor;
    }

    Answer answer(Request request) {
        return DateSpan.of(request)
                .map(span -> vendor.find(request.ticker())
                        .<Answer>map(listing -> new Answer.Data(body(request, listing, span), 1))
                        .orElseGet(Answer::unknownTicker))
                .orElseGet(DateSpan::invalid);
    }

    private JsonNode body(Request request, Listing listing, DateSpan span) {
        List<ObjectNode> rows = rows(listing, span);
        String filter = request.parameter("filter").orElse("");
        if (filter.startsWith("last_") && !rows.isEmpty()) {
            return rows.getLast().path(filter.substring("last_".length()));
        }
        if (request.parameter("order").filter("d"::equals).isPresent()) {
            Collections.reverse(rows);
        }
        ArrayNode body = Json.array();
        rows.forEach(body::add);
        return body;
    }

    private List<ObjectNode> rows(Listing listing, DateSpan span) {
        List<ObjectNode> rows = new ArrayList<>();
        for (LocalDate date : listing.dates()) {
            if (span.contains(date) && shows(date)) {
                rows.add(row(listing, date));
            }
        }
        return rows;
    }

    /** Whether the date's daily bars are out. */
    boolean shows(LocalDate date) {
        return vendor.publication().showsDaily(Session.on(date), vendor.now());
    }

    /** The daily bar of a date that the listing has. */
    ObjectNode row(Listing listing, LocalDate date) {
        MinuteBar whole = listing.whole(date);
        LocalDate known = vendor.today();
        return Json.object()
                .put("date", date.toString())
                .put("open", Json.rounded(whole.open()))
                .put("high", Json.rounded(whole.high()))
                .put("low", Json.rounded(whole.low()))
                .put("close", Json.rounded(whole.close()))
                .put("adjusted_close", Json.rounded(whole.close() * listing.adjustment(date, known)))
                .put("volume", Math.round(whole.volume() * listing.splitFactor(date, known)));
    }
}
