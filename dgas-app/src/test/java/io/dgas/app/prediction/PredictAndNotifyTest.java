package io.dgas.app.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.wiring.Repositories;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Timeframe;
import io.dgas.simulator.discord.DiscordSimulator;
import io.dgas.simulator.discord.PostedMessage;
import io.dgas.testkit.MarketBars;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code predict --notify} and {@code notify} on a real database and a simulated Discord. */
class PredictAndNotifyTest {

    private static final LocalDate LAST = LocalDate.of(2026, 10, 30);
    private static final Instant NOW = Instant.parse("2026-10-30T20:01:00Z");
    private static final int SYMBOLS = 120;

    @TempDir
    Path folder;

    private DiscordSimulator discord;
    private StoredDgas dgas;

    @BeforeEach
    void start() throws IOException {
        discord = DiscordSimulator.start(DiscordSimulator.Settings.of(NOW));
        dgas = installation("50");
        List<BarSeries> universe = IntStream.range(0, SYMBOLS)
                .mapToObj(number -> MarketBars.of("R" + number, Timeframe.D1, LAST.minusYears(1), LAST, number))
                .toList();
        try (Repositories repositories = dgas.repositories()) {
            repositories.bars().store(new BarBatch(BarSource.IMPORT, NOW, universe));
        }
    }

    private StoredDgas installation(String digestAbove) {
        return new StoredDgas(
                folder,
                discord.clock(),
                Map.of(
                        "DGAS_DISCORD_BOT_TOKEN",
                        DiscordSimulator.TOKEN,
                        "DGAS_DISCORD_CHANNEL_ID",
                        DiscordSimulator.CHANNEL,
                        "DGAS_NOTIFICATIONS_DISCORD_API_BASE_URL",
                        discord.baseUrl().toString(),
                        "DGAS_NOTIFICATIONS_DIGEST_ABOVE",
                        digestAbove,
                        "DGAS_PREDICTION_MIN_CONFIDENCE",
                        "0.3",
                        "DGAS_PREDICTION_MIN_SIGNAL_STRENGTH",
                        "0.3"));
    }

    @AfterEach
    void stop() {
        discord.close();
    }

    private StoredDgas.Run predict(String... more) {
        List<String> line =
                new ArrayList<>(List.of("predict", "--all", "--trading", "1d", "--higher", "1w", "--notify"));
        line.addAll(List.of(more));
        return dgas.run(line.toArray(String[]::new));
    }

    private List<StoredSignal> told() {
        try (Repositories repositories = dgas.repositories()) {
            return repositories.predictions().signalsCompleted(Instant.MIN, Instant.MAX).stream()
                    .filter(signal -> signal.notifiedAt().isPresent())
                    .toList();
        }
    }

    @Test
    void tellsEachSignalOnceWithItsChart() {
        discord.clock().set(NOW);
        StoredDgas.Run run = whileTimePasses(this::predict);
        assertThat(run.err()).contains("nothing is left to be told");
        List<PostedMessage> messages = discord.messages();
        assertThat(messages).isNotEmpty().hasSameSizeAs(told());
        assertThat(messages).allMatch(message -> message.footers().size() == 1);
        assertThat(messages).extracting(message -> message.footers().getFirst()).doesNotHaveDuplicates();
        assertThat(messages.getFirst().attachments()).hasSize(1);
        predict();
        assertThat(discord.messages()).hasSameSizeAs(messages);
    }

    /** Discord's limit is five messages in five seconds of its clock, which stands still unless it is moved. */
    private StoredDgas.Run whileTimePasses(Supplier<StoredDgas.Run> command) {
        Thread clock = Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                discord.clock().advance(Duration.ofMillis(500));
                LockSupport.parkNanos(20_000_000);
            }
        });
        try {
            return command.get();
        } finally {
            clock.interrupt();
        }
    }

    @Test
    void whatCannotBeToldWaitsAndIsToldLater() {
        discord.order("{\"faults\":[{\"kind\":\"unauthorized\",\"times\":1}]}");
        StoredDgas.Run run = predict("R1", "R2");
        assertThat(run.code()).isEqualTo(2);
        StoredDgas.Run all = predict();
        assertThat(all.code()).isEqualTo(1);
        assertThat(all.err()).contains("are not told yet", "401").doesNotContain(DiscordSimulator.TOKEN);
        assertThat(dgas.run("notify", "list").out()).contains("waiting", "LONG").doesNotContain(DiscordSimulator.TOKEN);
        assertThat(discord.messages()).isEmpty();
        assertThat(whileTimePasses(() -> dgas.run("notify", "deliver")).code()).isZero();
        assertThat(discord.messages()).isNotEmpty().hasSameSizeAs(told());
        assertThat(dgas.run("notify", "list").err()).contains("nothing is waiting to be told");
    }

    @Test
    void whatTheChannelDoesNotShowOfANoticeIsListedWithIt() {
        discord.order("{\"faults\":[{\"kind\":\"permission-revoked\",\"permission\":\"attach-files\"}]}");
        assertThat(whileTimePasses(this::predict).code()).isZero();
        String remark = "shown without its picture: Discord answered 403, 50013 Missing Permissions";
        assertThat(dgas.run("notify", "list").err()).contains("nothing is waiting to be told");
        assertThat(dgas.run("notify", "list", "--all").out().lines().skip(1))
                .hasSameSizeAs(discord.messages())
                .allMatch(line -> line.contains(" delivered ") && line.endsWith(remark));
        JsonNode rows = JsonMapper.shared()
                .readTree(dgas.run("notify", "list", "--all", "--json").out());
        assertThat(rows.values())
                .hasSameSizeAs(discord.messages())
                .allMatch(row -> row.path("remark").asString("").equals(remark))
                .allMatch(row -> row.path("error").asString("none").isEmpty());
    }

    @Test
    void manyAreToldTogether() {
        dgas = reopened("1");
        StoredDgas.Run run = predict();
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(discord.messages()).hasSize(1);
        assertThat(discord.messages().getFirst().footers().getFirst()).startsWith("digest 1d 2026-10-30T20:00:00Z");
        assertThat(told()).hasSizeGreaterThan(1);
    }

    private StoredDgas reopened(String digestAbove) {
        StoredDgas other = installation(digestAbove);
        try (Repositories from = dgas.repositories();
                Repositories to = other.repositories()) {
            to.bars()
                    .store(new BarBatch(
                            BarSource.IMPORT,
                            NOW,
                            List.copyOf(from.bars()
                                    .load(from.symbols().active(), Timeframe.D1, NOW, 1_000)
                                    .values())));
        }
        return other;
    }

    @Test
    void discardedIsNeverTold() {
        discord.order("{\"faults\":[{\"kind\":\"unauthorized\",\"times\":1}]}");
        predict();
        int waiting = ids().size();
        String id = ids().getFirst();
        assertThat(dgas.run("notify", "discard", id).code()).isZero();
        assertThat(dgas.run("notify", "discard", id).code()).isEqualTo(1);
        assertThat(ids()).hasSize(waiting - 1).doesNotContain(id);
        assertThat(dgas.run("notify", "retry", "999999").code()).isEqualTo(1);
    }

    private List<String> ids() {
        return dgas.run("notify", "list")
                .out()
                .lines()
                .skip(1)
                .map(line -> line.strip().replaceAll(" .*", ""))
                .toList();
    }
}
