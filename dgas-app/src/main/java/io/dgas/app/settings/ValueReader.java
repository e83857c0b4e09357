package io.dgas.app.settings;

import io.dgas.app.suggestion.Nearest;
import io.dgas.domain.bar.Adjustment;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a setting as its type. Throws {@link IllegalArgumentException} with what would be right; the
 * message never repeats a secret.
 */
final class ValueReader {

    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");

    private static final Map<Class<?>, BiFunction<SettingKey, String, Object>> READERS = Map.ofEntries(
            Map.entry(String.class, (key, text) -> text),
            Map.entry(boolean.class, (key, text) -> bool(text)),
            Map.entry(int.class, ValueReader::whole),
            Map.entry(double.class, ValueReader::decimal),
            Map.entry(Timeframe.class, ValueReader::timeframe),
            Map.entry(Instrument.class, (key, text) -> Instrument.parse(text)),
            Map.entry(LocalTime.class, (key, text) -> time(text)),
            Map.entry(ZoneId.class, (key, text) -> zone(text)),
            Map.entry(URI.class, (key, text) -> address(key, text)),
            Map.entry(Theme.class, (key, text) -> choice(Theme.values(), text)),
            Map.entry(StopRule.class, (key, text) -> choice(StopRule.values(), text)),
            Map.entry(Adjustment.class, (key, text) -> choice(Adjustment.values(), text)),
            Map.entry(CronExpression.class, (key, text) -> new CronExpression(text)),
            Map.entry(Secret.class, (key, text) -> new Secret(text)),
            Map.entry(DatabaseUrl.class, (key, text) -> new DatabaseUrl(text)),
            Map.entry(WebhookUrl.class, (key, text) -> new WebhookUrl(text)),
            Map.entry(LoginPassword.class, (key, text) -> new LoginPassword(text)),
            Map.entry(TokenHash.class, (key, text) -> new TokenHash(text)),
            Map.entry(HostName.class, (key, text) -> new HostName(text)),
            Map.entry(DiscordChannel.class, (key, text) -> new DiscordChannel(text)));

    private ValueReader() {}

    private static Timeframe timeframe(SettingKey key, String text) {
        Timeframe read = Timeframe.ofCode(text);
        String longest = key.declared().longest();
        if (!longest.isEmpty() && read.compareTo(Timeframe.ofCode(longest)) > 0) {
            throw new IllegalArgumentException(read + " is too long; it must be " + longest + " or shorter");
        }
        return read;
    }

    /** One value, an {@code Optional} or a {@code List}, as the key's form says; empty texts count as none. */
    static Object read(SettingKey key, List<String> texts) {
        List<Object> values = texts.stream()
                .filter(text -> !text.isBlank())
                .map(text -> one(key, text))
                .toList();
        return switch (key.form()) {
            case LIST -> values;
            case OPTIONAL -> values.stream().findFirst();
            case ONE ->
                values.stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("has no value; without this" + " line it is "
                                + key.declared().byDefault()));
        };
    }

    private static Object one(SettingKey key, String text) {
        BiFunction<SettingKey, String, Object> reader = READERS.get(key.type());
        if (reader == null) {
            throw new IllegalStateException("no reader for " + key.type());
        }
        return reader.apply(key, text.strip());
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false, not '" + text + "'");
        };
    }

    private static int whole(SettingKey key, String text) {
        Optional<Integer> value = Optional.of(text)
                .filter(digits -> WHOLE.matcher(digits).matches())
                .map(Integer::valueOf)
                .filter(number -> isInRange(key, number));
        return value.orElseThrow(() -> outOfRange(key, "whole number", text));
    }

    private static double decimal(SettingKey key, String text) {
        Optional<Double> value = Optional.of(text)
                .filter(digits -> DECIMAL.matcher(digits).matches())
                .map(Double::valueOf)
                .filter(number -> isInRange(key, number));
        return value.orElseThrow(() -> outOfRange(key, "number", text));
    }

    private static boolean isInRange(SettingKey key, double value) {
        return value >= key.declared().min() && value <= key.declared().max();
    }

    private static IllegalArgumentException outOfRange(SettingKey key, String kind, String text) {
        return new IllegalArgumentException("must be a " + kind + " from "
                + plain(key.declared().min()) + " to " + plain(key.declared().max()) + ", not '" + text + "'");
    }

    /** The range of a key's number, such as {@code 0 to 1}. */
    static String range(SettingKey key) {
        return plain(key.declared().min()) + " to " + plain(key.declared().max());
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text, DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a time of the day from 00:00 to 23:59, not '" + text + "'", e);
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            String hint = Nearest.to(text, ZoneId.getAvailableZoneIds())
                    .map(zone -> "; did you mean " + zone + "?")
                    .orElse(", such as America/New_York");
            throw new IllegalArgumentException("'" + text + "' is not a time zone" + hint, e);
        }
    }

    private static URI address(SettingKey key, String text) {
        List<String> schemes =
                key.declared().byDefault().startsWith("ws") ? List.of("wss", "ws") : List.of("https", "http");
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && schemes.contains(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw noAddress(schemes, text, e);
        }
        throw noAddress(schemes, text, null);
    }

    private static IllegalArgumentException noAddress(List<String> schemes, String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "must be an address that begins with " + schemes.get(0) + ":// or " + schemes.get(1) + "://, not '"
                        + text + "'",
                cause);
    }

    private static <C extends Enum<C>> C choice(C[] choices, String text) {
        return Arrays.stream(choices)
                .filter(choice -> choice.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("must be one of " + names(choices) + ", not '" + text + "'"));
    }

    private static String names(Enum<?>[] choices) {
        return String.join(
                ", ",
                Arrays.stream(choices)
                        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
