package io.dgas.app.settings;

import io.dgas.adapter.discord.BotSettings;

/** A Discord channel by its id. */
public record DiscordChannel(String id) {

    public DiscordChannel {
        if (!BotSettings.isChannelId(id)) {
            throw new IllegalArgumentException("must be a channel id of 17 to 20 digits, not '" + id + "'");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
