package io.dgas.adapter.discord;

/** Text as Discord takes it: whole characters, no markdown, no mention, and not too long. */
final class Words {

    private static final String MARKDOWN = "\\*_~`|<>@#[]()";
    private static final char ELLIPSIS = '…';
    private static final char REPLACEMENT = '\uFFFD';

    private Words() {}

    /** What is left when halves of characters are replaced and control characters, but line ends, are blanks. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            boolean half = Character.getType(each) == Character.SURROGATE;
            boolean control = Character.isISOControl(each) && each != '\n';
            clean.appendCodePoint(half ? REPLACEMENT : control ? ' ' : each);
        });
        return trimmed(clean.toString());
    }

    /** Clean, on one line, and shown as it is written, whatever it is that is written. */
    static String line(String text) {
        return literal(clean(text.replace('\n', ' ')));
    }

    static String literal(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 8);
        for (int at = 0; at < text.length(); at++) {
            if (MARKDOWN.indexOf(text.charAt(at)) >= 0) {
                literal.append('\\');
            }
            literal.append(text.charAt(at));
        }
        return literal.toString();
    }

    /** At most so many chars of UTF-16, the last an ellipsis where anything was left out; never half a character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        while (end > 0 && (splits(text, end) || text.charAt(end - 1) == '\\')) {
            end--;
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    private static boolean splits(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at - 1)) && Character.isLowSurrogate(text.charAt(at));
    }

    /** Whether nobody would see anything of it. */
    static boolean blank(String text) {
        return text.codePoints().allMatch(each -> isBlank(each) || Character.getType(each) == Character.FORMAT);
    }

    /** Without the blanks at both ends, of every script. */
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
