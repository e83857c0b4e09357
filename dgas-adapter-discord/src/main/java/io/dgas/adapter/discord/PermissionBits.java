package io.dgas.adapter.discord;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a member of a guild may do in a channel: the roles' permissions together, then the channel's overwrites for all, for
 * the roles and for the member, each denying before it allows (Discord's documentation, Permissions).
 */
final class PermissionBits {

    private static final long ALL = -1L;
    private static final int MEMBER = 1;

    private final String guildId;
    private final String userId;
    private final Set<String> roles;

    private PermissionBits(String guildId, String userId, Set<String> roles) {
        this.guildId = guildId;
        this.userId = userId;
        this.roles = roles;
    }

    /** Empty where the answers do not tell. */
    static Optional<Long> of(JsonNode guild, JsonNode member, JsonNode channel) {
        String userId = member.path("user").path("id").asString("");
        String guildId = guild.path("id").asString("");
        if (userId.isEmpty()
                || guildId.isEmpty()
                || !guild.path("roles").isArray()
                || !channel.path("permission_overwrites").isArray()) {
            return Optional.empty();
        }
        Set<String> roles = member.path("roles")
                .valueStream()
                .map(role -> role.asString(""))
                .collect(Collectors.toSet());
        PermissionBits bits = new PermissionBits(guildId, userId, roles);
        return Optional.of(bits.in(channel, bits.inGuild(guild)));
    }

    private long inGuild(JsonNode guild) {
        if (guild.path("owner_id").asString("").equals(userId)) {
            return ALL;
        }
        long bits = guild.path("roles")
                .valueStream()
                .filter(role -> isOurs(role.path("id").asString("")))
                .mapToLong(role -> bits(role.path("permissions")))
                .reduce(0, (one, other) -> one | other);
        return (bits & Permission.ADMINISTRATOR) != 0 ? ALL : bits;
    }

    /** The role that everyone has bears the id of the guild. */
    private boolean isOurs(String role) {
        return role.equals(guildId) || roles.contains(role);
    }

    private long in(JsonNode channel, long guildWide) {
        if (guildWide == ALL) {
            return ALL;
        }
        JsonNode overwrites = channel.path("permission_overwrites");
        long forAll = overwritten(guildWide, overwrites, each -> isRole(each) && id(each).equals(guildId));
        long forRoles = overwritten(forAll, overwrites, each -> isRole(each) && roles.contains(id(each)));
        return overwritten(forRoles, overwrites, each -> !isRole(each) && id(each).equals(userId));
    }

    private static long overwritten(long bits, JsonNode overwrites, Predicate<JsonNode> which) {
        long deny = 0;
        long allow = 0;
        for (JsonNode each : overwrites) {
            if (which.test(each)) {
                deny |= bits(each.path("deny"));
                allow |= bits(each.path("allow"));
            }
        }
        return (bits & ~deny) | allow;
    }

    private static boolean isRole(JsonNode overwrite) {
        return overwrite.path("type").asInt(0) != MEMBER;
    }

    private static String id(JsonNode overwrite) {
        return overwrite.path("id").asString("");
    }

    /** A number as text, for it may have more bits than JSON's numbers. */
    private static long bits(JsonNode text) {
        try {
            return Long.parseUnsignedLong(text.asString("0"));
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
