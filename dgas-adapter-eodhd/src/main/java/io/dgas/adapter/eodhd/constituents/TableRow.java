package io.dgas.adapter.eodhd.constituents;

import io.dgas.domain.market.Instrument;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table below its headings.
 *
 * @param number from 1
 * @param isData whether it is neither headings once more nor a foot
 * @param cells by column; null where there is none
 */
record TableRow(int number, boolean isData, List<@Nullable Element> cells) {

    private static final Pattern TICKER = Pattern.compile("[A-Z]{1,6}(?:[.-][A-Z]{1,2})?");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "[uuuu-MM-dd][MMMM d, uuuu][d MMMM uuuu]", Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    /** @throws UnreadablePage unless it is a row of data with a cell in each column and no more */
    void requireWidth(int columns) {
        if (!isData) {
            throw refused("headings or a foot among the rows");
        }
        long there = cells.stream().filter(cell -> cell != null).count();
        if (there != columns || cells.size() != columns) {
            throw refused("it has " + there + " cells; expected " + columns + " as in the headings");
        }
    }

    /** The text in a column, which may be empty. */
    String text(int column) {
        Element cell = cells.get(column);
        if (cell == null) {
            throw refused("no cell in column " + (column + 1));
        }
        if (cell.selectFirst("table") != null) {
            throw refused("a table within the cell of column " + (column + 1));
        }
        String text = CellText.of(cell);
        if (text.indexOf('\uFFFD') >= 0) {
            throw refused("'" + text + "' is not in the encoding that the page declares");
        }
        return text;
    }

    String text(int column, String what) {
        String text = text(column);
        if (text.isEmpty()) {
            throw refused("no " + what);
        }
        return text;
    }

    /** A ticker as the exchange writes it; a class of shares may come with a hyphen for the dot. */
    Instrument ticker(int column) {
        String text = text(column, "ticker");
        if (!TICKER.matcher(text).matches()) {
            throw refused("'" + text + "' is not a ticker such as AAPL or BRK.B");
        }
        return new Instrument(text.replace('-', '.'));
    }

    /** A ticker, or none: an empty cell or a dash. */
    Optional<Instrument> tickerIfAny(int column) {
        return text(column).matches("[-\u2013\u2014]?") ? Optional.empty() : Optional.of(ticker(column));
    }

    LocalDate date(int column) {
        String text = text(column, "date");
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeException other) {
            throw refused("'" + text + "' is not a date such as 2024-06-24 or June 24, 2024");
        }
    }

    UnreadablePage refused(String why) {
        return new UnreadablePage("row " + number + ": " + why);
    }
}
