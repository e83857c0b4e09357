package io.dgas.simulator.socket;

import java.util.Set;

/**
 * One open connection as it stands: its number, its endpoint ({@code us} or {@code us-quote}), the token it came with,
 * whether it has been told that it is authorised, what it is subscribed to, and how many messages it has been sent.
 */
public record SocketState(
        long id, String endpoint, String token, boolean authorized, Set<String> symbols, long messagesSent) {

    /** Without the token. */
    @Override
    public String toString() {
        return "socket " + id + " on " + endpoint + (authorized ? ", authorised, " : ", not authorised, ")
                + symbols.size() + " symbols, " + messagesSent + " messages sent";
    }
}
