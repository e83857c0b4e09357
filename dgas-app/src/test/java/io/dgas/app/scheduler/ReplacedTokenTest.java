package io.dgas.app.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.collection.Until;
import io.dgas.app.notice.Deliveries;
import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.service.Problems;
import io.dgas.app.service.StopSignal;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Timeframe;
import io.dgas.simulator.discord.DiscordSimulator;
import io.dgas.testkit.MarketBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token that Discord refuses halts delivery alone, and a replaced one counts without a restart. */
class ReplacedTokenTest {

    private static final LocalDate DATE = LocalDate.of(2026, 7, 15);
    private static final Instant NOON = Instant.parse("2026-07-15T16:00:00Z");

    @TempDir
    Path folder;

    @Test
    void deliveryHaltsIsToldAndGoesOnWithTheNewToken() throws IOException {
        try (DiscordSimulator discord = DiscordSimulator.start(DiscordSimulator.Settings.of(NOON))) {
            token("c29tZWJvZHk.else.not-a-token-of-this-bot-0000");
            StoredDgas dgas = new StoredDgas(
                    folder,
                    discord.clock(),
                    Map.of(
                            "DGAS_NOTIFICATIONS_DISCORD_ENABLED", "true",
                            "DGAS_NOTIFICATIONS_DIGEST_ABOVE", "50",
                            "DGAS_NOTIFICATIONS_DISCORD_API_BASE_URL",
                                    discord.baseUrl().toString(),
                            "DGAS_DISCORD_CHANNEL_ID", DiscordSimulator.CHANNEL,
                            "DGAS_PREDICTION_MIN_CONFIDENCE", "0",
                            "DGAS_PREDICTION_MIN_SIGNAL_STRENGTH", "0"));
            try (Installation installation = dgas.installation()) {
                store(installation);
                haltsAndGoesOn(discord, installation);
            }
        }
    }

    private void haltsAndGoesOn(DiscordSimulator discord, Installation installation) throws IOException {
        Problems problems = new Problems();
        DeliveryLoop.Means means = new DeliveryLoop.Means(
                Deliveries.enabled(installation, discord.clock()),
                installation.repositories().collection().services(),
                discord.clock());
        StopSignal stop = new StopSignal();
        DeliveryLoop loop = new DeliveryLoop(means, problems, stop);
        Thread delivering = Thread.ofPlatform().start(loop);
        try {
            new SchedulerParts(installation)
                    .ticks(loop::problem)
                    .once(discord.clock().instant());
            untilSo(discord, () -> loop.problem().isPresent(), Duration.ZERO);
            assertThat(loop.problem().orElseThrow()).contains("discord", "401").doesNotContain("not-a-token");
            assertThat(discord.messages()).isEmpty();
            token(DiscordSimulator.TOKEN);
            untilSo(
                    discord,
                    () -> !discord.messages().isEmpty() && loop.problem().isEmpty(),
                    Duration.ofSeconds(2));
        } finally {
            stop.give();
            join(delivering);
        }
    }

    private void token(String token) throws IOException {
        Files.writeString(folder.resolve(".env"), "DGAS_DISCORD_BOT_TOKEN=" + token + "\n");
    }

    private static void store(Installation installation) {
        installation
                .repositories()
                .bars()
                .store(new BarBatch(
                        BarSource.IMPORT,
                        NOON,
                        IntStream.range(0, 60)
                                .mapToObj(number -> MarketBars.of(
                                                "R" + number, Timeframe.M30, DATE.minusDays(60), DATE, number)
                                        .closedBy(NOON))
                                .toList()));
    }

    /** Time passes meanwhile, by so much each time. */
    private static void untilSo(DiscordSimulator discord, BooleanSupplier condition, Duration step) {
        Until.isSo(
                () -> {
                    discord.clock().advance(step);
                    return condition.getAsBoolean();
                },
                () -> discord.requests().toString());
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
