package io.dgas.app.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.notice.webhook.Receiver;
import io.dgas.app.wiring.Repositories;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Timeframe;
import io.dgas.testkit.MarketBars;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code predict --notify} and {@code notify} with a webhook and the console, on a real database. */
class PredictAndPostTest {

    private static final LocalDate LAST = LocalDate.of(2026, 10, 30);
    private static final Instant NOW = Instant.parse("2026-10-30T20:01:00Z");
    private static final String SECRET = "the secret of this webhook";
    private static final int SYMBOLS = 60;

    @TempDir
    Path folder;

    private Receiver receiver;
    private StoredDgas dgas;

    @BeforeEach
    void start() throws IOException {
        receiver = Receiver.start();
        dgas = new StoredDgas(
                folder,
                InstantSource.fixed(NOW),
                Map.of(
                        "DGAS_NOTIFICATIONS_DIGEST_ABOVE", "50",
                        "DGAS_PREDICTION_MIN_CONFIDENCE", "0.3",
                        "DGAS_PREDICTION_MIN_SIGNAL_STRENGTH", "0.3"));
        List<BarSeries> universe = IntStream.range(0, SYMBOLS)
                .mapToObj(number -> MarketBars.of("R" + number, Timeframe.D1, LAST.minusYears(1), LAST, number))
                .toList();
        try (Repositories repositories = dgas.repositories()) {
            repositories.bars().store(new BarBatch(BarSource.IMPORT, NOW, universe));
        }
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private StoredDgas with(boolean webhook, boolean console) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "DGAS_WEBHOOK_URL", receiver.url("/only-we-know-this"),
                "DGAS_WEBHOOK_SECRET", SECRET,
                "DGAS_NOTIFICATIONS_WEBHOOK_ENABLED", Boolean.toString(webhook),
                "DGAS_NOTIFICATIONS_CONSOLE_ENABLED", Boolean.toString(console)));
        return dgas.with(variables);
    }

    private static StoredDgas.Run predict(StoredDgas installation) {
        return installation.run("predict", "--all", "--trading", "1d", "--higher", "1w", "--notify");
    }

    @Test
    void postsAndPrintsEachNoticeOnce() {
        StoredDgas both = with(true, true);
        StoredDgas.Run run = predict(both);
        assertThat(run.code()).as(run.err()).isZero();
        List<String> posted = receiver.posts().stream()
                .map(post -> post.headers().get("idempotency-key"))
                .toList();
        assertThat(posted).isNotEmpty().doesNotHaveDuplicates();
        assertThat(posted).allSatisfy(id -> assertThat(run.out()).containsOnlyOnce("[" + id + "]"));
        assertThat(predict(both).out()).doesNotContain("[R");
        assertThat(receiver.posts()).hasSameSizeAs(posted);
        assertThat(both.run("notify", "list", "--all").out())
                .contains("webhook 127.0.0.1:", "console")
                .doesNotContain("only-we-know-this", SECRET);
    }

    @Test
    void aWebhookThatIsClosedKeepsItsNoticesAndTheConsoleIsToldAllTheSame() {
        receiver.answer(404, Map.of());
        StoredDgas.Run run = predict(with(true, true));
        assertThat(run.code()).isOne();
        assertThat(run.out()).contains("[R");
        assertThat(run.err()).contains("the webhook answered 404").doesNotContain("only-we-know-this", SECRET);
        assertThat(with(true, true).run("notify", "deliver").code()).isZero();
        assertThat(receiver.posts().stream().skip(1).map(post -> post.headers().get("idempotency-key")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatWaitsForAChannelThatIsOffIsNamedAndNotWaitedFor() {
        receiver.answer(404, Map.of());
        predict(with(true, false));
        StoredDgas.Run run = with(false, true).run("notify", "deliver", "--seconds", "3600");
        assertThat(run.code()).isOne();
        assertThat(run.out()).contains("notices are not told yet: their channels are not enabled");
    }

    @Test
    void theConsoleAloneNeedsNothingElse() {
        StoredDgas.Run run = predict(with(false, true));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains(" entry ", "[R");
        assertThat(receiver.posts()).isEmpty();
    }

    @Test
    void aWebhookWithoutAddressIsNamed() {
        StoredDgas.Run run = predict(dgas.with(Map.of("DGAS_NOTIFICATIONS_WEBHOOK_ENABLED", "true")));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("notifications.webhook.url is not set; put DGAS_WEBHOOK_URL into");
    }
}
