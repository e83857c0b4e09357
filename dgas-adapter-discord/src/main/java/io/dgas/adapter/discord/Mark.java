package io.dgas.adapter.discord;

import io.dgas.application.port.out.notice.NoticeId;
import tools.jackson.databind.JsonNode;

/**
 * The id of a notice as it stands in its message: in the footer of the embed, and on a small line of its own at the end of
 * the text, where it is still found when the embed was dropped.
 */
record Mark(String footer, String line) {

    private static final String SMALL = "-# ";

    static Mark of(NoticeId id) {
        String clean = Words.clean(id.text());
        return new Mark(clean, SMALL + Words.literal(clean));
    }

    /** Whether a message, as Discord tells it, is the one of this notice. */
    boolean isIn(JsonNode message) {
        return inFooters(message.path("embeds"))
                || inLines(message.path("content").asString(""));
    }

    private boolean inFooters(JsonNode embeds) {
        return embeds.valueStream()
                .map(embed -> embed.path("footer").path("text").asString(""))
                .anyMatch(text -> Words.trimmed(text).equals(footer));
    }

    private boolean inLines(String content) {
        return content.lines().anyMatch(each -> Words.trimmed(each).equals(Words.trimmed(line)));
    }
}
