package io.dgas.app.settings;

import java.util.ArrayList;
import java.util.List;

/** All settings, checked. Built from defaults, the file and the environment by {@link SettingsSource}. */
public record Settings(
        @Section("Where bars, runs and signals are stored.") DatabaseSettings database,

        @Section("When the prediction cycle runs, and over what.")
        SchedulerSettings scheduler,

        @Section("Which signals are announced, how they are protected, and how fresh bars must be.")
        PredictionSettings prediction,

        @Section("Who is told of signals.") NotificationSettings notifications,

        @Section("What the service promises; 'dgas monitor' compares with it.")
        MonitoringSettings monitoring,

        @Section("The web page.") DashboardSettings dashboard,
        @Section("The market data vendor.") EodhdSettings eodhd,
        @Section("The collection of bars around the clock.") DataCollectionSettings dataCollection,
        @Section("For demonstrations.") SimulationSettings simulation) {

    /** What parts that are switched on still lack, one line each; empty when each could work. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (dataCollection.enabled() && eodhd.apiToken().isEmpty()) {
            gaps.add(gap("data_collection.enabled", "eodhd.api_token", "EODHD_API_TOKEN"));
        }
        DiscordSettings discord = notifications.discord();
        if (discord.enabled() && discord.botToken().isEmpty()) {
            gaps.add(gap("notifications.discord.enabled", "its bot_token", "DGAS_DISCORD_BOT_TOKEN"));
        }
        if (discord.enabled() && discord.channelId().isEmpty()) {
            gaps.add(gap("notifications.discord.enabled", "its channel_id", "DGAS_DISCORD_CHANNEL_ID"));
        }
        WebhookSettings webhook = notifications.webhook();
        if (webhook.enabled() && webhook.url().isEmpty()) {
            gaps.add(gap("notifications.webhook.enabled", "its url", "DGAS_WEBHOOK_URL"));
        }
        if (monitoring.dailyDigestAt().isPresent() && !notifications.isAnyEnabled()) {
            gaps.add(
                    "monitoring.daily_digest_at is set, but no channel of notifications is enabled to tell it; enable one,"
                            + " or leave it empty");
        }
        return gaps;
    }

    private static String gap(String part, String missing, String variable) {
        return part + " is true, but " + missing + " is missing; set " + variable + ", or " + part + " to false";
    }
}
