package io.dgas.app.output;

import java.util.Locale;

/** The constants of the code as people read them. */
public final class Words {

    private Words() {}

    /** {@code MARKET_HOURS} as {@code market hours}. */
    public static String of(Enum<?> constant) {
        return of(constant, " ");
    }

    /** {@code RUN_ONCE} as {@code run-once}, for what is also typed. */
    public static String hyphenated(Enum<?> constant) {
        return of(constant, "-");
    }

    private static String of(Enum<?> constant, String between) {
        return constant.name().toLowerCase(Locale.ROOT).replace("_", between);
    }
}
