package io.dgas.app.settings;

/**
 * Who is told of signals.
 *
 * @param digestAbove signals of one cycle; more are told together
 */
public record NotificationSettings(
        @Setting(
                doc = "More signals of one cycle than this are announced together.",
                byDefault = "5",
                min = 1,
                max = 50)
        int digestAbove,

        @Section("A Discord channel, by a bot.") DiscordSettings discord) {}
