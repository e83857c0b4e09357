package io.dgas.adapter.web.page;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.domain.market.Instrument;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Values as the page shows them; times are those of the exchange. */
public final class Shown {

    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Shown() {}

    /** With seconds, for now. */
    public static String now(Instant time) {
        return TIME.format(time.atZone(EXCHANGE)) + " New York";
    }

    /** As told to whoever rests on a time. */
    public static String utc(Instant time) {
        return UTC.format(time);
    }

    /** The time of day alone. */
    public static String second(Instant time) {
        return SECOND.format(time.atZone(EXCHANGE));
    }

    /** How long ago something was, in the largest unit that says it well: {@code 17 min}. */
    public static String age(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 2) {
            return Math.max(0, age.toSeconds()) + " s";
        }
        return age.toHours() < 2
                ? age.toMinutes() + " min"
                : age.toHours() < 48 ? age.toHours() + " h" : age.toDays() + " days";
    }

    /** What tells a signal from all others. */
    public static String key(StoredSignal signal) {
        return String.join(
                "-",
                signal.instrument().symbol(),
                signal.trading().code(),
                signal.completedAt().toString(),
                signal.type().name(),
                signal.setUp().name());
    }

    /** Where the page of an instrument is. */
    public static String path(Instrument instrument) {
        return "/symbols/" + URLEncoder.encode(instrument.symbol(), StandardCharsets.UTF_8);
    }

    /** To the minute. */
    public static String minute(Instant time) {
        return MINUTE.format(time.atZone(EXCHANGE));
    }

    /** {@code EXIT_LONG} as {@code exit long}. */
    public static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code EXIT_LONG} as {@code exit_long}, for the style. */
    public static String sort(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public static String price(Optional<BigDecimal> price) {
        return price.map(BigDecimal::toPlainString).orElse("–");
    }

    public static String score(Optional<Double> score) {
        return score.map(value -> String.format(Locale.ROOT, "%.2f", value)).orElse("–");
    }

    /** The tick that a cycle served, or when it was run by hand. */
    public static Instant tick(RecordedRun run) {
        return run.tick().orElse(run.runAt());
    }

    public static String took(RecordedRun run) {
        return run.isMissed() ? "missed" : run.executionTime().toMillis() + " ms";
    }
}
