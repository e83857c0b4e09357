package io.dgas.adapter.web.symbol;

import java.time.Duration;
import java.util.Locale;

/** Numbers as the page shows them. */
public final class Figures {

    static final String NONE = "–";

    private static final double CENTS_FROM = 1;

    private Figures() {}

    /** To the cent, below a dollar to its hundredth. */
    public static String price(double price) {
        return String.format(Locale.ROOT, Math.abs(price) >= CENTS_FROM ? "%.2f" : "%.4f", price);
    }

    /** With its sign: {@code +0.84 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%+.2f %%", 100 * share);
    }

    /** With its sign: {@code +1.8 R}, multiples of what was risked. */
    public static String multiple(double result) {
        return String.format(Locale.ROOT, "%+.2f R", result);
    }

    /** A measurement, without digits that say nothing. */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }

    public static String score(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** In the two largest units. */
    static String duration(Duration time) {
        if (time.isNegative()) {
            return "0 s";
        }
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }
}
