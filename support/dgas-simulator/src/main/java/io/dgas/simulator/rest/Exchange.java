package io.dgas.simulator.rest;

import io.dgas.simulator.json.Json;
import io.dgas.simulator.market.Holidays;
import io.dgas.simulator.market.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /exchange-symbol-list/US} and {@code /exchange-details/US}. */
final class Exchange {

    private static final int DETAILS_COST = 5;
    private static final int MONTHS = 6;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Vendor vendor;

    Exchange(Vendor vendor) {
        this.vendor = vendor;
    }

    /** With {@code delisted=1} those that have gone instead of those that are listed. */
    Answer symbols(Request request) {
        if (!request.ticker().equals("US")) {
            return unknownExchange();
        }
        boolean delisted = request.parameter("delisted").filter("1"::equals).isPresent();
        String type = request.parameter("type").orElse("");
        ArrayNode rows = Json.array();
        List<String> tickers = delisted
                ? vendor.market().tickers().stream().filter(vendor::isGone).toList()
                : vendor.tickers();
        for (String ticker : tickers) {
            ObjectNode row = row(BulkLastDay.code(ticker));
            if (type.isEmpty() || type.equals(snake(row.path("Type").asString("")))) {
                rows.add(row);
            }
        }
        return new Answer.Data(rows, 1);
    }

    /** Holidays as an object keyed by "0", "1" and so on, as the real answers are. */
    Answer details(Request request) {
        if (!request.ticker().equals("US")) {
            return unknownExchange();
        }
        LocalDate today = vendor.today();
        LocalDate from = today.minusMonths(MONTHS);
        LocalDate to = today.plusMonths(MONTHS);
        DateSpan span = DateSpan.of(request).orElse(new DateSpan(from, to));
        LocalDate first = request.parameter("from").isPresent() ? span.from() : from;
        LocalDate last = request.parameter("to").isPresent() ? span.to() : to;
        ObjectNode details = Json.object()
                .put("Name", "USA Stocks")
                .put("Code", "US")
                .put("OperatingMIC", "XNAS, XNYS, OTCM")
                .put("Country", "USA")
                .put("Currency", "USD")
                .put("Timezone", "America/New_York")
                .put("isOpen", isOpen());
        details.set("TradingHours", hours(today));
        details.set("ExchangeHolidays", holidays(first, last));
        details.set("ExchangeEarlyCloseDays", earlyCloses(first, last));
        int active = vendor.tickers().size();
        details.put("ActiveTickers", active)
                .put("PreviousDayUpdatedTickers", active)
                .put("UpdatedTickers", 0);
        return new Answer.Data(details, DETAILS_COST);
    }

    private boolean isOpen() {
        Session session = Session.containing(vendor.now().getEpochSecond());
        return session.isTradingDay() && session.isRegular(vendor.now().getEpochSecond());
    }

    private static ObjectNode hours(LocalDate today) {
        Session session = Session.on(today);
        LocalDate fullDay = session.isHalfDay() ? today.plusDays(4) : today;
        return Json.object()
                .put("Open", "09:30:00")
                .put("Close", "16:00:00")
                .put("OpenUTC", utc(Session.on(fullDay).open()))
                .put("CloseUTC", utc(Session.on(fullDay).close()))
                .put("WorkingDays", "Mon,Tue,Wed,Thu,Fri");
    }

    private static String utc(long second) {
        return TIME.format(LocalTime.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }

    private static ObjectNode holidays(LocalDate first, LocalDate last) {
        ObjectNode holidays = Json.object();
        for (LocalDate date : first.datesUntil(last.plusDays(1)).toList()) {
            Holidays.on(date)
                    .ifPresent(name -> holidays.set(
                            Integer.toString(holidays.size()), day(name, date).put("Type", "official")));
        }
        return holidays;
    }

    private static ObjectNode earlyCloses(LocalDate first, LocalDate last) {
        ObjectNode days = Json.object();
        for (LocalDate date : first.datesUntil(last.plusDays(1)).toList()) {
            Holidays.earlyCloseOn(date)
                    .ifPresent(name -> days.set(
                            Integer.toString(days.size()),
                            day(name, date).put("Type", "official").put("EarlyClose", "13:00")));
        }
        return days;
    }

    private static ObjectNode day(String name, LocalDate date) {
        return Json.object().put("Holiday", name).put("Date", date.toString());
    }

    /** A share of every kind: some without an ISIN, an index fund among them. */
    private static ObjectNode row(String code) {
        boolean fund = code.equals("VTI") || code.equals("SPY");
        ObjectNode row = Json.object()
                .put("Code", code)
                .put("Name", code + (fund ? " Fund" : " Inc"))
                .put("Country", "USA")
                .put("Exchange", Math.floorMod(code.hashCode(), 2) == 0 ? "NASDAQ" : "NYSE")
                .put("Currency", "USD")
                .put("Type", fund ? "ETF" : "Common Stock");
        if (Math.floorMod(code.hashCode(), 7) == 0) {
            return row.putNull("Isin");
        }
        return row.put("Isin", String.format(Locale.ROOT, "US%010d", Math.abs((long) code.hashCode())));
    }

    private static String snake(String type) {
        return type.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private static Answer unknownExchange() {
        return new Answer.Refusal(Reply.text(404, "Exchange Not Found."), 0);
    }
}
