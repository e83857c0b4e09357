package io.dgas.simulator.discord;

import io.dgas.simulator.discord.PostedMessage.Attachment;
import io.dgas.simulator.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts the fields of a form that was found right into a message. */
final class Editor {

    private static final String ATTACHED = "attachment://";
    private static final Pattern USER = Pattern.compile("<@!?(\\d+)>");
    private static final Pattern EVERYONE = Pattern.compile("@(?:everyone|here)");

    private final Snowflakes snowflakes;

    Editor(Snowflakes snowflakes) {
        this.snowflakes = snowflakes;
    }

    void apply(Form form, Post post, boolean withEmbeds) {
        ObjectNode fields = form.fields();
        files(form, post);
        if (fields.has("content")) {
            post.content(fields.path("content").asString(""));
            mentions(post, fields.path("allowed_mentions"));
        }
        JsonNode embeds = fields.has("embeds") ? fields.path("embeds") : post.embeds();
        post.show(withEmbeds ? shown(embeds, post) : Json.array());
    }

    /** The embeds that say something. */
    static boolean anyEmbed(JsonNode embeds) {
        return embeds.valueStream().anyMatch(Editor::saysSomething);
    }

    private static boolean saysSomething(JsonNode embed) {
        return FormErrors.says(embed.path("title"))
                || FormErrors.says(embed.path("description"))
                || !embed.path("fields").isEmpty()
                || embed.has("image")
                || embed.has("thumbnail")
                || FormErrors.says(embed.path("footer").path("text"))
                || FormErrors.says(embed.path("author").path("name"));
    }

    /** A list of attachments names all that stay. */
    private void files(Form form, Post post) {
        JsonNode listed = form.fields().path("attachments");
        Map<String, String> descriptions = new HashMap<>();
        Set<String> kept = new HashSet<>();
        for (JsonNode attachment : listed) {
            kept.add(attachment.path("id").asString(""));
            descriptions.put(
                    attachment.path("id").asString(""),
                    attachment.path("description").asString(""));
        }
        if (listed.isArray()) {
            post.attachments().removeIf(file -> !kept.contains(file.id()));
        }
        form.files()
                .forEach((number, file) -> post.attachments()
                        .add(new Attachment(
                                Long.toString(snowflakes.next()),
                                file.filename(),
                                file.contentType(),
                                descriptions.getOrDefault(Integer.toString(number), ""),
                                file.content())));
    }

    private static void mentions(Post post, JsonNode allowed) {
        List<String> parse = new ArrayList<>();
        allowed.path("parse").forEach(kind -> parse.add(kind.asString("")));
        boolean all = allowed.isMissingNode() || allowed.isNull();
        boolean everyone = (all || parse.contains("everyone"))
                && EVERYONE.matcher(post.content()).find();
        List<String> users = USER.matcher(post.content())
                .results()
                .map(found -> found.group(1))
                .filter(user -> all || parse.contains("users") || names(allowed.path("users"), user))
                .distinct()
                .toList();
        post.mention(everyone, users);
    }

    private static boolean names(JsonNode list, String id) {
        return list.valueStream().anyMatch(each -> each.asString("").equals(id));
    }

    private static ArrayNode shown(JsonNode embeds, Post post) {
        ArrayNode shown = Json.array();
        for (JsonNode embed : embeds) {
            if (saysSomething(embed) && embed.deepCopy() instanceof ObjectNode copy) {
                copy.remove(List.of("provider", "video"));
                trim(copy);
                picture(copy, "image", post);
                picture(copy, "thumbnail", post);
                shown.add(copy.put("type", "rich"));
            }
        }
        return shown;
    }

    private static void trim(ObjectNode node) {
        for (String name : List.copyOf(node.propertyNames())) {
            JsonNode value = node.path(name);
            if (value.isString()) {
                node.put(name, value.asString().strip());
            }
            trimWithin(value);
        }
    }

    private static void trimWithin(JsonNode value) {
        if (value instanceof ObjectNode inner) {
            trim(inner);
        }
        if (value.isArray()) {
            value.forEach(Editor::trimWithin);
        }
    }

    /** A name of a file becomes its address; a picture that nobody brought is left out. */
    private static void picture(ObjectNode embed, String name, Post post) {
        String url = embed.path(name).path("url").asString("");
        if (!url.startsWith(ATTACHED)) {
            return;
        }
        Optional<Attachment> file = post.attachments().stream()
                .filter(each -> each.filename().equals(url.substring(ATTACHED.length())))
                .filter(each -> new Upload(each.filename(), "", each.content()).isPicture())
                .findFirst();
        embed.remove(name);
        file.ifPresent(found -> embed.putObject(name).put("url", post.address(found)));
    }
}
