package io.dgas.app.wiring;

import io.dgas.adapter.discord.BotSettings;
import io.dgas.app.exit.ConfigurationProblem;
import io.dgas.app.settings.DiscordSettings;
import io.dgas.app.settings.Secret;
import java.time.Duration;

/** The bot and its channel, as the settings say. */
public final class DiscordAccess {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private DiscordAccess() {}

    /**
     * How to reach them.
     *
     * @throws ConfigurationProblem when token or channel is not set
     */
    public static BotSettings of(Installation installation) {
        return of(installation, TIMEOUT);
    }

    /** The same, giving each request so long. */
    public static BotSettings of(Installation installation, Duration timeout) {
        DiscordSettings settings = installation.settings().notifications().discord();
        String token = settings.botToken()
                .orElseThrow(() -> missing("bot_token", "DGAS_DISCORD_BOT_TOKEN"))
                .reveal();
        String channel = settings.channelId()
                .orElseThrow(() -> missing("channel_id", "DGAS_DISCORD_CHANNEL_ID"))
                .id();
        return new BotSettings(settings.apiBaseUrl(), () -> currentToken(installation, token), channel, timeout);
    }

    /** As it is set now, so that a replaced token counts at once; the known one while the settings cannot be read. */
    private static String currentToken(Installation installation, String known) {
        try {
            return installation
                    .readSettings()
                    .notifications()
                    .discord()
                    .botToken()
                    .map(Secret::reveal)
                    .orElse(known);
        } catch (RuntimeException unreadable) {
            return known;
        }
    }

    private static ConfigurationProblem missing(String key, String variable) {
        return new ConfigurationProblem("notifications.discord." + key + " is not set; put " + variable
                + " into the environment or a .env file");
    }
}
