package io.dgas.app.settings;

/** Who is told of signals. */
public record NotificationSettings(
        @Section("A Discord channel, by a bot.") DiscordSettings discord) {}
