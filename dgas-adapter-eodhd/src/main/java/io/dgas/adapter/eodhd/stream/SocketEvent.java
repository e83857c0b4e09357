package io.dgas.adapter.eodhd.stream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a connection lives through. Texts are redacted already. */
sealed interface SocketEvent {

    /** The connection is open; the token has not been looked at. */
    record Opened() implements SocketEvent {}

    /** The vendor answered the handshake with this status. */
    record Refused(int status, Optional<Duration> retryAfter) implements SocketEvent {}

    /** The connection could not be opened, or broke. */
    record Failed(String what) implements SocketEvent {}

    /** The vendor closed the connection. */
    record Closed(int code, String reason) implements SocketEvent {}

    /** The vendor says something of the connection. */
    record Notice(int status, String message) implements SocketEvent {}

    /** Something came that shows that the other end is there. */
    record Heard() implements SocketEvent {}

    /** Trades came. */
    record Data() implements SocketEvent {}

    /** These symbols are wanted from now on, the dearest first. */
    record Wanted(List<String> symbols) implements SocketEvent {}

    /** These symbols are silent and are to be subscribed again. */
    record Silent(Set<String> symbols) implements SocketEvent {}

    /** The connection is to be replaced. */
    record Distrusted(String why) implements SocketEvent {}
}
