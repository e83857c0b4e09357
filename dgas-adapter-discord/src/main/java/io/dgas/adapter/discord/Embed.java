package io.dgas.adapter.discord;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An embed in the making. Its parts are cut so that even with all fields it stays below the 6,000 chars that Discord allows
 * in sum; what says nothing is left out.
 */
final class Embed {

    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_DESCRIPTION = 4_096;
    private static final int LONGEST_VALUE = 200;
    private static final int LAST_YEAR = 9_999;

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    Embed(String title, int color) {
        json.put("title", Words.cut(title, LONGEST_TITLE)).put("color", color);
    }

    Embed description(String text) {
        if (!Words.blank(text)) {
            json.put("description", Words.cut(text, LONGEST_DESCRIPTION));
        }
        return this;
    }

    Embed field(String name, String value) {
        return field(name, Optional.of(value));
    }

    Embed field(String name, Optional<String> value) {
        value.filter(text -> !Words.blank(text)).ifPresent(text -> {
            ArrayNode fields = json.withArray("fields");
            fields.addObject()
                    .put("name", name)
                    .put("value", Words.cut(text, LONGEST_VALUE))
                    .put("inline", true);
        });
        return this;
    }

    /** Left out where Discord's form of a time has no place for the year. */
    Embed timestamp(Instant at) {
        int year = at.atOffset(ZoneOffset.UTC).getYear();
        if (year > 0 && year <= LAST_YEAR) {
            json.put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
        }
        return this;
    }

    Embed footer(String text) {
        if (!Words.blank(text)) {
            json.putObject("footer").put("text", text);
        }
        return this;
    }

    ObjectNode json() {
        return json;
    }
}
