package io.dgas.simulator;

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
                .map(span -> vendor.market()
                        .find(request.ticker())
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
        LocalDate today = Session.containing(vendor.now().getEpochSecond()).date();
        List<ObjectNode> rows = new ArrayList<>();
        for (TradingDay day : listing.days().values()) {
            Session session = day.session();
            if (span.contains(session.date()) && vendor.publication().showsDaily(session, vendor.now())) {
                rows.add(row(day, listing, today));
            }
        }
        return rows;
    }

    private static ObjectNode row(TradingDay day, Listing listing, LocalDate known) {
        LocalDate date = day.session().date();
        List<MinuteBar> bars = day.regular().isEmpty() ? day.minutes() : day.regular();
        MinuteBar whole = TradingDay.merged(day.session().open(), bars);
        double close = day.officialClose();
        return Json.object()
                .put("date", date.toString())
                .put("open", Json.rounded(whole.open()))
                .put("high", Json.rounded(Math.max(whole.high(), close)))
                .put("low", Json.rounded(Math.min(whole.low(), close)))
                .put("close", Json.rounded(close))
                .put("adjusted_close", Json.rounded(close * listing.adjustment(date, known)))
                .put("volume", Math.round(day.volume() * listing.splitFactor(date, known)));
    }
}
