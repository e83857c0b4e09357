package io.dgas.adapter.discord;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How to reach Discord, as whom, and where to speak.
 *
 * @param apiBaseUrl such as {@code https://discord.com/api/v10}
 * @param token of the bot, asked for before each request, so that a replaced one counts at once
 * @param channelId the snowflake of the channel
 * @param timeout for one request from first byte sent to last byte read
 */
public record BotSettings(URI apiBaseUrl, Supplier<String> token, String channelId, Duration timeout) {

    public BotSettings {
        if (apiBaseUrl.getHost() == null
                || !("http".equals(apiBaseUrl.getScheme()) || "https".equals(apiBaseUrl.getScheme()))) {
            throw new IllegalArgumentException("notifications.discord.api_base_url is not an address: expected one such"
                    + " as https://discord.com/api/v10");
        }
        if (apiBaseUrl.getRawQuery() != null
                || apiBaseUrl.getRawFragment() != null
                || apiBaseUrl.getRawUserInfo() != null) {
            throw new IllegalArgumentException("notifications.discord.api_base_url is scheme, host and path alone, such"
                    + " as https://discord.com/api/v10");
        }
        if (!Snowflake.valid(channelId)) {
            throw new IllegalArgumentException("notifications.discord.channel_id '" + channelId
                    + "' is no id of a channel: expected 17 to 20 digits, from \"Copy Channel ID\" in Discord");
        }
        if (timeout.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("time-out " + timeout + ": expected more than nothing");
        }
    }

    /** Whether people can have copied it from Discord as the id of a channel: 17 to 20 digits. */
    public static boolean isChannelId(String text) {
        return Snowflake.valid(text);
    }

    @Override
    public String toString() {
        return "a bot at " + apiBaseUrl + " in channel " + channelId;
    }
}
