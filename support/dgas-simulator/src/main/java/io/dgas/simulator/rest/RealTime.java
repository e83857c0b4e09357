package io.dgas.simulator.rest;

import io.dgas.simulator.json.Json;
import io.dgas.simulator.market.Listing;
import io.dgas.simulator.market.MinuteBar;
import io.dgas.simulator.market.Session;
import io.dgas.simulator.market.TradingDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /real-time/T?s=}: the day so far, 15 minutes late; what is not known is the text {@code NA}. With {@code ex=US}
 * the whole market, in which some tickers stand twice, once as they were years ago.
 */
final class RealTime {

    private static final long DELAY_SECONDS = 15 * 60;
    private static final int WHOLE_MARKET_COST = 100;
    private static final int GHOST_EVERY = 50;
    private static final long GHOST_SECONDS = 3L * 365 * 86_400;

    private final Vendor vendor;

    RealTime(Vendor vendor) {
        this.vendor = vendor;
    }

    Answer answer(Request request) {
        if (request.parameter("ex").filter("US"::equals).isPresent()) {
            return new Answer.Data(wholeMarket(), WHOLE_MARKET_COST);
        }
        Set<String> tickers = new LinkedHashSet<>();
        tickers.add(request.ticker());
        request.parameter("s").ifPresent(more -> tickers.addAll(List.of(more.split(",", -1))));
        return new Answer.Data(body(tickers), tickers.size());
    }

    private ArrayNode wholeMarket() {
        ArrayNode quotes = Json.array();
        int place = 0;
        for (String ticker : vendor.tickers()) {
            ObjectNode quote = quote(ticker);
            if (place++ % GHOST_EVERY == 0) {
                quotes.add(ghost(quote));
            }
            quotes.add(quote);
        }
        return quotes;
    }

    /** A row of the same ticker at half the price, frozen three years before. */
    static ObjectNode ghost(ObjectNode quote) {
        ObjectNode ghost = quote.deepCopy();
        if (quote.path("timestamp").isNumber()) {
            ghost.put("timestamp", quote.path("timestamp").asLong() - GHOST_SECONDS);
        }
        for (String price : List.of("open", "high", "low", "close", "previousClose")) {
            if (quote.path(price).isNumber()) {
                ghost.put(price, Json.rounded(quote.path(price).asDouble() / 2));
            }
        }
        return ghost;
    }

    private JsonNode body(Set<String> tickers) {
        if (tickers.size() == 1) {
            return quote(tickers.iterator().next());
        }
        ArrayNode quotes = Json.array();
        tickers.forEach(ticker -> quotes.add(quote(ticker)));
        return quotes;
    }

    private ObjectNode quote(String ticker) {
        long cut = vendor.now().getEpochSecond() - DELAY_SECONDS;
        return vendor.find(ticker).map(listing -> quote(ticker, listing, cut)).orElseGet(() -> notAvailable(ticker));
    }

    private static ObjectNode quote(String ticker, Listing listing, long cut) {
        LocalDate date = sessionAt(cut);
        List<MinuteBar> bars = new ArrayList<>();
        listing.day(date).ifPresent(day -> bars.addAll(day.regular()));
        listing.day(date).flatMap(day -> day.minute(day.session().close())).ifPresent(bars::add);
        bars.removeIf(bar -> bar.openSecond() + 60 > cut || bar.volume() == 0);
        ObjectNode quote = bars.isEmpty() ? notAvailable(ticker) : traded(ticker, bars);
        listing.closeBefore(date).ifPresent(close -> compare(quote, close));
        return quote;
    }

    /** The newest trading day whose session had opened by then. */
    private static LocalDate sessionAt(long second) {
        Session session = Session.containing(second);
        while (!session.isTradingDay() || session.open() > second) {
            session = session.previous();
        }
        return session.date();
    }

    private static ObjectNode traded(String ticker, List<MinuteBar> bars) {
        MinuteBar day = TradingDay.merged(bars.getLast().openSecond() + 60, bars);
        return Json.object()
                .put("code", ticker)
                .put("timestamp", day.openSecond())
                .put("gmtoffset", 0)
                .put("open", day.open())
                .put("high", day.high())
                .put("low", day.low())
                .put("close", day.close())
                .put("volume", day.volume())
                .put("previousClose", "NA")
                .put("change", "NA")
                .put("change_p", "NA");
    }

    private static void compare(ObjectNode quote, double before) {
        quote.put("previousClose", Json.rounded(before));
        if (quote.path("close").isNumber()) {
            double change = quote.path("close").asDouble() - before;
            quote.put("change", Json.rounded(change));
            quote.put("change_p", Json.rounded(100 * change / before));
        }
    }

    private static ObjectNode notAvailable(String ticker) {
        ObjectNode quote =
                Json.object().put("code", ticker).put("timestamp", "NA").put("gmtoffset", 0);
        for (String field : List.of("open", "high", "low", "close", "volume", "previousClose", "change", "change_p")) {
            quote.put(field, "NA");
        }
        return quote;
    }
}
