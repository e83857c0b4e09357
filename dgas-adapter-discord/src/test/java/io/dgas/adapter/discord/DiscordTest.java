package io.dgas.adapter.discord;

import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.ReadBack;
import io.dgas.application.port.out.notice.Sending;
import io.dgas.simulator.discord.DiscordSimulator;
import io.dgas.simulator.discord.PostedMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A bot and a simulated Discord on one clock that stands still. */
abstract class DiscordTest {

    /** Long enough for a busy machine, short enough for a test that waits for it once. */
    static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final DiscordSecretScan SCAN = new DiscordSecretScan();

    private static final Duration IMPATIENCE = Duration.ofMillis(1_500);

    DiscordSimulator simulator;
    DiscordNotifier notifier;
    String token = DiscordSimulator.TOKEN;

    @BeforeEach
    void start() throws Exception {
        simulator = DiscordSimulator.start(DiscordSimulator.Settings.of(Notices.NOW));
        notifier = new DiscordNotifier(settings(TIMEOUT), simulator.clock());
    }

    @AfterEach
    void stop() {
        notifier.close();
        simulator.close();
    }

    BotSettings settings(Duration timeout) {
        return new BotSettings(simulator.baseUrl(), () -> token, DiscordSimulator.CHANNEL, timeout);
    }

    /** From now with a time-out that a test can sit out. */
    void impatiently() {
        notifier.close();
        notifier = new DiscordNotifier(settings(IMPATIENCE), simulator.clock());
    }

    /** Orders a fault by its fields: {@code 'kind':'hanging'}. */
    void order(String fields) {
        simulator.order("{\"faults\":[{" + fields.replace('\'', '"') + "}]}");
    }

    Sending send(Notice notice) {
        Sending sending = notifier.send(notice);
        SCAN.scan("told", sending.toString());
        return sending;
    }

    ReadBack find(String id) {
        ReadBack read = notifier.find(new NoticeId(id), Notices.NOW);
        SCAN.scan("told", read.toString());
        return read;
    }

    PostedMessage onlyMessage() {
        List<PostedMessage> messages = simulator.messages();
        if (messages.size() != 1) {
            throw new AssertionError("expected one message, but there are " + messages.size() + ": " + messages);
        }
        return messages.getFirst();
    }

    long requests() {
        return simulator.requests().size();
    }

    void advance(Duration step) {
        simulator.clock().advance(step);
    }
}
