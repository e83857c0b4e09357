package io.dgas.adapter.discord;

import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.NoticeId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A notice on its way into the channel.
 *
 * @param message what is to be sent of it
 * @param refusals why that is less than was written
 */
record Draft(Notice notice, Message message, List<String> refusals) {

    static Draft of(Notice notice) {
        return new Draft(notice, MessageWriter.write(notice), List.of());
    }

    NoticeId id() {
        return notice.id();
    }

    /** Empty where nothing of that kind is left to be taken away. */
    Optional<Draft> without(Message.Less less, String refusal) {
        List<String> all =
                Stream.concat(refusals.stream(), Stream.of(refusal)).distinct().toList();
        return message.without(less).map(lighter -> new Draft(notice, lighter, all));
    }

    /**
     * What the channel does not show of the notice, and why; empty where it shows all of it. Where the nonce was known, what
     * is shown may be more than was sent last.
     *
     * @param shown the message as Discord returned it; one without its text tells nothing
     */
    Optional<String> remark(JsonNode shown) {
        boolean lacksEmbed = hasEmbed() && shown.path("embeds").isEmpty();
        boolean lacksPicture = hasPicture() && !isPictured(shown);
        boolean isTold = !shown.path("content").asString("").isBlank();
        if (!isTold || !(lacksEmbed || lacksPicture)) {
            return Optional.empty();
        }
        String missing = !lacksPicture ? "its embed" : lacksEmbed ? "its embed and its picture" : "its picture";
        return Optional.of("shown without " + missing + ": " + why(lacksEmbed));
    }

    private boolean hasEmbed() {
        return !(notice instanceof Notice.Plain);
    }

    private boolean hasPicture() {
        return notice instanceof Notice.OfSignal signal && signal.chart().isPresent();
    }

    /** A picture that an embed shows is not listed among the attachments. */
    private static boolean isPictured(JsonNode shown) {
        return !shown.path("attachments").isEmpty()
                || shown.path("embeds").values().stream().anyMatch(embed -> embed.has("image"));
    }

    private String why(boolean lacksEmbed) {
        if (!refusals.isEmpty()) {
            return String.join("; ", refusals);
        }
        if (lacksEmbed) {
            return "the bot may lack the permission EMBED_LINKS";
        }
        return message.picture().isEmpty() ? "it is empty or larger than Discord takes" : "Discord left it out";
    }
}
