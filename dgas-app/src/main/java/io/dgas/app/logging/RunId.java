package io.dgas.app.logging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * Marks the lines that belong to one run of something that is done again and again, such as a cycle.
 *
 * @param at what it is a run for: a tick, or when it began
 */
public record RunId(String kind, Instant at, String text) {

    /** Under this name lines carry it. */
    public static final String KEY = "run";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** One that no other run has, but for a chance in tens of thousands among runs of the same second. */
    public static RunId of(String kind, Instant at) {
        String random =
                HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
        return new RunId(kind, at, kind + "-" + TIME.format(at) + "-" + random);
    }

    /** The run for this time: another one, unless it is this one's. */
    public RunId at(Instant time) {
        return time.equals(at) ? this : of(kind, time);
    }

    /** What marks the lines of this thread now. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(KEY));
    }

    /** Does this work, and marks the lines of this thread until it is done. */
    public void mark(Runnable work) {
        marked(() -> {
            work.run();
            return text;
        });
    }

    /** Does this work, and marks the lines of this thread until it is done. Returns what the work did. */
    public <T> T marked(Supplier<T> work) {
        return markedAs(text, work);
    }

    /** Does this work for another thread, with lines that are marked as that one's. */
    public static void markAs(Optional<String> run, Runnable work) {
        run.ifPresentOrElse(
                text -> markedAs(text, () -> {
                    work.run();
                    return text;
                }),
                work);
    }

    private static <T> T markedAs(String text, Supplier<T> work) {
        String before = MDC.get(KEY);
        MDC.put(KEY, text);
        try {
            return work.get();
        } finally {
            if (before == null) {
                MDC.remove(KEY);
            } else {
                MDC.put(KEY, before);
            }
        }
    }
}
