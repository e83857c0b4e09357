package io.dgas.simulator.discord;

import static io.dgas.simulator.discord.Permission.ATTACH_FILES;
import static io.dgas.simulator.discord.Permission.EMBED_LINKS;
import static io.dgas.simulator.discord.Permission.READ_MESSAGE_HISTORY;
import static io.dgas.simulator.discord.Permission.SEND_MESSAGES;
import static io.dgas.simulator.discord.Permission.VIEW_CHANNEL;

import io.dgas.simulator.discord.fault.FaultKind;
import io.dgas.simulator.json.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The endpoints of messages. */
final class Messages {

    private static final int MOST = 100;
    private static final int USUAL = 50;

    private final Rooms rooms;
    private final Rights rights;
    private final Snowflakes snowflakes;
    private final Editor editor;

    Messages(Rooms rooms, Rights rights, Snowflakes snowflakes) {
        this.rooms = rooms;
        this.rights = rights;
        this.snowflakes = snowflakes;
        this.editor = new Editor(snowflakes);
    }

    Answer create(Call call) {
        return withForm(
                call,
                form -> rights.missing(call)
                        .or(() -> MessageRules.refusal(form))
                        .or(() -> refusedByRights(call, form))
                        .orElseGet(() -> rooms.alone(posts -> repeatedOrNew(call, form, posts))));
    }

    private static Answer withForm(Call call, Function<Form, Answer> then) {
        return switch (Form.read(call.request())) {
            case Form.Reading.Refused refused -> refused.answer();
            case Form.Reading.Read read -> then.apply(read.form());
        };
    }

    private Optional<Answer> refusedByRights(Call call, Form form) {
        Set<Permission> granted = rights.of(call);
        boolean embeds = Editor.anyEmbed(form.fields().path("embeds"));
        boolean content = FormErrors.says(form.fields().path("content"));
        boolean allowed = granted.contains(SEND_MESSAGES)
                && (granted.contains(ATTACH_FILES) || form.files().isEmpty())
                && (granted.contains(EMBED_LINKS) || !embeds || content);
        if (!allowed) {
            return Optional.of(Answer.missingPermissions());
        }
        if (rooms.type(call.target().channel()).orElse(Rooms.TEXT) == Rooms.FORUM) {
            return Optional.of(Answer.error(400, 50_008, "Cannot send messages in a non-text channel"));
        }
        return !content && !embeds && form.files().isEmpty()
                ? Optional.of(Answer.error(400, 50_006, "Cannot send an empty message"))
                : Optional.empty();
    }

    private Answer repeatedOrNew(Call call, Form form, List<Post> posts) {
        JsonNode given = form.fields().path("nonce");
        Optional<String> nonce =
                given.isMissingNode() || given.isNull() ? Optional.empty() : Optional.of(given.asString(""));
        if (nonce.isPresent() && form.fields().path("enforce_nonce").asBoolean(false)) {
            Optional<Post> earlier = earlier(call, nonce.get());
            if (earlier.isPresent()) {
                return earlier.get().deleted() ? Answer.unknownMessage() : told(earlier.get());
            }
        }
        Post post = new Post(snowflakes.next(), call.target().channel(), call.bot(), nonce);
        editor.apply(form, post, rights.of(call).contains(EMBED_LINKS) && !call.suffers(FaultKind.EMBEDS_DROPPED));
        posts.add(post);
        return told(post);
    }

    private Optional<Post> earlier(Call call, String nonce) {
        if (call.suffers(FaultKind.NONCE_CONFUSED)) {
            return rooms.newest(call.bot());
        }
        return rights.lasting(FaultKind.NONCES_FORGOTTEN, call).isEmpty()
                ? rooms.withNonce(call.bot(), nonce, call.now())
                : Optional.empty();
    }

    private static Answer told(Post post) {
        var json = post.json();
        post.nonce.ifPresent(nonce -> json.put("nonce", nonce));
        return Answer.json(200, json);
    }

    Answer list(Call call) {
        int limit = number(call, "limit").map(Long::intValue).orElse(USUAL);
        if (limit < 1 || limit > MOST) {
            FormErrors errors = new FormErrors();
            errors.add("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
            return errors.answer();
        }
        return rights.missing(call).orElseGet(() -> page(call, limit));
    }

    private Answer page(Call call, int limit) {
        ArrayNode page = Json.array();
        if (rights.of(call).contains(READ_MESSAGE_HISTORY)) {
            rooms.alone(posts -> visible(call, posts).limit(limit).toList()).forEach(post -> page.add(post.json()));
        }
        return Answer.json(200, page);
    }

    /** Newest first. */
    private Stream<Post> visible(Call call, List<Post> posts) {
        long before = number(call, "before").orElse(Long.MAX_VALUE);
        long after = number(call, "after").orElse(0L);
        Instant settled = settled(call);
        return posts.stream()
                .filter(post -> post.channel.equals(call.target().channel()) && readable(post, settled))
                .filter(post -> post.id < before && post.id > after)
                .sorted(Comparator.comparingLong((Post post) -> post.id).reversed());
    }

    /** Up to when messages can be read by now. */
    private Instant settled(Call call) {
        return rights.lasting(FaultKind.LATE_READS, call).stream()
                .map(fault -> call.now().minusMillis(fault.particulars().delayMs()))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private static boolean readable(Post post, Instant settled) {
        return !post.deleted() && !post.time().isAfter(settled);
    }

    private static Optional<Long> number(Call call, String name) {
        return call.parameter(name).filter(value -> value.matches("\\d{1,19}")).map(Long::parseLong);
    }

    Answer get(Call call) {
        return rights.missing(call)
                .orElseGet(() -> found(call)
                        .filter(post -> readable(post, settled(call)))
                        .map(post -> Answer.json(200, post.json()))
                        .orElseGet(Answer::unknownMessage));
    }

    private Optional<Post> found(Call call) {
        return rooms.find(call.target().channel(), call.target().second());
    }

    Answer edit(Call call) {
        return withForm(
                call,
                form -> rights.missing(call)
                        .or(() -> MessageRules.refusal(form))
                        .orElseGet(() -> rooms.alone(posts -> edited(call, form))));
    }

    private Answer edited(Call call, Form form) {
        Optional<Post> post = found(call);
        if (post.isEmpty()) {
            return Answer.unknownMessage();
        }
        if (!post.get().author.id().equals(call.bot().id())) {
            return Answer.error(403, 50_005, "Cannot edit a message authored by another user");
        }
        editor.apply(form, post.get(), rights.of(call).contains(EMBED_LINKS));
        post.get().edited(call.now());
        return Answer.json(200, post.get().json());
    }

    Answer delete(Call call) {
        Optional<Answer> missing = rights.missing(call);
        Optional<Post> post = found(call);
        if (missing.isPresent() || post.isEmpty()) {
            return missing.orElseGet(Answer::unknownMessage);
        }
        if (!post.get().author.id().equals(call.bot().id()) || !rights.of(call).contains(VIEW_CHANNEL)) {
            return Answer.missingPermissions();
        }
        post.get().delete();
        return Answer.nothing(204);
    }
}
