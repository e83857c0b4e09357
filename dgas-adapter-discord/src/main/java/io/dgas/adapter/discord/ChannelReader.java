package io.dgas.adapter.discord;

import io.dgas.application.port.out.notice.ReadBack;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads a channel back, newest first, and looks for a mark in the messages of our own. */
final class ChannelReader {

    /** Within which a message that was posted may not be read yet. */
    static final Duration SETTLING = Duration.ofSeconds(10);

    /** By which Discord's clock and ours may differ. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final int MOST_PAGES = 50;

    /** A look that was broken off: from when, for what, and what it had come to. */
    private record Broken(Mark mark, Instant begun, String oldest) {}

    private final DiscordApi api;
    private final String channelId;
    /** More than one where the token was replaced by that of another bot. */
    private final Set<String> ourselves = new HashSet<>();

    private Optional<Broken> broken = Optional.empty();

    ChannelReader(DiscordApi api, String channelId) {
        this.api = api;
        this.channelId = channelId;
    }

    /** Says nothing yet of messages that are too new to be read. */
    ReadBack find(Mark mark, Instant from, Instant now) {
        Exchange exchange = api.get("me", "/users/@me");
        if (!(exchange instanceof Exchange.Answered answered) || !isUser(answered.answer())) {
            return unreadable(exchange);
        }
        ourselves.add(answered.answer().body().path("id").asString());
        return look(new Look(mark, Set.copyOf(ourselves), from.minus(MARGIN)), now);
    }

    private static boolean isUser(Answer answer) {
        return answer.status() == 200
                && Snowflake.possible(answer.body().path("id").asString(""));
    }

    private record Look(Mark mark, Set<String> ourselves, Instant from) {

        Optional<String> in(JsonNode page) {
            return page.valueStream()
                    .filter(message ->
                            ourselves.contains(message.path("author").path("id").asString("")))
                    .filter(mark::isIn)
                    .map(message -> message.path("id").asString(""))
                    .findFirst();
        }

        boolean isBefore(String id) {
            return Snowflake.time(id).isBefore(from);
        }
    }

    private ReadBack look(Look look, Instant begun) {
        String before = "";
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Exchange exchange = api.get("list", path() + "/messages?limit=100" + before);
            if (!(exchange instanceof Exchange.Answered answered) || !isPage(answered.answer())) {
                return unreadable(exchange);
            }
            JsonNode page = answered.answer().body();
            Optional<String> found = look.in(page);
            if (found.isPresent()) {
                return new ReadBack.Found(found.get());
            }
            Optional<String> oldest = oldest(page);
            if (oldest.isEmpty()) {
                return before.isEmpty() ? nothingShown(look) : new ReadBack.Absent();
            }
            if (look.isBefore(oldest.get())) {
                return new ReadBack.Absent();
            }
            before = "&before=" + goOn(look.mark, begun, oldest.get());
        }
        return new ReadBack.Unreadable(
                "more than " + MOST_PAGES + " pages were posted since; looking goes on from there");
    }

    /** Where the next page ends: where an earlier look had come to, once this one has reached what that one began with. */
    private String goOn(Mark mark, Instant begun, String oldest) {
        Optional<Broken> earlier = broken.filter(each -> each.mark.equals(mark));
        String from = earlier.filter(each -> Snowflake.time(oldest).isBefore(each.begun.minus(MARGIN)))
                .map(Broken::oldest)
                .filter(reached -> Snowflake.compare(reached, oldest) < 0)
                .orElse(oldest);
        if (earlier.isEmpty() || Snowflake.compare(from, earlier.get().oldest) <= 0) {
            broken = Optional.of(new Broken(mark, earlier.map(Broken::begun).orElse(begun), from));
        }
        return from;
    }

    private String path() {
        return "/channels/" + channelId;
    }

    private static boolean isPage(Answer answer) {
        return answer.status() == 200
                && answer.body().isArray()
                && answer.body()
                        .valueStream()
                        .allMatch(each -> Snowflake.possible(each.path("id").asString("")));
    }

    private static Optional<String> oldest(JsonNode page) {
        return page.valueStream()
                .map(message -> message.path("id").asString(""))
                .min(Snowflake::compare);
    }

    /** To a bot that may not read the history Discord shows an empty channel; the channel knows better. */
    private ReadBack nothingShown(Look look) {
        Exchange exchange = api.get("channel", path());
        if (!(exchange instanceof Exchange.Answered answered)
                || answered.answer().status() != 200
                || !answered.answer().body().isObject()) {
            return unreadable(exchange);
        }
        String last = answered.answer().body().path("last_message_id").asString("");
        return Snowflake.possible(last) && !look.isBefore(last)
                ? new ReadBack.Unreadable("Discord shows none of the messages of this channel: the bot may lack"
                        + " READ_MESSAGE_HISTORY, or they were all deleted")
                : new ReadBack.Absent();
    }

    private static ReadBack unreadable(Exchange exchange) {
        return new ReadBack.Unreadable(
                switch (exchange) {
                    case Exchange.Waiting waiting -> "not before " + waiting.pause() + ": " + waiting.why();
                    case Exchange.NotSent unsent -> unsent.why();
                    case Exchange.Lost lost -> lost.why();
                    case Exchange.NoToken none -> none.why();
                    case Exchange.Answered answered ->
                        answered.answer().status() == 200
                                ? "Discord answered 200, but not with what was asked for"
                                : answered.answer().summary();
                });
    }
}
