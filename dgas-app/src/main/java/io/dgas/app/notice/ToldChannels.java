package io.dgas.app.notice;

import io.dgas.adapter.discord.DiscordNotifier;
import io.dgas.app.exit.ConfigurationProblem;
import io.dgas.app.notice.webhook.WebhookNotifier;
import io.dgas.app.notice.webhook.WebhookTarget;
import io.dgas.app.settings.NotificationSettings;
import io.dgas.app.settings.WebhookUrl;
import io.dgas.app.wiring.DiscordAccess;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.Notifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The channels that the settings name, and who tells people there. */
final class ToldChannels {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Installation installation;
    private final List<Told> told = new ArrayList<>();

    /**
     * A channel.
     *
     * @param opening makes who tells people there, by a clock
     */
    record Told(Channel channel, Function<InstantSource, Telling> opening) {}

    /** Who tells people on a channel, until it is closed. */
    record Telling(Notifier notifier, Runnable closing) implements AutoCloseable {
        @Override
        public void close() {
            closing.run();
        }
    }

    private ToldChannels(Installation installation) {
        this.installation = installation;
    }

    /**
     * The channels that are enabled; none where none is.
     *
     * @throws ConfigurationProblem when what one of them needs is not set
     */
    static List<Told> enabled(Installation installation) {
        ToldChannels channels = new ToldChannels(installation);
        NotificationSettings settings = installation.settings().notifications();
        if (settings.discord().enabled()) {
            channels.addDiscord();
        }
        if (settings.webhook().enabled()) {
            channels.addWebhook();
        }
        if (settings.console().enabled()) {
            channels.addConsole();
        }
        return List.copyOf(channels.told);
    }

    /** The channels that are enabled; where none is, the Discord channel, for whoever asks for people to be told by hand. */
    static List<Told> orDiscord(Installation installation) {
        if (installation.settings().notifications().isAnyEnabled()) {
            return enabled(installation);
        }
        ToldChannels channels = new ToldChannels(installation);
        channels.addDiscord();
        return List.copyOf(channels.told);
    }

    private void addDiscord() {
        var access = DiscordAccess.of(installation);
        told.add(new Told(new Channel("discord", access.channelId()), clock -> {
            DiscordNotifier notifier = new DiscordNotifier(access, clock);
            return new Telling(notifier, notifier::close);
        }));
    }

    private void addWebhook() {
        var settings = installation.settings().notifications().webhook();
        WebhookUrl url = settings.url()
                .orElseThrow(() -> new ConfigurationProblem("notifications.webhook.url is not set; put DGAS_WEBHOOK_URL"
                        + " into the environment or a .env file"));
        WebhookTarget target = new WebhookTarget(url, settings.secret(), TIMEOUT);
        told.add(new Told(target.channel(), clock -> {
            WebhookNotifier notifier = new WebhookNotifier(target, clock);
            return new Telling(notifier, notifier::close);
        }));
    }

    private void addConsole() {
        told.add(new Told(
                ConsoleNotifier.CHANNEL, clock -> new Telling(new ConsoleNotifier(installation.output()), () -> {})));
    }
}
