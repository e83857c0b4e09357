package io.dgas.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.Picture;
import io.dgas.application.port.out.notice.Sending;
import io.dgas.domain.signal.SignalType;
import io.dgas.simulator.discord.DiscordSimulator;
import io.dgas.simulator.discord.PostedMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MessageTest extends DiscordTest {

    private JsonNode onlyEmbed() {
        return onlyMessage().embeds().get(0);
    }

    private List<String> fields() {
        return onlyEmbed()
                .path("fields")
                .valueStream()
                .map(field -> field.path("name").asString() + ": "
                        + field.path("value").asString())
                .toList();
    }

    @Test
    void aSignalIsAnEmbedWithItsChartAndALineOfText() {
        assertThat(send(Notices.signal("AAPL-30m-1")))
                .isEqualTo(new Sending.Delivered(onlyMessage().id()));
        JsonNode embed = onlyEmbed();
        assertThat(embed.path("title").asString()).isEqualTo("AAPL LONG");
        assertThat(embed.path("description").asString()).isEqualTo("holds its near area and goes on");
        assertThat(embed.path("footer").path("text").asString()).isEqualTo("AAPL-30m-1");
        assertThat(embed.path("timestamp").asString()).isEqualTo("2026-06-10T15:30:00Z");
        assertThat(embed.path("image").path("url").asString()).contains("/chart.png?");
        assertThat(fields())
                .containsExactly(
                        "Entry: 100.50",
                        "Stop: 98.00",
                        "Target: 104.25",
                        "Confidence: 0.72",
                        "Strength: 0.65",
                        "Risk/reward: 1.50",
                        "Higher timeframe: 1d trend up",
                        "State: trend up, 4 bars",
                        "Set-up: trend continuation at a near area",
                        "Timeframe: 30m",
                        "Time: 2026-06-10 15:30 UTC");
        PostedMessage message = onlyMessage();
        assertThat(message.content()).isEqualTo("AAPL LONG entry 100.50, stop 98.00, target 104.25\n-# AAPL-30m-1");
        assertThat(message.attachments()).singleElement().satisfies(file -> {
            assertThat(file.content()).isEqualTo(Notices.PNG);
            assertThat(file.filename()).isEqualTo("chart.png");
            assertThat(file.description()).isEqualTo("AAPL, 30m, with entry, stop and target");
        });
    }

    @Test
    void anExitHasNoStopTargetOrScore() {
        StoredSignal exit = Notices.stored("BRK.B", SignalType.EXIT_SHORT);
        send(new Notice.OfSignal(new NoticeId("exit"), exit, "", " ", Optional.empty()));
        assertThat(onlyEmbed().path("title").asString()).isEqualTo("BRK.B EXIT SHORT");
        assertThat(fields())
                .containsExactly(
                        "Exit: 100.50",
                        "Set-up: trend continuation at a near area",
                        "Timeframe: 30m",
                        "Time: 2026-06-10 15:30 UTC");
        assertThat(onlyMessage().content()).isEqualTo("BRK.B EXIT SHORT at 100.50\n-# exit");
    }

    @Test
    void eachTypeOfSignalHasItsColour() {
        Set<Integer> colours = new HashSet<>();
        for (SignalType type : SignalType.values()) {
            Notice notice = new Notice.OfSignal(
                    new NoticeId("of " + type), Notices.stored("AAPL", type), "", "", Optional.empty());
            Message message = MessageWriter.write(notice);
            colours.add(message.embed().orElseThrow().path("color").asInt());
        }
        assertThat(colours).hasSize(SignalType.values().length);
    }

    @Test
    void aDigestShowsAsManySignalsAsThereIsRoomForAndCountsTheRest() {
        List<StoredSignal> signals = new ArrayList<>();
        for (int at = 0; at < 517; at++) {
            signals.add(Notices.stored("S" + at, at % 2 == 0 ? SignalType.LONG : SignalType.SHORT));
        }
        send(new Notice.Digest(new NoticeId("digest"), Notices.NOW, signals));
        JsonNode embed = onlyEmbed();
        assertThat(embed.path("title").asString()).isEqualTo("517 signals, 2026-06-10 15:30 UTC");
        String table = embed.path("description").asString();
        assertThat(table)
                .startsWith("1\\. S0 LONG entry 100.50, stop 98.00, target 104.25, confidence 0.72\n2\\. S1 SHORT")
                .hasSizeBetween(3_900, 4_096);
        long shown = table.lines().count() - 1;
        assertThat(table).endsWith("\nand " + (517 - shown) + " more");
        assertThat(onlyMessage().content())
                .startsWith("517 signals, 2026-06-10 15:30 UTC: S0 LONG, S1 SHORT, S2 LONG")
                .endsWith(" more\n-# digest");
    }

    @Test
    void aDigestThatFitsLeavesNothingOut() {
        List<StoredSignal> signals =
                List.of(Notices.stored("A", SignalType.LONG), Notices.stored("B", SignalType.EXIT_LONG));
        send(new Notice.Digest(new NoticeId("small"), Notices.NOW, signals));
        assertThat(onlyEmbed().path("description").asString())
                .endsWith("\n2\\. B EXIT LONG at 100.50")
                .doesNotContain("more");
    }

    @Test
    void plainWordsArePlain() {
        send(Notices.plain("test-1"));
        assertThat(onlyMessage().content()).isEqualTo("All is well.\n-# test-1");
        assertThat(onlyMessage().embeds().isEmpty()).isTrue();
    }

    @Test
    void nothingThatIsSaidCallsAnybodyOrIsTakenForMarkdown() {
        String hostile = "@everyone <@1010000000000000201> **bold** ||hidden|| [a](http://b)";
        send(new Notice.Plain(new NoticeId("m @here"), hostile));
        assertThat(onlyMessage().mentions()).isFalse();
        assertThat(onlyMessage().content())
                .startsWith("\\@everyone \\<\\@1010000000000000201\\> \\*\\*bold\\*\\* \\|\\|hidden\\|\\|");
    }

    @Test
    void aPictureThatDiscordWouldNotTakeIsNotSent() {
        Picture tooLarge = new Picture(new byte[(10 << 20) + 1], "large");
        Notice.OfSignal notice = Notices.withoutPicture("large");
        Sending sending = send(new Notice.OfSignal(notice.id(), notice.signal(), "up", "up", Optional.of(tooLarge)));
        assertThat(sending)
                .isEqualTo(new Sending.Delivered(
                        onlyMessage().id(),
                        Optional.of("shown without its picture: it is empty or larger than Discord takes")));
        assertThat(onlyMessage().attachments()).isEmpty();
        assertThat(onlyEmbed().has("image")).isFalse();
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void theSameNoticeHasOneNonceInOneChannelAndNoOtherHasIt() {
        String nonce = Nonce.of(new NoticeId("a"), DiscordSimulator.CHANNEL);
        assertThat(nonce).matches("[a-z2-7]{24}").isEqualTo(Nonce.of(new NoticeId("a"), DiscordSimulator.CHANNEL));
        assertThat(nonce)
                .isNotEqualTo(Nonce.of(new NoticeId("a"), DiscordSimulator.OTHER_CHANNEL))
                .isNotEqualTo(Nonce.of(new NoticeId("b"), DiscordSimulator.CHANNEL));
        send(Notices.plain("a"));
        assertThat(onlyMessage().nonce()).contains(nonce);
    }

    /** By Python's hashlib and base64: b32encode(sha256(b"a\\x001010000000000000001\\x001").digest()). */
    @Test
    void theNonceIsTheBase32OfTheHash() {
        assertThat(Nonce.of(new NoticeId("a"), "1010000000000000001")).isEqualTo("napoabidp6a2gndbp6wx2zjk");
    }
}
