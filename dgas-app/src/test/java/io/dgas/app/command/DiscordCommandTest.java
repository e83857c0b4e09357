package io.dgas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.exit.ExitCode;
import io.dgas.simulator.discord.DiscordSimulator;
import io.dgas.simulator.discord.PostedMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscordCommandTest {

    @TempDir
    Path folder;

    private DiscordSimulator discord;

    @BeforeEach
    void start() throws Exception {
        discord = DiscordSimulator.start(DiscordSimulator.Settings.of(Instant.parse("2024-03-08T21:00:00Z")));
    }

    @AfterEach
    void stop() {
        discord.close();
    }

    private CommandRun run(String token, String channel, String... arguments) {
        Map<String, String> variables = new HashMap<>();
        variables.put("DGAS_DISCORD_BOT_TOKEN", token);
        variables.put("DGAS_DISCORD_CHANNEL_ID", channel);
        variables.put(
                "DGAS_NOTIFICATIONS_DISCORD_API_BASE_URL", discord.baseUrl().toString());
        return CommandRun.in(folder, variables, arguments);
    }

    @Test
    void looksAtEverythingAndPostsNothing() {
        CommandRun run = run(DiscordSimulator.TOKEN, DiscordSimulator.CHANNEL, "discord", "test");
        assertThat(run.code()).as(run.results() + run.notes()).isEqualTo(ExitCode.DONE);
        assertThat(run.results()).contains("token", "channel", "SEND_MESSAGES", "EMBED_LINKS", "ATTACH_FILES");
        assertThat(discord.messages()).isEmpty();
    }

    @Test
    void sendsATestMessageWhenAsked() {
        CommandRun run = run(DiscordSimulator.TOKEN, DiscordSimulator.CHANNEL, "discord", "test", "--send");
        assertThat(run.code()).as(run.results()).isEqualTo(ExitCode.DONE);
        List<PostedMessage> posted = discord.messages();
        assertThat(posted).hasSize(1);
        assertThat(run.results()).contains("as message " + posted.getFirst().id());
        assertThat(posted.getFirst().content()).contains("test message of DGAS");
    }

    @Test
    void wrongTokenIsToldAndNotShown() {
        String wrong = "d3Jvbmc.wrong.discord-token-000000009";
        CommandRun run = run(wrong, DiscordSimulator.CHANNEL, "discord", "test", "--send");
        assertThat(run.code()).isEqualTo(ExitCode.NO);
        assertThat(run.results()).contains("401").doesNotContain(wrong);
        assertThat(run.notes()).doesNotContain(wrong);
        assertThat(discord.messages()).isEmpty();
    }

    @Test
    void missingPermissionIsNamed() {
        discord.order("{\"faults\":[{\"kind\":\"permission-revoked\",\"permission\":\"send-messages\"}]}");
        CommandRun run = run(DiscordSimulator.TOKEN, DiscordSimulator.CHANNEL, "discord", "test");
        assertThat(run.code()).isEqualTo(ExitCode.NO);
        assertThat(run.results()).contains("SEND_MESSAGES", "bad");
    }

    @Test
    void whatIsNotSetIsNamed() {
        CommandRun run = CommandRun.in(folder, "discord", "test");
        assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.notes()).contains("notifications.discord.bot_token is not set", "DGAS_DISCORD_BOT_TOKEN");
    }
}
