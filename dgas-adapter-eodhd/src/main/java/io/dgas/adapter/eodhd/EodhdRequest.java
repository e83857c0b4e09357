package io.dgas.adapter.eodhd;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Locale;

/**
 * One question to the vendor.
 *
 * @param path below the base URL, escaped
 * @param query without format and token, escaped, each part with a leading ampersand
 * @param subject what the answer is about
 */
record EodhdRequest(String path, String query, Subject subject) {

    /** What an answer is about decides its form and what of it may be shown. */
    enum Subject {
        /** A list of rows; 404 means that there is no such symbol. */
        SYMBOL,
        /** An object with a person's name and address, of which nothing is quoted. */
        ACCOUNT
    }

    static EodhdRequest intraday(Instrument instrument, String interval, long from, long to) {
        return of("intraday", instrument, "&interval=" + interval + "&from=" + from + "&to=" + to);
    }

    static EodhdRequest dated(String kind, Instrument instrument, DateRange dates) {
        return of(kind, instrument, "&from=" + dates.first() + "&to=" + dates.last());
    }

    static EodhdRequest account() {
        return new EodhdRequest("internal-user", "", Subject.ACCOUNT);
    }

    private static EodhdRequest of(String kind, Instrument instrument, String query) {
        return new EodhdRequest(kind + "/" + ticker(instrument.symbol()), query, Subject.SYMBOL);
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
