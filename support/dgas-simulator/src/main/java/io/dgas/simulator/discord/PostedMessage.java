package io.dgas.simulator.discord;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A message of a channel as people see it.
 *
 * @param author the id of who posted it
 * @param embeds as Discord shows them
 * @param mentions whether it calls anybody
 * @param deleted it is not seen any more
 */
public record PostedMessage(
        String id,
        String channel,
        String author,
        Instant at,
        String content,
        JsonNode embeds,
        Optional<String> nonce,
        List<Attachment> attachments,
        boolean mentions,
        boolean deleted) {

    public PostedMessage {
        attachments = List.copyOf(attachments);
    }

    /** A file of a message, also where an embed shows it. */
    public record Attachment(String id, String filename, String contentType, String description, byte[] content) {}

    /** The texts of the embeds' footers. */
    public List<String> footers() {
        return embeds.valueStream()
                .map(embed -> embed.path("footer").path("text").asString(""))
                .toList();
    }
}
