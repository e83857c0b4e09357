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

        @Section("A Discord channel, by a bot.") DiscordSettings discord,

        @Section("A program that is posted each notice as JSON (docs/notices.md).")
        WebhookSettings webhook,

        @Section("Standard output of whatever delivers.") ConsoleSettings console) {

    /** Whether anybody is told. */
    public boolean isAnyEnabled() {
        return discord.enabled() || webhook.enabled() || console.enabled();
    }
}
