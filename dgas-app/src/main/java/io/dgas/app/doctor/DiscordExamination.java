package io.dgas.app.doctor;

import io.dgas.adapter.discord.BotSettings;
import io.dgas.adapter.discord.DiscordCheck;
import io.dgas.adapter.discord.DiscordCheck.Finding;
import io.dgas.app.exit.Problem;
import io.dgas.app.settings.DiscordSettings;
import io.dgas.app.wiring.DiscordAccess;
import io.dgas.app.wiring.Installation;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The bot, its channel and its permissions there, as {@code discord test} sees them. */
record DiscordExamination(Installation installation) implements Examination {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @Override
    public List<Subject> subjects() {
        return Arrays.stream(Subject.values())
                .filter(subject -> subject.words().startsWith("discord "))
                .toList();
    }

    @Override
    public void look(Consumer<Diagnosis> found) {
        DiscordSettings settings = installation.settings().notifications().discord();
        if (!settings.enabled()
                && (settings.botToken().isEmpty() || settings.channelId().isEmpty())) {
            found.accept(Diagnosis.ok(Subject.DISCORD_TOKEN, "not needed: notifications.discord.enabled is false"));
            return;
        }
        try {
            BotSettings bot = DiscordAccess.of(installation, PATIENCE);
            new DiscordCheck(bot, installation.clock()).run().findings().forEach(one -> found.accept(diagnosis(one)));
        } catch (Problem unset) {
            found.accept(Diagnosis.failing(
                    Subject.DISCORD_TOKEN,
                    unset.text(),
                    "put DGAS_DISCORD_BOT_TOKEN and DGAS_DISCORD_CHANNEL_ID into .env"));
        }
    }

    private static Diagnosis diagnosis(Finding finding) {
        Subject subject = subject(finding.subject());
        return switch (finding.standing()) {
            case GOOD -> Diagnosis.ok(subject, finding.text());
            case BAD -> Diagnosis.failing(subject, finding.text(), mend(subject));
            case UNKNOWN ->
                subject == Subject.DISCORD_TOKEN || subject == Subject.DISCORD_CHANNEL
                        ? Diagnosis.failing(
                                subject,
                                finding.text(),
                                "see whether this machine reaches Discord; then 'dgas discord test'")
                        : Diagnosis.unknown(subject, finding.text());
        };
    }

    private static Subject subject(String name) {
        return switch (name) {
            case "token" -> Subject.DISCORD_TOKEN;
            case "channel" -> Subject.DISCORD_CHANNEL;
            default -> Subject.valueOf(name);
        };
    }

    private static String mend(Subject subject) {
        return switch (subject) {
            case DISCORD_TOKEN ->
                "reset the bot's token in Discord's developer portal, put it into DGAS_DISCORD_BOT_TOKEN (.env)";
            case DISCORD_CHANNEL ->
                "copy the channel's id (Developer Mode, Copy ID) into DGAS_DISCORD_CHANNEL_ID (.env), and invite the bot";
            default ->
                "in the channel's settings, Permissions, allow the bot's role " + subject.name()
                        + "; then 'dgas discord test'";
        };
    }
}
