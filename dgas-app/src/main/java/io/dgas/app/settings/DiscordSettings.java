package io.dgas.app.settings;

import java.net.URI;
import java.util.Optional;

/** The Discord channel that signals are announced in. */
public record DiscordSettings(
        @Setting(doc = "Whether signals are announced on Discord.", byDefault = "false", inProduction = "true")
        boolean enabled,

        @Setting(doc = "The bot's token; best left to the environment.", variable = "DGAS_DISCORD_BOT_TOKEN")
        Optional<Secret> botToken,

        @Setting(doc = "The channel's id (Developer Mode, Copy ID).", variable = "DGAS_DISCORD_CHANNEL_ID")
        Optional<DiscordChannel> channelId,

        @Setting(
                doc = "Where Discord's API is; a simulator's address for tests.",
                byDefault = "https://discord.com/api/v10")
        URI apiBaseUrl) {}
