package io.dgas.app.symbols;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made-up pages and lists of the members of an index. */
final class IndexPages {

    private IndexPages() {}

    /** So many tickers that do not exist: QAAA, QAAB and so on. */
    static List<String> tickers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "Q" + letter(i / 676) + letter(i / 26 % 26) + letter(i % 26))
                .toList();
    }

    private static String letter(int number) {
        return Character.toString('A' + number);
    }

    /** The tickers without the first ones, and with others at the end. */
    static List<String> turned(List<String> tickers, int leaving, String... joining) {
        List<String> turned = new ArrayList<>(tickers.subList(leaving, tickers.size()));
        turned.addAll(Arrays.asList(joining));
        return turned;
    }

    /** A page that lists these members, after them what is given. */
    static String page(List<String> tickers, String... after) {
        return "<html><body><table><tr><th>Symbol</th><th>Security</th><th>GICS Sector</th></tr>"
                + tickers.stream().map(IndexPages::row).collect(Collectors.joining())
                + "</table>" + String.join("", after) + "</body></html>";
    }

    private static String row(String ticker) {
        return "<tr><td>" + ticker + "</td><td>Company " + ticker + "</td><td>Energy</td></tr>";
    }

    /** A table of changes with one row. */
    static String change(String date, String added, String removed) {
        return "<table><tr><th rowspan=2>Date</th><th colspan=2>Added</th><th colspan=2>Removed</th>"
                + "<th rowspan=2>Reason</th></tr><tr><th>Ticker</th><th>Security</th><th>Ticker</th><th>Security</th></tr>"
                + "<tr><td>" + date + "</td><td>" + added + "</td><td>x</td><td>" + removed
                + "</td><td>y</td><td>z</td></tr>"
                + "</table>";
    }

    /** The vendor's answer with these members. */
    static String components(List<String> tickers) {
        return tickers.stream()
                .map(ticker -> "\"" + ticker + "\":{\"Code\":\"" + ticker.replace('.', '-')
                        + "\",\"Exchange\":\"US\",\"Name\":\"Company " + ticker + "\",\"Sector\":null}")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
