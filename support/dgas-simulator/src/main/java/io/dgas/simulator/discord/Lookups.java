package io.dgas.simulator.discord;

import io.dgas.simulator.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints that tell who the bot is, what a channel is, and who may do what in it. */
final class Lookups {

    private static final String OWNER = "1009999999999999999";

    private final Rooms rooms;
    private final Rights rights;

    Lookups(Rooms rooms, Rights rights) {
        this.rooms = rooms;
        this.rights = rights;
    }

    Answer me(Call call) {
        return Answer.json(200, user(call.bot()));
    }

    private static ObjectNode user(Bot bot) {
        return Json.object()
                .put("id", bot.id())
                .put("username", bot.name())
                .put("discriminator", "0000")
                .put("bot", true);
    }

    Answer channel(Call call) {
        return rights.missing(call).orElseGet(() -> Answer.json(200, described(call)));
    }

    private ObjectNode described(Call call) {
        String id = call.target().channel();
        List<PostedMessage> posted = rooms.seen(id);
        ObjectNode channel = Json.object()
                .put("id", id)
                .put("type", rooms.type(id).orElseThrow())
                .put("guild_id", DiscordSimulator.GUILD)
                .put("name", id.equals(DiscordSimulator.CHANNEL) ? "signals" : "elsewhere")
                .put(
                        "last_message_id",
                        posted.isEmpty() ? null : posted.getLast().id());
        Set<Permission> granted = rights.of(call);
        long denied =
                Permission.all() - granted.stream().mapToLong(Permission::bits).sum();
        ArrayNode overwrites = channel.putArray("permission_overwrites");
        if (denied != 0) {
            overwrites
                    .addObject()
                    .put("id", call.bot().id())
                    .put("type", 1)
                    .put("allow", "0")
                    .put("deny", Long.toString(denied));
        }
        return channel;
    }

    Answer guild(Call call) {
        ObjectNode guild = Json.object()
                .put("id", DiscordSimulator.GUILD)
                .put("name", "Simulated traders")
                .put("owner_id", OWNER);
        guild.set("roles", roles());
        return ofGuild(call, Answer.json(200, guild));
    }

    Answer roles(Call call) {
        return ofGuild(call, Answer.json(200, roles()));
    }

    Answer member(Call call) {
        ObjectNode member = Json.object();
        member.set("user", user(call.bot()));
        member.putArray("roles");
        boolean known = call.target().second().equals(call.bot().id());
        return ofGuild(call, known ? Answer.json(200, member) : Answer.error(404, 10_007, "Unknown Member"));
    }

    private static Answer ofGuild(Call call, Answer answer) {
        return Optional.of(answer)
                .filter(any -> call.target().first().equals(DiscordSimulator.GUILD))
                .orElseGet(() -> Answer.error(404, 10_004, "Unknown Guild"));
    }

    private static ArrayNode roles() {
        ArrayNode roles = Json.array();
        roles.addObject()
                .put("id", DiscordSimulator.GUILD)
                .put("name", "@everyone")
                .put("position", 0)
                .put("permissions", Long.toString(Permission.all()));
        return roles;
    }
}
