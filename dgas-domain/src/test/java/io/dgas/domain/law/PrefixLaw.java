package io.dgas.domain.law;

import io.dgas.domain.bar.BarSeries;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * No look-ahead: what is known at a bar's close does not depend on later bars, neither on whether there are any nor on
 * what they say. Since a prefix is what was there live, it is also the law that live equals replay, bit for bit.
 */
public final class PrefixLaw {

    private PrefixLaw() {}

    /** Computes from every prefix, and compares all its bars with the whole series'. */
    public static void check(BarSeries bars, Known known) {
        check(bars, IntStream.range(1, bars.size()), known);
    }

    /** As {@link #check(BarSeries, Known)} for prefixes of these sizes only, where every one is too much. */
    public static void check(BarSeries bars, IntStream sizes, Known known) {
        Known.At whole = known.of(bars);
        sizes.forEach(
                size -> compare(whole, known.of(bars.first(size)), size, "from the first " + size + " bars alone"));
    }

    /** Alters every bar from {@code from} on, and compares what was known before. */
    public static void checkAltered(BarSeries bars, int from, Known known) {
        Known.At altered = known.of(SampleBars.altered(bars, from, from));
        compare(known.of(bars), altered, from, "with other bars from " + from + " on");
    }

    private static void compare(Known.At whole, Known.At other, int size, String how) {
        for (int bar = 0; bar < size; bar++) {
            Object expected = whole.close(bar);
            Object actual = other.close(bar);
            if (!Objects.equals(expected, actual)) {
                throw new AssertionError(
                        "known at the close of bar " + bar + " is " + expected + ", but " + how + " it is " + actual);
            }
        }
    }
}
