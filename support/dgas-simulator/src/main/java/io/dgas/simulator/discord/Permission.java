package io.dgas.simulator.discord;

import java.util.Arrays;
import java.util.Locale;

/** The permissions that matter to a bot that posts, with their bits. */
enum Permission {
    VIEW_CHANNEL(10),
    SEND_MESSAGES(11),
    EMBED_LINKS(14),
    ATTACH_FILES(15),
    READ_MESSAGE_HISTORY(16);

    private final int bit;

    Permission(int bit) {
        this.bit = bit;
    }

    long bits() {
        return 1L << bit;
    }

    static Permission named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static long all() {
        return Arrays.stream(values()).mapToLong(Permission::bits).sum();
    }
}
