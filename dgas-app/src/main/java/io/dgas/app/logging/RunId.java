package io.dgas.app.logging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
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

    /** Marks the lines of this thread until it is closed. */
    public Marked mark() {
        return mark(Optional.of(text));
    }

    /** Marks the lines of this thread as those of another thread are, which it works for, until it is closed. */
    public static Marked mark(Optional<String> run) {
        String before = MDC.get(KEY);
        run.ifPresent(text -> MDC.put(KEY, text));
        return new Marked(before);
    }

    /** Lines are marked. */
    public static final class Marked implements AutoCloseable {

        private final @Nullable String before;

        private Marked(@Nullable String before) {
            this.before = before;
        }

        @Override
        public void close() {
            if (before == null) {
                MDC.remove(KEY);
            } else {
                MDC.put(KEY, before);
            }
        }
    }
}
