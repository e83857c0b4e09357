package io.dgas.app.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What can go wrong with Discord, as the simulator takes it. */
final class DiscordTroubles {

    /** What strikes single requests. */
    private static final List<String> STROKES = List.of(
            "'kind':'rate-limited'",
            "'kind':'rate-limited','body':'header-only'",
            "'kind':'rate-limited','body':'body-only'",
            "'kind':'rate-limited-shared'",
            "'kind':'rate-limited-global'",
            "'kind':'edge-rate-limited','body':'html'",
            "'kind':'edge-rate-limited','body':'text'",
            "'kind':'headers-missing'",
            "'kind':'bucket-changed'",
            "'kind':'reset-in-past'",
            "'kind':'unauthorized'",
            "'kind':'missing-access'",
            "'kind':'missing-permissions'",
            "'kind':'unknown-channel'",
            "'kind':'request-too-large'",
            "'kind':'embeds-dropped'",
            "'kind':'truncated-json'",
            "'kind':'dropped'",
            "'kind':'dropped','executed':true",
            "'kind':'reset'",
            "'kind':'reset','executed':false",
            "'kind':'server-error','status':500",
            "'kind':'server-error','status':500,'executed':true",
            "'kind':'server-error','status':502,'executed':true",
            "'kind':'server-error','status':504,'executed':true,'body':'empty'");

    /** What lasts longer than Discord knows its nonces. */
    private static final List<String> OUTAGES = List.of(
            "'kind':'server-error','status':503",
            "'kind':'server-error','status':500,'executed':true",
            "'kind':'dropped','executed':true",
            "'kind':'dropped'");

    private DiscordTroubles() {}

    /** One that strikes some of the next requests. */
    static String stroke(SplittableRandom random) {
        return scenario(
                random,
                STROKES.get(random.nextInt(STROKES.size())) + ",'times':" + random.nextInt(1, 4)
                        + ",'probability':0.7");
    }

    /** One that lasts, beginning soon. */
    static String outage(SplittableRandom random, Instant now) {
        Instant from = now.plusSeconds(random.nextInt(30));
        return scenario(
                random,
                OUTAGES.get(random.nextInt(OUTAGES.size())) + ",'from':'" + from + "','until':'"
                        + from.plusSeconds(random.nextInt(30, 700)) + "'");
    }

    private static String scenario(SplittableRandom random, String fault) {
        return String.format(Locale.ROOT, "{'seed':%d,'faults':[{%s}]}", random.nextInt(1_000_000), fault)
                .replace('\'', '"');
    }
}
