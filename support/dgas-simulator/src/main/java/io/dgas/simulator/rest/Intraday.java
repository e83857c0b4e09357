package io.dgas.simulator.rest;

import io.dgas.simulator.json.Json;
import io.dgas.simulator.market.Listing;
import io.dgas.simulator.market.MinuteBar;
import io.dgas.simulator.market.Session;
import io.dgas.simulator.market.TradingDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /intraday/T}: one-minute rows of the extended day; five-minute rows of the regular session and its close print. */
final class Intraday {

    private static final int COST = 5;
    private static final long DAY = 86_400;
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Seconds of a bar, and the longest span of a request in days. */
    private record Interval(long seconds, int days) {}

    private static final Map<String, Interval> INTERVALS = Map.of(
            "1m", new Interval(60, 120),
            "5m", new Interval(300, 600),
            "1h", new Interval(3_600, 7_200));

    private record Span(long from, long to) {

        boolean contains(long second) {
            return second >= from && second <= to;
        }

        boolean touches(Session session) {
            return session.close() + DAY > from && session.open() - DAY < to;
        }
    }

    private final Vendor vendor;

    Intraday(Vendor vendor) {
        this.vendor = vendor;
    }

    Answer answer(Request request) {
        Interval interval = INTERVALS.get(request.parameter("interval").orElse("5m"));
        if (interval == null) {
            return Answer.invalid("\"interval\":[\"The selected interval is invalid.\"]");
        }
        for (String bound : List.of("from", "to")) {
            if (request.parameter(bound)
                    .filter(text -> !text.matches("\\d{1,12}"))
                    .isPresent()) {
                return Answer.invalid("\"" + bound + "\":[\"The " + bound + " must be an integer.\"]");
            }
        }
        Span span = span(request);
        if (span.to - span.from > interval.days * DAY) {
            return Answer.invalid(tooLong(interval));
        }
        boolean splitsTime = request.parameter("split-dt").filter("1"::equals).isPresent();
        return vendor.find(request.ticker())
                .map(listing -> rows(request.ticker(), listing, interval, span))
                .<Answer>map(rows -> new Answer.Data(splitsTime ? dateAndTime(rows) : rows, COST))
                .orElseGet(Answer::unknownTicker);
    }

    /** The vendor names one bound for minutes and both for the longer intervals. */
    private static String tooLong(Interval interval) {
        String text = "[\"Max period length is " + interval.days + " days\"]";
        return interval.seconds == 60 ? "\"to\":" + text : "\"to\":" + text + ",\"from\":" + text;
    }

    private Span span(Request request) {
        long to = request.parameter("to")
                .map(Long::parseLong)
                .orElseGet(() -> vendor.now().getEpochSecond());
        long from = request.parameter("from").map(Long::parseLong).orElse(to - 120 * DAY);
        return new Span(from, to);
    }

    private ArrayNode rows(String ticker, Listing listing, Interval interval, Span span) {
        ArrayNode rows = Json.array();
        for (LocalDate date : listing.dates()) {
            Session session = Session.on(date);
            if (span.touches(session) && vendor.publication().showsIntraday(ticker, session, vendor.now())) {
                listing.day(date).ifPresent(day -> addDay(day, interval, rows));
            }
        }
        rows.removeIf(row -> !span.contains(row.path("timestamp").asLong()));
        return rows;
    }

    private static void addDay(TradingDay day, Interval interval, ArrayNode rows) {
        if (interval.seconds == 60) {
            day.minutes().forEach(bar -> rows.add(row(bar)));
        } else if (!day.regular().isEmpty()) {
            addSlots(day, interval.seconds, rows);
        }
        if (interval.seconds == 300 && !day.session().isHalfDay()) {
            rows.add(flat(day.session().close(), Json.rounded(day.officialClose())));
        }
    }

    private static void addSlots(TradingDay day, long seconds, ArrayNode rows) {
        double last = day.regular().getFirst().open();
        long first = Math.floorDiv(day.session().open(), seconds) * seconds;
        for (long second = first; second < day.session().close(); second += seconds) {
            List<MinuteBar> slot = day.slot(second, seconds);
            rows.add(slot.isEmpty() ? flat(second, last) : row(TradingDay.merged(second, slot)));
            last = slot.isEmpty() ? last : slot.getLast().close();
        }
    }

    /** With {@code split-dt=1} the text of the time comes as a date and a time. */
    private static ArrayNode dateAndTime(ArrayNode rows) {
        ArrayNode others = Json.array();
        for (JsonNode row : rows.values()) {
            ObjectNode other = others.addObject();
            for (var field : row.properties()) {
                if (field.getKey().equals("datetime")) {
                    String[] parts = field.getValue().asString().split(" ", -1);
                    other.put("date", parts[0]).put("time", parts[1]);
                } else {
                    other.set(field.getKey(), field.getValue());
                }
            }
        }
        return others;
    }

    private static ObjectNode row(MinuteBar bar) {
        if (bar.volume() == 0) {
            return flat(bar.openSecond(), bar.close());
        }
        return stamped(bar.openSecond())
                .put("open", bar.open())
                .put("high", bar.high())
                .put("low", bar.low())
                .put("close", bar.close())
                .put("volume", bar.volume());
    }

    /** A slot nobody traded in, an indication, and the close print: one price, no volume. */
    private static ObjectNode flat(long second, double price) {
        return stamped(second)
                .put("open", price)
                .put("high", price)
                .put("low", price)
                .put("close", price)
                .putNull("volume");
    }

    private static ObjectNode stamped(long second) {
        return Json.object()
                .put("timestamp", second)
                .put("gmtoffset", 0)
                .put("datetime", TEXT.format(Instant.ofEpochSecond(second)));
    }
}
