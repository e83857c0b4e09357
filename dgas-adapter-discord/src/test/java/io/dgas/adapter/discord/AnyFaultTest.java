package io.dgas.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.ReadBack;
import io.dgas.application.port.out.notice.Sending;
import io.dgas.simulator.discord.PostedMessage;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, what is said of a try is true of the channel, and in the end each notice is there once. */
class AnyFaultTest extends DiscordTest {

    private static final int NOTICES = 25;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final List<String> FAULTS = List.of(
            "'kind':'rate-limited'",
            "'kind':'rate-limited','body':'header-only'",
            "'kind':'rate-limited','body':'body-only'",
            "'kind':'rate-limited-without-via'",
            "'kind':'headers-missing'",
            "'kind':'bucket-changed'",
            "'kind':'reset-in-past'",
            "'kind':'unauthorized'",
            "'kind':'missing-permissions'",
            "'kind':'invalid-form'",
            "'kind':'request-too-large'",
            "'kind':'embeds-dropped'",
            "'kind':'server-error','status':500",
            "'kind':'server-error','status':500,'executed':true",
            "'kind':'server-error','status':502",
            "'kind':'server-error','status':502,'body':'json'",
            "'kind':'server-error','status':502,'executed':true",
            "'kind':'server-error','status':503,'executed':true,'body':'empty'",
            "'kind':'server-error','status':524,'executed':true",
            "'kind':'dropped'",
            "'kind':'dropped','executed':true",
            "'kind':'reset'",
            "'kind':'reset','executed':false",
            "'kind':'truncated-json'",
            "'kind':'redirected'");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyNoticeIsThereOnceAndNothingFalseWasSaidOfIt(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int at = 0; at < NOTICES; at++) {
            Notice notice = random.nextBoolean() ? Notices.signal("n" + at) : Notices.withoutPicture("n" + at);
            String about = "seed " + seed + ", " + notice.id();
            disturb(random);
            for (int tries = random.nextInt(1, 5); tries > 0; tries--) {
                tried(notice, about);
            }
            simulator.endFaults();
            Sending last = tried(notice, about);
            while (last instanceof Sending.Later) {
                last = tried(notice, about);
            }
            assertThat(last).as(about).isInstanceOf(Sending.Delivered.class);
            assertThat(onChannel(notice.id())).as(about).hasSize(1);
            advance(Duration.ofMinutes(3));
            assertThat(notifier.find(notice.id(), simulator.clock().instant().minus(Duration.ofMinutes(4))))
                    .as(about)
                    .isInstanceOf(ReadBack.Found.class);
        }
        assertThat(simulator.messages()).as("seed " + seed).hasSize(NOTICES);
    }

    private void disturb(SplittableRandom random) {
        for (int faults = random.nextInt(4); faults > 0; faults--) {
            order(FAULTS.get(random.nextInt(FAULTS.size())) + ",'times':" + random.nextInt(1, 3) + ",'probability':"
                    + (random.nextBoolean() ? "1" : "0.5"));
        }
    }

    private Sending tried(Notice notice, String about) {
        int before = onChannel(notice.id()).size();
        Sending sending = send(notice);
        List<PostedMessage> after = onChannel(notice.id());
        String said = about + ": " + sending;
        switch (sending) {
            case Sending.Delivered delivered -> {
                assertThat(after)
                        .as(said)
                        .singleElement()
                        .extracting(PostedMessage::id)
                        .isEqualTo(delivered.receipt());
                assertThat(delivered.remark().isEmpty()).as(said).isEqualTo(isWhole(notice, after.getFirst()));
            }
            case Sending.Unknown unknown -> assertThat(after.size()).as(said).isBetween(before, 1);
            case Sending.Later later -> {
                assertThat(after).as(said).hasSize(before);
                assertThat(later.pause()).as(said).isLessThan(LONGEST_PAUSE);
                advance(later.pause());
            }
            default -> assertThat(after).as(said).hasSize(before);
        }
        return sending;
    }

    private static boolean isWhole(Notice notice, PostedMessage message) {
        boolean hasPicture =
                notice instanceof Notice.OfSignal signal && signal.chart().isPresent();
        return !message.embeds().isEmpty() && message.attachments().isEmpty() != hasPicture;
    }

    private List<PostedMessage> onChannel(NoticeId id) {
        return simulator.messages().stream()
                .filter(message -> message.content().endsWith("\n-# " + id))
                .toList();
    }
}
