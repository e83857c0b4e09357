package io.dgas.adapter.discord;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Looks, without posting anything, whether a bot can do its work in its channel. */
public final class DiscordCheck {

    /** What was found out of one thing. */
    public enum Standing {
        GOOD,
        BAD,
        /** Discord did not tell. */
        UNKNOWN
    }

    /**
     * One thing that was looked at.
     *
     * @param subject {@code token}, {@code channel}, or a permission by Discord's name such as {@code EMBED_LINKS}
     * @param text one line for people, without any credential
     */
    public record Finding(String subject, Standing standing, String text) {}

    /** All that was looked at, in order; what could not be looked at any more is not in it. */
    public record Report(List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
        }

        /** Whether nothing is known to be wrong, and token and channel are known to be right. */
        public boolean good() {
            return findings.stream().noneMatch(finding -> finding.standing() == Standing.BAD)
                    && findings.stream()
                                    .filter(finding -> finding.standing() == Standing.GOOD)
                                    .filter(finding -> Set.of(TOKEN, CHANNEL).contains(finding.subject()))
                                    .count()
                            == 2;
        }
    }

    private static final String TOKEN = "token";
    private static final String CHANNEL = "channel";

    /** Text, announcements, and text in voice and stage channels. */
    private static final Set<Integer> TAKE_MESSAGES = Set.of(0, 2, 5, 13);

    private static final Set<Integer> THREADS = Set.of(10, 11, 12);
    private static final Set<Integer> PRIVATE = Set.of(1, 3);

    private final BotSettings settings;
    private final InstantSource clock;

    public DiscordCheck(BotSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks Discord; takes at most five requests. What goes wrong outside is a finding. */
    public Report run() {
        try (DiscordApi api = new DiscordApi(settings, clock)) {
            return new Report(new Looking(api).all());
        }
    }

    /** An answer that was had, or why there is none. */
    private record Fetched(Optional<JsonNode> body, Standing otherwise, String why) {

        static Fetched of(Exchange exchange) {
            return switch (exchange) {
                case Exchange.Answered answered -> of(answered.answer());
                case Exchange.Waiting waiting ->
                    none(Standing.UNKNOWN, waiting.why() + "; not before " + waiting.pause());
                case Exchange.NotSent unsent -> none(Standing.UNKNOWN, unsent.why());
                case Exchange.Lost lost -> none(Standing.UNKNOWN, lost.why());
                case Exchange.NoToken none -> none(Standing.BAD, none.why());
            };
        }

        private static Fetched of(Answer answer) {
            if (answer.status() == 200 && answer.body().isObject()) {
                return new Fetched(Optional.of(answer.body()), Standing.GOOD, "");
            }
            boolean refused = answer.status() >= 400 && answer.status() < 500;
            return none(
                    refused ? Standing.BAD : Standing.UNKNOWN,
                    answer.status() == 200 ? "Discord answered 200 without what was asked for" : answer.summary());
        }

        private static Fetched none(Standing otherwise, String why) {
            return new Fetched(Optional.empty(), otherwise, why);
        }
    }

    /** One run of the check. */
    private final class Looking {

        private final DiscordApi api;
        private final List<Finding> findings = new ArrayList<>();

        Looking(DiscordApi api) {
            this.api = api;
        }

        List<Finding> all() {
            Fetched me = Fetched.of(api.get("me", "/users/@me"));
            if (me.body().isEmpty()) {
                add(TOKEN, me.otherwise(), me.why());
                return findings;
            }
            String userId = me.body().get().path("id").asString("");
            add(TOKEN, Standing.GOOD, "accepted, as bot " + name(me.body().get(), "username") + " (" + userId + ")");
            channel(userId);
            return findings;
        }

        private void channel(String userId) {
            Fetched fetched = Fetched.of(api.get("channel", "/channels/" + settings.channelId()));
            if (fetched.body().isEmpty()) {
                add(CHANNEL, fetched.otherwise(), fetched.why());
                return;
            }
            JsonNode channel = fetched.body().get();
            int type = channel.path("type").asInt(-1);
            String name = "#" + name(channel, "name") + " (" + settings.channelId() + ")";
            if (PRIVATE.contains(type)) {
                add(CHANNEL, Standing.GOOD, name + ", a private conversation, where permissions do not count");
            } else if (TAKE_MESSAGES.contains(type) || THREADS.contains(type)) {
                add(CHANNEL, Standing.GOOD, name + (THREADS.contains(type) ? ", a thread" : ""));
                permissions(channel, userId, THREADS.contains(type));
            } else {
                add(CHANNEL, Standing.BAD, name + " is of type " + type + ", which takes no messages itself");
            }
        }

        private void permissions(JsonNode channel, String userId, boolean thread) {
            String given = channel.path("guild_id").asString("");
            String guildId = Snowflake.possible(given) ? given : "0";
            Fetched guild = fetched("guild", "/guilds/", guildId);
            Fetched member = fetched("member", "/guilds/" + guildId + "/members/", userId);
            // a thread has no overwrites of its own
            Fetched place = thread
                    ? fetched("channel", "/channels/", channel.path("parent_id").asString(""))
                    : new Fetched(Optional.of(channel), Standing.GOOD, "");
            Optional<Long> bits = guild.body()
                    .flatMap(rules -> member.body()
                            .flatMap(who -> place.body().flatMap(where -> PermissionBits.of(rules, who, where))));
            for (Permission permission : needed(thread)) {
                bits.ifPresentOrElse(
                        known -> known(permission, known),
                        () -> add(
                                permission.name(),
                                Standing.UNKNOWN,
                                "cannot be told: " + firstWhy(guild, member, place)));
            }
        }

        private Fetched fetched(String route, String path, String id) {
            return Snowflake.possible(id)
                    ? Fetched.of(api.get(route, path + id))
                    : Fetched.none(Standing.UNKNOWN, "Discord gives no id of the " + route);
        }

        private void known(Permission permission, long bits) {
            boolean granted = permission.isIn(bits) && Permission.VIEW_CHANNEL.isIn(bits);
            add(
                    permission.name(),
                    granted ? Standing.GOOD : Standing.BAD,
                    granted ? "granted" : "missing; needed " + permission.purpose());
        }

        private List<Permission> needed(boolean thread) {
            Permission other = thread ? Permission.SEND_MESSAGES : Permission.SEND_MESSAGES_IN_THREADS;
            return List.of(Permission.values()).stream()
                    .filter(permission -> permission != other)
                    .toList();
        }

        private String firstWhy(Fetched... asked) {
            for (Fetched each : asked) {
                if (each.body().isEmpty()) {
                    return each.why();
                }
            }
            return "Discord's answers do not name roles and overwrites";
        }

        private void add(String subject, Standing standing, String text) {
            findings.add(new Finding(subject, standing, text));
        }
    }

    private static String name(JsonNode node, String field) {
        return Words.cut(Words.clean(node.path(field).asString("?")).replace('\n', ' '), 100);
    }
}
