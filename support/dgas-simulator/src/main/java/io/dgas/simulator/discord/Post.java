package io.dgas.simulator.discord;

import io.dgas.simulator.discord.PostedMessage.Attachment;
import io.dgas.simulator.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A stored message. Guarded by its room. */
final class Post {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'000+00:00'", Locale.ROOT);

    final long id;
    final String channel;
    final Bot author;
    final Optional<String> nonce;
    private final List<Attachment> attachments = new ArrayList<>();
    private final ObjectNode shown;
    private boolean deleted;

    Post(long id, String channel, Bot author, Optional<String> nonce) {
        this.id = id;
        this.channel = channel;
        this.author = author;
        this.nonce = nonce;
        this.shown = Json.object()
                .put("id", Long.toString(id))
                .put("channel_id", channel)
                .put("type", 0)
                .put("content", "")
                .put("timestamp", timestamp(time()))
                .putNull("edited_timestamp")
                .put("tts", false)
                .put("mention_everyone", false)
                .put("pinned", false)
                .put("flags", 0);
        shown.putObject("author")
                .put("id", author.id())
                .put("username", author.name())
                .put("discriminator", "0000")
                .put("bot", !author.token().isEmpty());
        shown.putArray("mentions");
        shown.putArray("mention_roles");
        shown.putArray("attachments");
        shown.putArray("embeds");
    }

    Instant time() {
        return Snowflakes.time(id);
    }

    boolean deleted() {
        return deleted;
    }

    void delete() {
        deleted = true;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    ObjectNode json() {
        return shown.deepCopy();
    }

    void edited(Instant now) {
        shown.put("edited_timestamp", timestamp(now));
    }

    void content(String content) {
        shown.put("content", content.strip());
    }

    /** Whom the content calls, so far as it may. */
    void mention(boolean everyone, List<String> users) {
        shown.put("mention_everyone", everyone);
        ArrayNode mentions = shown.putArray("mentions");
        users.forEach(user -> mentions.addObject().put("id", user));
    }

    /** The embeds, and those attachments that none of them shows. */
    void show(ArrayNode embeds) {
        shown.set("embeds", embeds);
        ArrayNode rest = shown.putArray("attachments");
        String all = embeds.toString();
        for (Attachment file : attachments) {
            if (!all.contains(address(file))) {
                rest.addObject()
                        .put("id", file.id())
                        .put("filename", file.filename())
                        .put("description", file.description())
                        .put("content_type", file.contentType())
                        .put("size", file.content().length)
                        .put("url", address(file));
            }
        }
    }

    JsonNode embeds() {
        return shown.path("embeds");
    }

    String content() {
        return shown.path("content").asString("");
    }

    /** Signed, and no permanent link. */
    String address(Attachment file) {
        return "https://cdn.discordapp.com/attachments/" + channel + "/" + file.id() + "/" + file.filename()
                + "?ex=6a0f0000&is=6a0dae80&hm=" + Long.toHexString(id);
    }

    PostedMessage seen() {
        boolean mentions = shown.path("mention_everyone").asBoolean()
                || !shown.path("mentions").isEmpty();
        return new PostedMessage(
                Long.toString(id),
                channel,
                author.id(),
                time(),
                content(),
                embeds().deepCopy(),
                nonce,
                attachments,
                mentions,
                deleted);
    }

    private static String timestamp(Instant at) {
        return TIMESTAMP.format(at.atOffset(ZoneOffset.UTC));
    }
}
