package io.dgas.app.data;

import java.util.Locale;

/** Numbers in sentences. */
final class Numbers {

    private Numbers() {}

    /** A count with its noun: {@code 1 bar}, {@code 1,234 bars}. */
    static String count(long number, String noun) {
        return text(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String text(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
