package io.dgas.simulator.discord;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What embeds may hold; lengths are those of UTF-16, after trimming. */
final class EmbedRules {

    private static final int MOST_EMBEDS = 10;
    private static final int MOST_FIELDS = 25;
    private static final int LONGEST_SUM = 6_000;
    private static final int LARGEST_COLOR = 0xFFFFFF;
    private static final Set<String> SCHEMES = Set.of("http", "https", "attachment");

    private final FormErrors errors;
    private int sum;

    EmbedRules(FormErrors errors) {
        this.errors = errors;
    }

    void check(JsonNode embeds) {
        if (embeds.isMissingNode() || embeds.isNull()) {
            return;
        }
        if (!embeds.isArray()) {
            errors.add("embeds", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return;
        }
        if (embeds.size() > MOST_EMBEDS) {
            errors.badLength("embeds", MOST_EMBEDS);
        }
        for (int at = 0; at < embeds.size(); at++) {
            embed("embeds." + at, embeds.get(at));
        }
        if (sum > LONGEST_SUM) {
            errors.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of " + LONGEST_SUM);
        }
    }

    private void embed(String path, JsonNode embed) {
        if (!embed.isObject()) {
            errors.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
            return;
        }
        text(path + ".title", embed.path("title"), 256);
        text(path + ".description", embed.path("description"), 4_096);
        if (embed.path("footer").isObject()) {
            needed(path + ".footer.text", embed.path("footer").path("text"), 2_048);
        }
        if (embed.path("author").isObject()) {
            needed(path + ".author.name", embed.path("author").path("name"), 256);
        }
        fields(path + ".fields", embed.path("fields"));
        color(path + ".color", embed.path("color"));
        timestamp(path + ".timestamp", embed.path("timestamp"));
        address(path + ".url", embed.path("url"));
        address(path + ".image.url", embed.path("image").path("url"));
        address(path + ".thumbnail.url", embed.path("thumbnail").path("url"));
    }

    private void fields(String path, JsonNode fields) {
        if (fields.size() > MOST_FIELDS) {
            errors.badLength(path, MOST_FIELDS);
        }
        for (int at = 0; at < fields.size(); at++) {
            needed(path + "." + at + ".name", fields.get(at).path("name"), 256);
            needed(path + "." + at + ".value", fields.get(at).path("value"), 1_024);
        }
    }

    private void needed(String path, JsonNode text, int most) {
        if (!FormErrors.says(text)) {
            errors.required(path);
        }
        text(path, text, most);
    }

    private void text(String path, JsonNode text, int most) {
        if (text.isMissingNode() || text.isNull()) {
            return;
        }
        if (!text.isString()) {
            errors.add(path, "STRING_TYPE_CONVERT", "Could not interpret \"" + text + "\" as string.");
            return;
        }
        int length = text.asString().strip().length();
        sum += length;
        if (length > most) {
            errors.tooLong(path, most);
        }
    }

    private void color(String path, JsonNode color) {
        if (color.isMissingNode() || color.isNull()) {
            return;
        }
        if (!color.isIntegralNumber()) {
            errors.add(path, "NUMBER_TYPE_COERCE", "Value \"" + color.asString("") + "\" is not int.");
        } else if (color.asLong() < 0 || color.asLong() > LARGEST_COLOR) {
            errors.add(path, "NUMBER_TYPE_MAX", "int value should be less than or equal to " + LARGEST_COLOR + ".");
        }
    }

    private void timestamp(String path, JsonNode timestamp) {
        if (timestamp.isMissingNode() || timestamp.isNull()) {
            return;
        }
        try {
            DateTimeFormatter.ISO_DATE_TIME.parse(timestamp.asString(""));
        } catch (DateTimeException notIso) {
            errors.add(
                    path, "DATE_TIME_TYPE_PARSE", "Could not parse " + timestamp.asString("") + ". Should be ISO8601.");
        }
    }

    private void address(String path, JsonNode url) {
        if (url.isMissingNode() || url.isNull()) {
            return;
        }
        String text = url.asString("");
        String scheme = text.substring(0, Math.max(0, text.indexOf(':')));
        if (!SCHEMES.contains(scheme)) {
            errors.add(
                    path,
                    "URL_TYPE_INVALID_SCHEME",
                    "Scheme \"" + scheme + "\" must be one of ('http', 'https', 'attachment').");
        }
    }
}
