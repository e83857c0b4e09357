package io.dgas.simulator.discord;

import io.dgas.simulator.discord.PostedMessage.Attachment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The channels and all that was ever posted in them. */
final class Rooms {

    /** Of Discord's types of channels. */
    static final int TEXT = 0;

    static final int FORUM = 15;

    private final Map<String, Integer> types =
            Map.of(DiscordSimulator.CHANNEL, TEXT, DiscordSimulator.OTHER_CHANNEL, TEXT, DiscordSimulator.FORUM, FORUM);
    private final List<Post> posts = new ArrayList<>();
    private final Duration nonceWindow;

    Rooms(Duration nonceWindow) {
        this.nonceWindow = nonceWindow;
    }

    /** Empty where there is no such channel. */
    Optional<Integer> type(String channel) {
        return Optional.ofNullable(types.get(channel));
    }

    /** One step that no other comes between. */
    synchronized <T> T alone(Function<List<Post>, T> step) {
        return step.apply(posts);
    }

    /** The message of this author with this nonce, deleted or not, if the nonce is still remembered. */
    Optional<Post> withNonce(Bot author, String nonce, Instant now) {
        return alone(all -> all.reversed().stream()
                .filter(post -> post.author.id().equals(author.id()))
                .filter(post -> post.nonce.filter(nonce::equals).isPresent())
                .filter(post -> now.isBefore(post.time().plus(nonceWindow)))
                .findFirst());
    }

    Optional<Post> newest(Bot author) {
        return alone(all -> all.reversed().stream()
                .filter(post -> post.author.id().equals(author.id()))
                .findFirst());
    }

    /** Not the deleted. */
    Optional<Post> find(String channel, String id) {
        return alone(all -> all.stream()
                .filter(post -> !post.deleted() && post.channel.equals(channel))
                .filter(post -> Long.toString(post.id).equals(id))
                .findFirst());
    }

    /** What there is to see, oldest first. */
    List<PostedMessage> seen(String channel) {
        return alone(all -> all.stream()
                .filter(post -> post.channel.equals(channel))
                .map(Post::seen)
                .toList());
    }

    Optional<Attachment> attachment(String id) {
        return alone(all -> all.stream()
                .flatMap(post -> post.attachments().stream())
                .filter(file -> file.id().equals(id))
                .findFirst());
    }
}
