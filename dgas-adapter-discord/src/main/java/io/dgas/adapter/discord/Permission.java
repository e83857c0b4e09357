package io.dgas.adapter.discord;

/** What the bot needs to be allowed, by Discord's own names and bits. */
enum Permission {
    VIEW_CHANNEL(10, "to see the channel"),
    SEND_MESSAGES(11, "to tell anything"),
    SEND_MESSAGES_IN_THREADS(38, "to tell anything in a thread"),
    EMBED_LINKS(14, "for the fields of a signal; without it people get a line of text"),
    ATTACH_FILES(15, "for the chart"),
    READ_MESSAGE_HISTORY(16, "to look whether a message arrived when no answer came");

    static final long ADMINISTRATOR = 1L << 3;

    private final int bit;
    private final String purpose;

    Permission(int bit, String purpose) {
        this.bit = bit;
        this.purpose = purpose;
    }

    boolean isIn(long bits) {
        return (bits & (1L << bit)) != 0;
    }

    String purpose() {
        return purpose;
    }
}
