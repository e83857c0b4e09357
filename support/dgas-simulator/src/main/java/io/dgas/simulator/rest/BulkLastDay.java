package io.dgas.simulator.rest;

import io.dgas.simulator.json.Json;
import io.dgas.simulator.market.Listing;
import io.dgas.simulator.market.Session;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /eod-bulk-last-day/US}: one day of the whole market, as bars, splits or dividends; codes come without exchange. */
final class BulkLastDay {

    private static final int COST = 100;
    private static final int LONG_AVERAGE = 50;

    private final Vendor vendor;
    private final EndOfDay endOfDay;

    BulkLastDay(Vendor vendor, EndOfDay endOfDay) {
        this.vendor = vendor;
        this.endOfDay = endOfDay;
    }

    Answer answer(Request request) {
        if (!request.ticker().equals("US")) {
            return new Answer.Refusal(Reply.text(404, "Exchange Not Found."), 0);
        }
        Optional<LocalDate> date = date(request);
        if (date.isEmpty()) {
            return DateSpan.invalid();
        }
        List<String> chosen = request.parameter("symbols")
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of());
        List<String> tickers = chosen.isEmpty()
                ? vendor.tickers()
                : chosen.stream()
                        .map(code -> code.contains(".") ? code : code + ".US")
                        .toList();
        ArrayNode rows = Json.array();
        for (String ticker : tickers) {
            vendor.find(ticker).ifPresent(listing -> add(request, new Row(code(ticker), listing, date.get()), rows));
        }
        return new Answer.Data(rows, COST + chosen.size());
    }

    private record Row(String code, Listing listing, LocalDate date) {}

    private void add(Request request, Row row, ArrayNode rows) {
        switch (request.parameter("type").orElse("eod")) {
            case "splits" -> addSplits(row, rows);
            case "dividends" -> addDividends(row, rows);
            default -> {
                if (row.listing.dates().contains(row.date) && endOfDay.shows(row.date)) {
                    boolean extended = request.parameter("filter")
                            .filter("extended"::equals)
                            .isPresent();
                    rows.add(extended ? extended(row) : bar(row));
                }
            }
        }
    }

    /** The date asked for, else the newest that is out; empty where the text is no date. */
    private Optional<LocalDate> date(Request request) {
        try {
            return Optional.of(request.parameter("date").map(LocalDate::parse).orElseGet(this::newest));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private LocalDate newest() {
        LocalDate date = vendor.today();
        while (!endOfDay.shows(date) || !Session.on(date).isTradingDay()) {
            date = date.minusDays(1);
        }
        return date;
    }

    private ObjectNode bar(Row row) {
        ObjectNode bar = Json.object().put("code", row.code).put("exchange_short_name", "US");
        bar.setAll(endOfDay.row(row.listing, row.date));
        return bar;
    }

    private ObjectNode extended(Row row) {
        ObjectNode bar = bar(row);
        double close = bar.path("close").asDouble();
        double before = row.listing.closeBefore(row.date).orElse(close);
        NavigableSet<LocalDate> newest = row.listing.dates().headSet(row.date, true);
        List<LocalDate> dates =
                newest.descendingSet().stream().limit(LONG_AVERAGE).toList();
        double volume = dates.stream()
                .mapToLong(date -> row.listing.whole(date).volume())
                .average()
                .orElse(0);
        double average = dates.stream()
                .mapToDouble(date -> row.listing.whole(date).close())
                .average()
                .orElse(close);
        return bar.put("name", row.code + " Inc")
                .put("type", "Common Stock")
                .put("MarketCapitalization", Math.round(close * 1e8))
                .put("Beta", 1)
                .put("ema_50d", Json.rounded(average))
                .put("ema_200d", Json.rounded(average))
                .put("hi_250d", bar.path("high").asDouble())
                .put("lo_250d", bar.path("low").asDouble())
                .put("prev_close", Json.rounded(before))
                .put("change", Json.rounded(close - before))
                .put("change_p", Json.rounded(100 * (close - before) / before))
                .put("avgvol_14d", Math.round(volume))
                .put("avgvol_50d", Math.round(volume))
                .put("avgvol_200d", Math.round(volume));
    }

    private void addSplits(Row row, ArrayNode rows) {
        for (Listing.Split split : row.listing.splits()) {
            if (split.date().equals(row.date) && !row.date.isAfter(vendor.today())) {
                rows.add(head(row).put("split", CorporateActions.ratio(split)));
            }
        }
    }

    private void addDividends(Row row, ArrayNode rows) {
        for (Listing.Dividend dividend : row.listing.dividends()) {
            if (dividend.date().equals(row.date) && !row.date.isAfter(vendor.today())) {
                rows.add(head(row)
                        .put("dividend", dividend.value())
                        .put("currency", "USD")
                        .put("declarationDate", "")
                        .put("recordDate", "")
                        .put("paymentDate", "")
                        .put("period", "Quarterly")
                        .put("unadjustedValue", dividend.value()));
            }
        }
    }

    private static ObjectNode head(Row row) {
        return Json.object().put("code", row.code).put("exchange", "US").put("date", row.date.toString());
    }

    static String code(String ticker) {
        int dot = ticker.lastIndexOf('.');
        return dot < 0 ? ticker : ticker.substring(0, dot);
    }
}
