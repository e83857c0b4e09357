package io.dgas.adapter.eodhd.stream;

/**
 * Reads a trade in the form in which the vendor writes it, without making objects: one object of known fields in any
 * order, no blanks, no escapes, numbers of up to 15 digits. Anything else it leaves to a reader of JSON. What was read
 * is in the fields until the next frame.
 */
final class TradeScanner {

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
    private static final int DIGITS = 15;

    private static final int SYMBOL = 1;
    private static final int PRICE = 2;
    private static final int SIZE = 4;
    private static final int TIME = 8;

    private char[] text = {};
    private int end;
    private int at;
    private int seen;

    int symbolFrom;
    int symbolTo;
    double price;
    double size;
    long time;
    long codes;
    boolean extendedHours;

    /** Whether the frame had this form and every field that a trade needs. */
    boolean scan(char[] frame, int from, int to) {
        text = frame;
        end = to;
        at = from;
        seen = 0;
        codes = 0;
        extendedHours = false;
        return take('{') && fields() && at == end && seen == (SYMBOL | PRICE | SIZE | TIME);
    }

    private boolean fields() {
        do {
            if (!field()) {
                return false;
            }
        } while (take(','));
        return take('}');
    }

    private boolean field() {
        if (!take('"') || at + 3 > end) {
            return false;
        }
        char first = text[at++];
        char second = text[at++];
        if (second == '"') {
            return take(':') && value(first);
        }
        return take('"') && take(':') && value(first, second);
    }

    private boolean value(char key) {
        return switch (key) {
            case 's' -> symbol();
            case 'p' -> price();
            case 'v' -> size();
            case 't' -> time();
            case 'c' -> codes();
            default -> false;
        };
    }

    private boolean value(char first, char second) {
        if (first == 'm' && second == 's') {
            return hours();
        }
        return first == 'd' && second == 'p' && (word("true") || word("false"));
    }

    private boolean symbol() {
        symbolFrom = at + 1;
        symbolTo = string();
        return once(SYMBOL, symbolTo >= 0);
    }

    private boolean hours() {
        int from = at + 1;
        extendedHours = take('"') && word("extended");
        at = from - 1;
        return string() >= 0;
    }

    private boolean price() {
        boolean quoted = take('"');
        price = number();
        return once(PRICE, price >= 0 && (!quoted || take('"')));
    }

    private boolean size() {
        size = number();
        return once(SIZE, size >= 0);
    }

    private boolean time() {
        time = whole();
        return once(TIME, time >= 0);
    }

    /** A list of whole numbers, one of them, or null. */
    private boolean codes() {
        if (!take('[')) {
            return word("null") || code();
        }
        if (take(']')) {
            return true;
        }
        do {
            if (!code()) {
                return false;
            }
        } while (take(','));
        return take(']');
    }

    private boolean code() {
        long code = whole();
        codes = TradeConditions.with(codes, code);
        return code >= 0;
    }

    /** A field that comes twice is left to the other reader. */
    private boolean once(int field, boolean read) {
        boolean first = (seen & field) == 0;
        seen |= field;
        return read && first;
    }

    /** The digits here as a number; -1 for none, too many or a zero before others. */
    private long whole() {
        int from = at;
        long value = 0;
        while (at < end && isDigit(text[at])) {
            value = value * 10 + (text[at++] - '0');
            if (at - from > DIGITS) {
                return -1;
            }
        }
        boolean padded = at - from > 1 && text[from] == '0';
        return at == from || padded ? -1 : value;
    }

    /** Digits with or without a fraction, exactly as parsing the decimal would give; -1 for anything else. */
    private double number() {
        int from = at;
        long value = whole();
        if (value < 0 || !take('.')) {
            return value;
        }
        int point = at;
        while (at < end && isDigit(text[at])) {
            value = value * 10 + (text[at++] - '0');
            if (at - from > DIGITS) {
                return -1;
            }
        }
        return at == point ? -1 : value / POWERS[at - point];
    }

    private static boolean isDigit(char character) {
        return '0' <= character && character <= '9';
    }

    /** Reads a string without escapes and returns where it ends; -1 for none. */
    private int string() {
        if (!take('"')) {
            return -1;
        }
        while (at < end && text[at] != '"' && text[at] != '\\') {
            at++;
        }
        int last = at;
        return take('"') ? last : -1;
    }

    private boolean word(String word) {
        if (at + word.length() > end) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    private boolean take(char expected) {
        if (at < end && text[at] == expected) {
            at++;
            return true;
        }
        return false;
    }
}
