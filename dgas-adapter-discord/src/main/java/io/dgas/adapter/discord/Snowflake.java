package io.dgas.adapter.discord;

import java.time.Instant;
import java.util.regex.Pattern;

/** Discord's ids: 64 bits without sign, as text, the time they were given at in the upper ones. */
final class Snowflake {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,19}");
    private static final Pattern USUAL = Pattern.compile("[1-9][0-9]{16,19}");
    private static final long EPOCH_MS = 1_420_070_400_000L;
    private static final int TIME_SHIFT = 22;

    private Snowflake() {}

    /** Whether people can have copied it from Discord: none since 2015 is shorter than 17 digits. */
    static boolean valid(String text) {
        return USUAL.matcher(text).matches() && fits(text);
    }

    /** Whether it is one at all. */
    static boolean possible(String text) {
        return FORM.matcher(text).matches() && fits(text);
    }

    private static boolean fits(String text) {
        return text.length() < 20 || text.compareTo("18446744073709551615") <= 0;
    }

    static Instant time(String id) {
        return Instant.ofEpochMilli((Long.parseUnsignedLong(id) >>> TIME_SHIFT) + EPOCH_MS);
    }

    static int compare(String one, String other) {
        return Long.compareUnsigned(Long.parseUnsignedLong(one), Long.parseUnsignedLong(other));
    }
}
