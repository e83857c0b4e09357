package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.DelayedQuote;
import io.dgas.application.port.out.vendor.DelayedQuotes;
import io.dgas.application.port.out.vendor.RowFault;
import io.dgas.application.port.out.vendor.RowReport;
import io.dgas.domain.market.Instrument;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Quotes of one answer. The vendor may send a ticker twice, one of them years old: the newest counts. */
final class QuoteRows {

    private static final String US = ".US";

    private final Predicate<Instrument> asked;
    private final TreeMap<Instrument, DelayedQuote> quotes = new TreeMap<>();
    private final Map<RowFault, Integer> omitted = new EnumMap<>(RowFault.class);

    QuoteRows(Predicate<Instrument> asked) {
        this.asked = asked;
    }

    /** One row as such or several in a list. */
    void addAll(JsonNode node) {
        if (node.isArray()) {
            node.forEach(this::add);
        } else {
            add(node);
        }
    }

    /** Of those asked for; the others are silent. */
    DelayedQuotes inOrderOf(List<Instrument> instruments) {
        List<DelayedQuote> there =
                instruments.stream().map(quotes::get).filter(Objects::nonNull).toList();
        List<Instrument> silent = instruments.stream()
                .filter(instrument -> !quotes.containsKey(instrument))
                .toList();
        return new DelayedQuotes(there, silent, report());
    }

    DelayedQuotes byInstrument() {
        return new DelayedQuotes(List.copyOf(quotes.values()), List.of(), report());
    }

    private RowReport report() {
        return new RowReport(omitted, List.of());
    }

    private void add(JsonNode node) {
        try {
            keep(quote(new Row(node)));
        } catch (UnusableRow e) {
            omitted.merge(e.fault(), 1, Integer::sum);
        }
    }

    private void keep(DelayedQuote quote) throws UnusableRow {
        DelayedQuote there = quotes.get(quote.instrument());
        if (there == null || there.time() < quote.time()) {
            quotes.put(quote.instrument(), quote);
        }
        if (there != null) {
            throw new UnusableRow(there.equals(quote) ? RowFault.REPEATED : RowFault.CONTRADICTING);
        }
    }

    private DelayedQuote quote(Row row) throws UnusableRow {
        if (!row.tells("timestamp") && !row.tells("close")) {
            throw new UnusableRow(RowFault.PLACEHOLDER);
        }
        Instrument instrument = instrument(row);
        for (String field : List.of("timestamp", "open", "high", "low", "close")) {
            if (!row.tells(field)) {
                throw new UnusableRow(RowFault.INCOMPLETE);
            }
        }
        Prices prices = Prices.of(row);
        return new DelayedQuote(
                instrument,
                row.second("timestamp"),
                prices.open(),
                prices.high(),
                prices.low(),
                prices.close(),
                optional(row, "volume"),
                optional(row, "previousClose"));
    }

    private Instrument instrument(Row row) throws UnusableRow {
        String code = row.text("code").toUpperCase(Locale.ROOT);
        Instrument instrument = Row.instrumentOf(code.endsWith(US) ? code.substring(0, code.length() - 3) : code);
        if (!asked.test(instrument)) {
            throw new UnusableRow(RowFault.OUTSIDE);
        }
        return instrument;
    }

    private static OptionalDouble optional(Row row, String field) throws UnusableRow {
        return row.tells(field) ? OptionalDouble.of(row.number(field)) : OptionalDouble.empty();
    }
}
