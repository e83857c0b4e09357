package io.dgas.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.Picture;
import io.dgas.application.port.out.notice.ReadBack;
import io.dgas.application.port.out.notice.Sending;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.SetUp;
import io.dgas.domain.signal.SignalType;
import io.dgas.simulator.discord.PostedMessage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a notice holds, Discord takes it, people can read it, and it is found again. */
class AnyContentTest extends DiscordTest {

    private static final int NOTICES = 60;

    private static final String[] PIECES = {
        "a",
        " ",
        "\n",
        "\r\n",
        "\t",
        "*",
        "_",
        "`",
        "```",
        "||",
        "<@1010000000000000201>",
        "@everyone",
        "@here",
        "[x](http://y)",
        "\\",
        "\\\\",
        "\"",
        "{",
        "\u0000",
        "\u0007",
        "\u200b",
        "\u00a0",
        "\u2028",
        "\u3000",
        "\ud83d\ude80",
        "\ud83d",
        "\ude80",
        "e\u0301",
        "\u202e",
        "漢字",
        "İı",
        "# ",
        "-# ",
        "> ",
        "<#1>",
        "://",
        "é"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anyNoticeIsTakenWholeAndFoundAgain(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int at = 0; at < NOTICES; at++) {
            Notice notice = notice(random, at);
            Sending sending = delivered(notice);
            String about = "seed " + seed + ", notice " + at;
            assertThat(sending)
                    .as(about)
                    .isInstanceOfSatisfying(
                            Sending.Delivered.class,
                            delivered ->
                                    assertThat(delivered.remark()).as(about).isEmpty());
            PostedMessage message = simulator.messages().getLast();
            assertThat(message.mentions()).as(about).isFalse();
            assertThat(message.content().strip()).as(about).isNotEmpty();
            boolean plain = notice instanceof Notice.Plain;
            assertThat(message.embeds().size()).as(about).isEqualTo(plain ? 0 : 1);
            advance(Duration.ofSeconds(30));
            assertThat(notifier.find(notice.id(), message.at())).as(about).isEqualTo(new ReadBack.Found(message.id()));
        }
        assertThat(simulator.messages()).as("seed " + seed).hasSize(NOTICES);
        assertThat(simulator.requests()).as("seed " + seed).allMatch(request -> request.status() == 200);
    }

    private Sending delivered(Notice notice) {
        Sending sending = send(notice);
        while (sending instanceof Sending.Later later) {
            advance(later.pause());
            sending = send(notice);
        }
        return sending;
    }

    private static Notice notice(SplittableRandom random, int at) {
        NoticeId id = id(random, at);
        return switch (random.nextInt(4)) {
            case 0 -> new Notice.Plain(id, text(random, 6_000));
            case 1 -> new Notice.Digest(id, instant(random), signals(random));
            default ->
                new Notice.OfSignal(id, signal(random), text(random, 6_000), text(random, 6_000), picture(random));
        };
    }

    private static NoticeId id(SplittableRandom random, int at) {
        String text = (at + " " + text(random, 230)).replaceAll("\\p{Cc}", "").strip();
        String cut = text.substring(0, Math.min(200, text.length())).strip();
        return new NoticeId(cut);
    }

    private static Optional<Picture> picture(SplittableRandom random) {
        byte[] png = new byte[random.nextInt(5_000)];
        random.nextBytes(png);
        return random.nextBoolean() ? Optional.of(new Picture(png, text(random, 3_000))) : Optional.empty();
    }

    private static List<StoredSignal> signals(SplittableRandom random) {
        List<StoredSignal> signals = new ArrayList<>();
        int count = 1 + random.nextInt(random.nextBoolean() ? 4 : 700);
        for (int each = 0; each < count; each++) {
            signals.add(signal(random));
        }
        return signals;
    }

    private static StoredSignal signal(SplittableRandom random) {
        return new StoredSignal(
                new Instrument("ABCDEFGHIJKLMNO".substring(random.nextInt(14))),
                oneOf(random, List.of(SignalType.values())),
                oneOf(random, List.of(SetUp.values())),
                oneOf(random, List.of(Timeframe.values())),
                instant(random),
                price(random),
                maybe(random, price(random)),
                maybe(random, price(random)),
                maybe(random, number(random)),
                maybe(random, number(random)),
                maybe(random, number(random)),
                text(random, 6_000),
                Optional.empty());
    }

    private static <T> T oneOf(SplittableRandom random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static <T> Optional<T> maybe(SplittableRandom random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private static Instant instant(SplittableRandom random) {
        return random.nextInt(5) == 0
                ? Instant.ofEpochSecond(random.nextLong(-31_557_014_167_219_200L, 31_556_889_864_403_199L))
                : Notices.NOW.plusSeconds(random.nextInt(1_000_000));
    }

    private static double number(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> Double.MAX_VALUE;
            default -> random.nextDouble();
        };
    }

    private static BigDecimal price(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE + 1);
            case 1 -> new BigDecimal(BigInteger.TEN.pow(random.nextInt(3_000)), random.nextInt(3_000));
            default -> BigDecimal.valueOf(random.nextLong(1, 10_000_000), 2);
        };
    }

    private static String text(SplittableRandom random, int most) {
        int length = random.nextInt(3) == 0 ? random.nextInt(most) : random.nextInt(20);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
