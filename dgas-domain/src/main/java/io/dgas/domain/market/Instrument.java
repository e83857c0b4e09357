package io.dgas.domain.market;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A US-listed stock or fund by its ticker, as the exchange writes it: {@code AAPL}, {@code BRK.B}.
 *
 * @param symbol upper case, 1 to 15 letters, digits, dots and hyphens, beginning with a letter or a digit
 */
public record Instrument(String symbol) implements Comparable<Instrument> {

    private static final Pattern TICKER = Pattern.compile("[A-Z0-9][A-Z0-9.\\-]{0,14}");

    public Instrument {
        if (!TICKER.matcher(symbol).matches()) {
            throw new IllegalArgumentException("'" + symbol
                    + "' is not a ticker: expected 1 to 15 letters, digits, dots or hyphens, such as AAPL or BRK.B");
        }
    }

    /** Reads a ticker in either case; surrounding blanks do not count. */
    public static Instrument parse(String text) {
        return new Instrument(text.strip().toUpperCase(Locale.ROOT));
    }

    @Override
    public int compareTo(Instrument other) {
        return symbol.compareTo(other.symbol);
    }

    @Override
    public String toString() {
        return symbol;
    }
}
