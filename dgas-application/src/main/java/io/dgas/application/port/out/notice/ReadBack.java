package io.dgas.application.port.out.notice;

/** What a look at a channel showed of one notice. No text in here holds a credential. */
public sealed interface ReadBack {

    /** It is there. */
    record Found(String receipt) implements ReadBack {}

    /** All messages since the time asked for were read, and it is not among them. */
    record Absent() implements ReadBack {}

    /** The channel cannot be read, or not now, or not far enough back. */
    record Unreadable(String why) implements ReadBack {}
}
