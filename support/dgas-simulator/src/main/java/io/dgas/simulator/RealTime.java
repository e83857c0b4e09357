package io.dgas.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /real-time/T?s=}: the day so far, 15 minutes late; what is not known is the text {@code NA}. */
final class RealTime {

    private static final long DELAY_SECONDS = 15 * 60;

    private final Vendor vendor;

    RealTime(Vendor vendor) {
        this.vendor = vendor;
    }

    Answer answer(Request request) {
        Set<String> tickers = new LinkedHashSet<>();
        tickers.add(request.ticker());
        request.parameter("s").ifPresent(more -> tickers.addAll(List.of(more.split(",", -1))));
        return new Answer.Data(body(tickers), tickers.size());
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
        return vendor.market()
                .find(ticker)
                .map(listing -> quote(ticker, listing, cut))
                .orElseGet(() -> notAvailable(ticker));
    }

    private static ObjectNode quote(String ticker, Listing listing, long cut) {
        LocalDate date = sessionAt(cut);
        Optional<Double> before = Optional.ofNullable(listing.days().lowerEntry(date))
                .map(Map.Entry::getValue)
                .map(TradingDay::officialClose);
        List<MinuteBar> bars = new ArrayList<>();
        Optional.ofNullable(listing.days().get(date)).ifPresent(day -> bars.addAll(day.minutes()));
        bars.removeIf(bar -> bar.openSecond() + 60 > cut);
        ObjectNode quote = bars.isEmpty() ? notAvailable(ticker) : traded(ticker, bars);
        before.ifPresent(close -> compare(quote, close));
        return quote;
    }

    /** The newest weekday whose session had opened by then. */
    private static LocalDate sessionAt(long second) {
        Session session = Session.containing(second);
        while (session.isWeekend() || session.open() > second) {
            session = new Session(session.date().minusDays(1));
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
