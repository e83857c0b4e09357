package io.dgas.adapter.eodhd;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dgas.application.port.out.vendor.VendorQuotes;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import java.net.URI;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One question to the vendor.
 *
 * @param path below the base URL, escaped
 * @param query without format and token, escaped, each part with a leading ampersand
 * @param subject what the answer is about
 * @param calls what it costs of the day's calls
 */
record EodhdRequest(String path, String query, Subject subject, int calls) {

    private static final int WHOLE_MARKET = 100;

    /** What an answer is about decides its form and what of it may be shown. */
    enum Subject {
        /** A list of rows; 404 means that there is no such symbol. */
        SYMBOL,
        /** A list of rows of many symbols. */
        MARKET,
        /** One row or a list of them. */
        QUOTES,
        /** An object. */
        EXCHANGE,
        /** Rows in a list or in an object; 404 means that there is no such index. */
        INDEX,
        /** An object with a person's name and address, of which nothing is quoted. */
        ACCOUNT;

        boolean hasForm(JsonNode node) {
            return switch (this) {
                case SYMBOL, MARKET -> node.isArray();
                case EXCHANGE, ACCOUNT -> node.isObject();
                case QUOTES, INDEX -> node.isContainer();
            };
        }

        /** Whether 404 is about what was asked and not about the address. */
        boolean isNamed() {
            return this == SYMBOL || this == INDEX || this == QUOTES;
        }
    }

    static EodhdRequest intraday(Instrument instrument, String interval, long from, long to) {
        String query = "&interval=" + interval + "&from=" + from + "&to=" + to;
        return new EodhdRequest("intraday/" + ticker(instrument.symbol()), query, Subject.SYMBOL, 5);
    }

    static EodhdRequest dated(String kind, Instrument instrument, DateRange dates) {
        String path = kind + "/" + ticker(instrument.symbol());
        return new EodhdRequest(path, range(dates), Subject.SYMBOL, 1);
    }

    /** The vendor's page says 1 call, it was seen to count 0. */
    static EodhdRequest account() {
        return new EodhdRequest("internal-user", "", Subject.ACCOUNT, 1);
    }

    /** The type is {@code eod}, {@code splits} or {@code dividends}. */
    static EodhdRequest marketDay(String type, LocalDate date) {
        return new EodhdRequest(
                "eod-bulk-last-day/US", "&type=" + type + "&date=" + date, Subject.MARKET, WHOLE_MARKET);
    }

    static EodhdRequest quotes(List<Instrument> instruments) {
        if (instruments.isEmpty() || instruments.size() > VendorQuotes.LARGEST_BATCH) {
            throw new IllegalArgumentException("quotes of " + instruments.size() + " instruments in one request:"
                    + " expected 1 to " + VendorQuotes.LARGEST_BATCH);
        }
        String more = instruments.stream()
                .skip(1)
                .map(instrument -> ticker(instrument.symbol()))
                .collect(Collectors.joining(","));
        String path = "real-time/" + ticker(instruments.getFirst().symbol());
        return new EodhdRequest(path, more.isEmpty() ? "" : "&s=" + more, Subject.QUOTES, instruments.size());
    }

    static EodhdRequest allQuotes() {
        return new EodhdRequest("real-time/AAPL.US", "&ex=US", Subject.QUOTES, WHOLE_MARKET);
    }

    static EodhdRequest listings(boolean delisted) {
        return new EodhdRequest("exchange-symbol-list/US", delisted ? "&delisted=1" : "", Subject.MARKET, 1);
    }

    /** One page of the vendor says 5 calls, another 1. */
    static EodhdRequest exchange(DateRange dates) {
        return new EodhdRequest("exchange-details/US", range(dates), Subject.EXCHANGE, 5);
    }

    static EodhdRequest members(String index) {
        return new EodhdRequest("fundamentals/" + index + ".INDX", "&filter=Components", Subject.INDEX, 10);
    }

    private static String range(DateRange dates) {
        return "&from=" + dates.first() + "&to=" + dates.last();
    }

    /** The vendor's name of a US symbol, escaped: BRK.B is BRK-B.US. */
    static String ticker(String symbol) {
        String code = symbol.toUpperCase(Locale.ROOT).replace('.', '-');
        return URLEncoder.encode(code, UTF_8) + ".US";
    }

    URI uri(EodhdSettings settings) {
        String base = settings.baseUrl().toString().replaceAll("/+$", "");
        return URI.create(base + "/" + path + "?api_token=" + settings.token().value() + "&fmt=json" + query);
    }

    /** What was asked, without the token. */
    @Override
    public String toString() {
        return "GET /" + path + "?fmt=json" + query;
    }
}
